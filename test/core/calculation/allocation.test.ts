import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AllocationLine,
  lineName,
  sortLines,
  totalsOf,
} from "../../../packages/core/src/calculation/allocation.ts";
import { CITYWIDE, InvariantViolation, tiyn } from "../../../packages/core/src/index.ts";

const LINE: AllocationLine = {
  ...{ organisationId: "a", tier: "secondary", budgetCode: "04.2.360.040", method: "formula" },
  ...{ amount: tiyn(100n), headcount: "12", cases: [] },
};

const DISTRICTS: Readonly<Record<string, string>> = { a: "north", b: "south", c: "south" };

it("names a line by tier, budget code and method", () => {
  expect(lineName(LINE)).toBe("secondary/04.2.360.040/formula");
});

it("sorts lines by organisation, tier, budget code and method, citywide lines first", () => {
  const citywide = { ...LINE, organisationId: "" };
  const byEstimate = { ...LINE, method: "estimate" } as const;
  const preschool = { ...LINE, tier: "preschool" };
  const lowerCode = { ...LINE, budgetCode: "04.2.360.003" };
  const other = { ...LINE, organisationId: "b", tier: "extracurricular" };
  const shuffled = [other, LINE, preschool, byEstimate, lowerCode, citywide];
  expect(sortLines(shuffled)).toEqual([citywide, preschool, lowerCode, byEstimate, LINE, other]);
});

describe("totals", () => {
  it("are added by tier, district, budget code and method", () => {
    const lines = [
      { ...LINE, organisationId: "", tier: "overhead", method: "estimate", amount: tiyn(1n) },
      LINE,
      { ...LINE, organisationId: "b", amount: tiyn(10n) },
    ] as const;
    const totals = totalsOf(lines, (id) => DISTRICTS[id] ?? "");
    expect(totals.total).toBe(111n);
    expect([...totals.byTier]).toEqual([
      ["overhead", 1n],
      ["secondary", 110n],
    ]);
    expect([...totals.byDistrict]).toEqual([
      [CITYWIDE, 1n],
      ["north", 100n],
      ["south", 10n],
    ]);
    expect([...totals.byBudgetCode]).toEqual([["04.2.360.040", 111n]]);
    expect([...totals.byMethod]).toEqual([
      ["estimate", 1n],
      ["formula", 110n],
    ]);
  });

  it("of no lines are zero", () => {
    expect(totalsOf([], () => "").total).toBe(0n);
  });

  it("stop when a line stands twice", () => {
    expect(() => totalsOf([LINE, { ...LINE, amount: tiyn(5n) }], () => "north")).toThrow(
      InvariantViolation,
    );
  });
});

describe("laws", () => {
  const line = fc.record({
    organisationId: fc.constantFrom("", "a", "b", "c"),
    tier: fc.constantFrom("preschool", "secondary", "overhead"),
    budgetCode: fc.constantFrom("04.1.360.034", "04.2.360.040", "04.2.360.204"),
    method: fc.constantFrom("formula" as const, "estimate" as const),
    amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(tiyn),
    headcount: fc.constantFrom(undefined, "12", "35/3"),
    cases: fc.constant([]),
  });
  const lines = fc.uniqueArray(line, {
    selector: (each) => [each.organisationId, lineName(each)].join(" "),
    maxLength: 40,
  });
  const districtOf = (id: string) => DISTRICTS[id] ?? "";

  it("every way of adding the lines gives the total", () => {
    fc.assert(
      fc.property(lines, (each) => {
        const { total, ...ways } = totalsOf(each, districtOf);
        for (const way of Object.values(ways)) {
          expect([...way.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(total);
        }
      }),
    );
  });

  it("the order of the lines changes neither their sorting nor their totals", () => {
    const shuffled = lines.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(shuffled, ([left, right]) => {
        expect(sortLines(right)).toEqual(sortLines(left));
        expect(totalsOf(right, districtOf)).toEqual(totalsOf(left, districtOf));
      }),
    );
  });
});
