import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueInTable } from "../../../packages/core/src/calculation/compile-table.ts";
import { compareRatios, type Ratio, ratioOf } from "../../../packages/core/src/money/index.ts";
import { label, planOfAmount } from "../../support/school-methodology.ts";
import { amountOf, FOUR_CELLS, issuesOf } from "../../support/school-register.ts";

const KNOWN = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
const POINTS = [
  { from: "0", value: "1" },
  { from: "50", value: "0.8" },
  { from: "150", value: "0.5" },
];

function table(
  values: readonly Readonly<Record<string, unknown>>[],
  dimensions: readonly string[] = [],
) {
  return {
    tables: [
      {
        table: "scale",
        label: label("scale"),
        operandUnit: "pupil",
        unit: "1",
        dimensions,
        values,
      },
    ],
  };
}

const SCALE = table([{ ...KNOWN, points: POINTS }]);
const ALL = "sum(over count, level: pupils[count, level])";

function amount(expression: string, sections = SCALE): string {
  const plan = planOfAmount(`if(${ALL} > 0, 1000 KZT * ${expression}, 0)`, { more: [sections] });
  return amountOf(plan, { headcounts: FOUR_CELLS });
}

describe("a table", () => {
  it("of bands gives the value of the step below", () => {
    expect(amount(`band(${ALL}, scale)`)).toBe("800.00");
    expect(amount("band(50 pupil, scale)")).toBe("800.00");
    expect(amount("band(49.999 pupil, scale)")).toBe("1000.00");
    expect(amount("band(9999 pupil, scale)")).toBe("500.00");
  });

  it("of corners gives what lies on the line between two of them", () => {
    expect(amount(`interpolate(${ALL}, scale)`)).toBe("650.00");
    expect(amount("interpolate(-5 pupil, scale)")).toBe("1000.00");
    expect(amount("interpolate(150 pupil, scale)")).toBe("500.00");
    expect(amount("interpolate(200 pupil, scale)")).toBe("500.00");
  });

  it("is chosen by its key, and by what was known", () => {
    const basic = { ...KNOWN, key: { level: "basic" }, points: [{ from: "0", value: "0.1" }] };
    const later = { ...KNOWN, knownFrom: "2026-03-01", points: [{ from: "0", value: "0.2" }] };
    const keyed = table([basic, { ...KNOWN, points: POINTS }, later], ["level"]);
    expect(amount("band(60 pupil, scale['basic'])", keyed)).toBe("100.00");
    expect(amount("band(60 pupil, scale['primary'])", keyed)).toBe("200.00");
  });

  it("refuses a value below its first step, once for an organisation", () => {
    const plan = planOfAmount(`${ALL} * band(-1 pupil, scale) * 1 KZT/pupil`, { more: [SCALE] });
    expect(issuesOf(plan, { headcounts: FOUR_CELLS })).toMatchObject([
      {
        code: "table-out-of-range",
        facts: { table: "scale", value: "-1", from: "0", organisation: "a" },
      },
    ]);
  });

  it("without points for the year is a missing value", () => {
    const plan = planOfAmount(`${ALL} * band(1 pupil, scale) * 1 KZT/pupil`, {
      more: [table([{ ...KNOWN, validFrom: "2027-01-01", points: POINTS }])],
    });
    expect(issuesOf(plan, { headcounts: FOUR_CELLS })).toMatchObject([
      { code: "parameter-missing", facts: { parameter: "scale" } },
    ]);
  });
});

describe("between its corners a table", () => {
  const points = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -9, max: 9 })), {
      selector: ([from]) => from,
      minLength: 1,
      maxLength: 6,
    })
    .map((pairs) =>
      pairs
        .toSorted(([left], [right]) => left - right)
        .map(([from, value]) => ({
          ...{ from: ratioOf(BigInt(from)), value: ratioOf(BigInt(value)) },
          digits: { from: `${from}`, value: `${value}` },
        })),
    );
  const operand = fc
    .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 9 }))
    .map(([above, below]) => ratioOf(BigInt(above), BigInt(below)));
  const at = (place: Ratio, list: Parameters<typeof valueInTable>[2]): Ratio =>
    valueInTable("interpolate", place, list) ?? ratioOf(0n);

  it("never leaves the values of its corners, and meets each of them", () => {
    fc.assert(
      fc.property(points, operand, (list, place) => {
        const value = at(place, list);
        expect(list.some((point) => compareRatios(point.value, value) <= 0)).toBe(true);
        expect(list.some((point) => compareRatios(point.value, value) >= 0)).toBe(true);
        for (const point of list) expect(compareRatios(at(point.from, list), point.value)).toBe(0);
      }),
    );
  });
});
