import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf, calculate, type Result } from "../../../packages/core/src/index.ts";
import {
  type MixedInputs,
  openMixedInputs,
} from "../../../packages/core/src/scenario/mixed-inputs.ts";
import {
  type CauseChoice,
  CHOICE_PAIRS,
  CITY_CAUSES,
  differingCauses,
  FIRST_CHOICE,
  inputsOfChoice,
  mixChoices,
  runOfChoice,
} from "../../support/cause-city.ts";
import { getValue } from "../../support/get-value.ts";
import { stage, stagedMethodology, stagedRegister } from "../../support/staged-city.ts";

const LATER: CauseChoice = { ...FIRST_CHOICE, headcounts: 1, rates: 1, rules: 1, estimates: 1 };

function mixed(from: CauseChoice, to: CauseChoice): MixedInputs {
  return getValue(openMixedInputs(inputsOfChoice(from), inputsOfChoice(to), "cause"));
}

it("a mixture is calculated as what it is made of, from nothing", () => {
  fc.assert(
    fc.property(
      CHOICE_PAIRS,
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      ([from, to], coins) => {
        const { causes, planOf, snapshotOf } = mixed(from, to);
        expect(causes.map(({ cause }) => cause)).toEqual(differingCauses(from, to));
        const coalition = coins.slice(0, causes.length);
        const plan = getValue(planOf(coalition));
        const run = getValue(calculate(plan, snapshotOf(coalition)));
        const taken = differingCauses(from, to).filter((_, place) => coalition[place]);
        expect(run.lines).toEqual(runOfChoice(mixChoices(from, to, taken)).lines);
      },
    ),
    { numRuns: 25 },
  );
});

it("mixtures know what the later of the two days knew, but each side no more than on its own", () => {
  const { methodology, snapshot } = inputsOfChoice({ ...FIRST_CHOICE, rates: 3 });
  const from = { methodology, snapshot, asOf: inputsOfChoice(FIRST_CHOICE).asOf };
  const to = { methodology, snapshot, asOf: asOf(2026) };
  const { causes, planOf } = getValue(openMixedInputs(from, to, "cause"));
  expect(causes.map(({ cause }) => cause)).toEqual(["rates"]);
  const digitsOf = (isTaken: boolean): readonly string[] => {
    const { methodology: law, asOf: day } = getValue(planOf([isTaken]));
    expect(day.knownOn).toBe("2026-12-31");
    return law.parameters.get("rate")?.values.map(({ digits }) => digits) ?? [];
  };
  expect(digitsOf(false)).toEqual(["1000", "2000.5"]);
  expect(digitsOf(true)).toEqual(["1000", "500", "2000.5", "501"]);
});

it("what is bound to the register are its own causes, and rules by which it is read", () => {
  const { causes, isBinding, movesLines } = mixed(FIRST_CHOICE, LATER);
  expect(causes.map((each) => [each.cause, isBinding(each)])).toEqual([
    ["headcounts", true],
    ["rates", false],
    ["rules", false],
    ["estimates", true],
  ]);
  expect(causes.map((_, place) => movesLines(place))).toEqual([true, true, true, false]);
  const counted = mixed({ ...FIRST_CHOICE, envelope: 3 }, { ...LATER, envelope: 3 });
  expect(counted.causes.map((_, place) => counted.movesLines(place))).not.toContain(false);
});

it("a mixture in which two stages would run at once is refused", () => {
  const envelope = { kind: "fit", lines: ["base"], envelope: "100 KZT" };
  const floor = { kind: "floor", lines: ["base"], bound: "floor" };
  const cityOf = (fields: Readonly<Record<string, unknown>>, id: string) => ({
    methodology: getValue(stagedMethodology([stage(id, 10, fields)])),
    snapshot: stagedRegister({ a: { base: "100" } }),
    asOf: asOf(2026),
  });
  const { causes, planOf } = getValue(
    openMixedInputs(cityOf(floor, "floors"), cityOf(envelope, "fits"), "cause"),
  );
  expect(causes.map(({ cause }) => cause)).toEqual(["protections", "envelope"]);
  expect([planOf([false, false]).ok, planOf([true, true]).ok, planOf([true, false]).ok]).toEqual([
    true,
    true,
    true,
  ]);
  expect(codesOf(planOf([false, true]))).toEqual(["stage-order"]);
});

describe("nothing is mixed", () => {
  it.each([
    ["currency", { currency: "USD" }, "runs-unlike currency KZT USD"],
    ["kind of ids", { idScheme: "bin" as const }, "runs-unlike id-scheme code bin"],
  ])("of another %s", (_, change, expected) => {
    const from = inputsOfChoice(FIRST_CHOICE);
    const to = { ...from, methodology: { ...from.methodology, ...change } };
    expect(factsOf(openMixedInputs(from, to, "cause"))).toEqual([expected]);
  });

  it("of a year that has no plan", () => {
    const inputs = { ...inputsOfChoice(FIRST_CHOICE), asOf: asOf(2019) };
    expect(codesOf(openMixedInputs(inputs, inputs, "cause"))).toEqual(["year-unsupported"]);
  });
});

it("the city has variants of every cause there is", () => {
  const others = Object.fromEntries(CITY_CAUSES.map((cause) => [cause, 2]));
  const { causes } = mixed(FIRST_CHOICE, { ...FIRST_CHOICE, ...others });
  expect(causes.map(({ cause }) => cause)).toEqual(CITY_CAUSES);
});

function codesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

function factsOf(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  return result.issues.map(({ code, facts }) => [code, ...Object.values(facts)].join(" "));
}
