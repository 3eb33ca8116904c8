import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asOf,
  type CalculationInputs,
  formatTenge,
  tiyn,
} from "../../../packages/core/src/index.ts";
import {
  type AttributedChange,
  type Attribution,
  attributeChange,
} from "../../../packages/core/src/scenario/attribute-change.ts";
import { keyOfCause } from "../../../packages/core/src/scenario/causes.ts";
import {
  type CauseChoice,
  CHOICE_PAIRS,
  CHOICES,
  CITY_CAUSES,
  FIRST_CHOICE,
  inputsOfChoice,
  runOfChoice,
} from "../../support/cause-city.ts";
import { getValue } from "../../support/get-value.ts";
import { label, line, parameter, parseSchool, valued } from "../../support/school-methodology.ts";
import { pupils, snapshot } from "../../support/school-register.ts";

const RUNS = { numRuns: 12 };
function attribute(from: CauseChoice, to: CauseChoice): Attribution {
  return getValue(attributeChange(inputsOfChoice(from), inputsOfChoice(to)));
}

function causesOf({ causes }: Attribution): readonly string[] {
  return causes.map(({ cause }) => cause);
}

/** Parts as `rates 12.00`, those of zero left out. */
function partsOf({ causes }: Attribution, { parts }: AttributedChange): readonly string[] {
  return causes.flatMap((cause, place) => {
    const part = parts[place] ?? tiyn(0n);
    return part === 0n ? [] : [`${keyOfCause(cause)} ${formatTenge(part)}`];
  });
}

function waysOf({ lines, byOrganisation, byTier, byDistrict, byBudgetCode }: Attribution) {
  const maps = [byOrganisation, byTier, byDistrict, byBudgetCode];
  return [lines, ...maps.map((way) => [...way.values()])];
}

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, each) => total + each, 0n);

describe("by hand", () => {
  const city = (rate: string, count: number): CalculationInputs => ({
    methodology: getValue(
      parseSchool({ parameters: [parameter("rate", "KZT/pupil", [valued(rate)])] }),
    ),
    snapshot: snapshot({
      headcounts: [
        pupils("a", "2026-01-01", "basic", count),
        pupils("a", "2026-09-05", "basic", 1),
      ],
    }),
    asOf: asOf(2026),
  });

  it("a rate and a count that rise together share what only both bring", () => {
    // 10 × 5 + 10 = 60, 12 × 6 + 12 = 84; the rate adds 2 × 6 or 2 × 7, the count 10 or 12.
    const found = getValue(attributeChange(city("10", 5), city("12", 6)));
    expect([found.total.from, found.total.to]).toEqual([6000n, 8400n]);
    expect(partsOf(found, found.total)).toEqual(["headcounts 11.00", "rates 13.00"]);
    expect([...found.byDistrict.keys()]).toEqual(["north"]);
  });

  it("a half tiyn goes away from zero, and what that is too much is rounding", () => {
    // 0.01 × 2 = 0.02, 0.02 × 3 = 0.06: the count adds 0.01 or 0.02, the rate 0.02 or 0.03.
    const found = getValue(attributeChange(city("0.01", 1), city("0.02", 2)));
    const back = getValue(attributeChange(city("0.02", 2), city("0.01", 1)));
    expect(partsOf(found, found.total)).toEqual([
      "headcounts 0.02",
      "rates 0.03",
      "rounding -0.01",
    ]);
    expect(partsOf(back, back.total)).toEqual(["headcounts -0.02", "rates -0.03", "rounding 0.01"]);
  });

  it("all seven causes at once come to the difference, in their fixed order", () => {
    const later = Object.fromEntries(CITY_CAUSES.map((cause) => [cause, 1]));
    const found = attribute(FIRST_CHOICE, { ...FIRST_CHOICE, ...later });
    expect(causesOf(found)).toEqual([...CITY_CAUSES, "rounding"]);
    expect(sum(found.total.parts)).toBe(found.total.to - found.total.from);
  });
});

describe("a parameter may be told by itself", () => {
  const later = { ...FIRST_CHOICE, headcounts: 1, rates: 1, coefficients: 1 };

  it("beside causes that have no parameters, under its own name", () => {
    const [from, to] = [inputsOfChoice(FIRST_CHOICE), inputsOfChoice(later)];
    const found = getValue(attributeChange(from, to, { by: "parameter" }));
    expect(found.causes.map(keyOfCause)).toEqual([
      ...["headcounts", "rates|rate", "coefficients|share", "rounding"],
    ]);
    expect(found.causes[1]?.label).toEqual(label("rate"));
    // One parameter each: the same shares as those of their causes.
    const whole = attribute(FIRST_CHOICE, later);
    expect(found.lines).toEqual(whole.lines);
  });
});

describe("a difference is refused", () => {
  it("between years, with both of them", () => {
    const from = inputsOfChoice(FIRST_CHOICE);
    expect(faultsOf(attributeChange(from, { ...from, asOf: asOf(2027) }))).toEqual([
      "runs-unlike budget-year 2026 2027",
    ]);
  });

  it("where more than eight causes differ, with their names", () => {
    const many = (digits: string): CalculationInputs => ({
      methodology: getValue(
        parseSchool({
          parameters: Array.from({ length: 9 }, (_, place) =>
            parameter(`p${place}`, "KZT", [valued(digits)]),
          ),
          lines: [line("l", "p0")],
        }),
      ),
      snapshot: snapshot(),
      asOf: asOf(2026),
    });
    expect(faultsOf(attributeChange(many("1"), many("2"), { by: "parameter" }))).toEqual([
      "causes-too-many 9 8 p0, p1, p2, p3, p4, p5, p6, p7, p8",
    ]);
    expect(attributeChange(many("1"), many("2")).ok).toBe(true);
  });

  const divided = (divisor: string, rate: string): CalculationInputs => ({
    methodology: getValue(
      parseSchool({
        parameters: [parameter("rate", "1", [valued(rate)])],
        lines: [line("l", `1 KZT / (rate - ${divisor})`, { exists: "when" })],
      }),
    ),
    snapshot: snapshot(),
    asOf: asOf(2026),
  });

  it("where a mixture cannot be calculated, with the causes that were taken and its faults", () => {
    // In the first law the rate must not be 2, and is 1; in the second not 1, and is 2.
    expect(faultsOf(attributeChange(divided("2", "1"), divided("1", "2")))).toEqual([
      "attribution-infeasible coefficients",
      expect.stringMatching(/^division-by-zero/),
    ]);
  });

  it("where one of the two cannot be calculated itself, with its own faults alone", () => {
    expect(faultsOf(attributeChange(divided("2", "1"), divided("2", "2")))).toEqual([
      expect.stringMatching(/^division-by-zero/),
    ]);
    expect(faultsOf(attributeChange(divided("2", "2"), divided("2", "1")))).toEqual([
      expect.stringMatching(/^division-by-zero/),
    ]);
  });
});

describe("laws", () => {
  it("the parts of every line, member and total come to its difference, and to the total's parts", () => {
    fc.assert(
      fc.property(CHOICE_PAIRS, ([from, to]) => {
        const found = attribute(from, to);
        const [before, after] = [runOfChoice(from), runOfChoice(to)];
        expect([found.total.from, found.total.to]).toEqual([
          before.totals.total,
          after.totals.total,
        ]);
        for (const way of waysOf(found)) {
          for (const { from: least, to: most, parts } of way) expect(sum(parts)).toBe(most - least);
          expect(
            found.causes.map((_, place) => sum(way.map(({ parts }) => parts[place] ?? 0n))),
          ).toEqual(found.total.parts);
        }
      }),
      RUNS,
    );
  });

  it("turning the two round turns every sign", () => {
    fc.assert(
      fc.property(CHOICE_PAIRS, ([from, to]) => {
        const [there, back] = [attribute(from, to), attribute(to, from)];
        expect(causesOf(back)).toEqual(causesOf(there));
        const turned = back.lines.map((line) => ({
          ...{ ...line, from: line.to, to: line.from },
          parts: line.parts.map((part) => tiyn(-part)),
        }));
        expect(turned).toEqual(there.lines);
      }),
      RUNS,
    );
  });

  it("a calculation against itself is empty", () => {
    fc.assert(
      fc.property(CHOICES, (choice) => {
        const found = attribute(choice, choice);
        expect(found.causes).toEqual([]);
        expect(waysOf(found)).toEqual([[], [], [], [], []]);
        expect(found.total.from).toBe(found.total.to);
      }),
      RUNS,
    );
  });

  it("causes are those that differ, and one cause alone has the whole difference", () => {
    fc.assert(
      fc.property(
        CHOICES,
        fc.constantFrom(...CITY_CAUSES),
        fc.integer({ min: 0, max: 3 }),
        (from, cause, other) => {
          const to = { ...from, [cause]: other };
          const found = attribute(from, to);
          expect(causesOf(found)).toEqual(from[cause] === other ? [] : [cause, "rounding"]);
          const { total } = found;
          expect(total.parts).toEqual(from[cause] === other ? [] : [total.to - total.from, 0n]);
        },
      ),
      RUNS,
    );
  });

  it("the order in which causes are listed changes no part", () => {
    fc.assert(
      fc.property(CHOICE_PAIRS, fc.shuffledSubarray([...CITY_CAUSES]), ([from, to], order) => {
        const found = attribute(from, to);
        const [left, right] = [inputsOfChoice(from, order), inputsOfChoice(to, order)];
        const other = getValue(attributeChange(left, right));
        const listed = order.filter((cause) => causesOf(found).includes(cause));
        expect(causesOf(other).slice(0, listed.length)).toEqual(listed);
        expect(other.lines.map((line) => partsOf(other, line).toSorted())).toEqual(
          found.lines.map((line) => partsOf(found, line).toSorted()),
        );
      }),
      RUNS,
    );
  });
});

function faultsOf(result: ReturnType<typeof attributeChange>): readonly string[] {
  if (result.ok) return [];
  return result.issues.map(({ code, facts }) => [code, ...Object.values(facts)].join(" "));
}
