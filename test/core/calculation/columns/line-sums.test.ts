import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AllocationLine,
  totalsOf,
} from "../../../../packages/core/src/calculation/allocation.ts";
import type {
  LineColumn,
  LineValues,
} from "../../../../packages/core/src/calculation/columns/line-column.ts";
import {
  createLineAdder,
  districtsOfColumn,
  totalsOfSums,
  waysOfEstimates,
} from "../../../../packages/core/src/calculation/columns/line-sums.ts";
import { WHOLE_LIMIT } from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { tiyn } from "../../../../packages/core/src/money/index.ts";
import { wholeOf } from "../../../support/number-columns.ts";

/** Four organisations: two of the north, one of the south, one of no district. */
const DISTRICTS = districtsOfColumn(
  { texts: ["north", "south"], places: Int32Array.of(0, 0, 1, -1) },
  4,
);
const NAMES = ["north", "north", "south", ""];

function columnOf(organisations: readonly number[], line = "line"): LineColumn {
  const definition = { tier: "secondary", budgetCode: line, method: "formula" };
  return { definition, organisations: Int32Array.from(organisations) } as unknown as LineColumn;
}

function valuesOf(amounts: readonly bigint[] | Float64Array, exists: LineValues["exists"] = true) {
  const of = { tenge: wholeOf([]), headcounts: undefined };
  if (amounts instanceof Float64Array) return { ...of, amounts, exists };
  return { ...of, amounts: amounts.map(tiyn), exists };
}

function add(organisations: readonly number[], values: LineValues) {
  return createLineAdder(columnOf(organisations), DISTRICTS)(values);
}

it("an organisation of no district stands behind those that have one", () => {
  expect(DISTRICTS.names).toEqual(["north", "south", ""]);
  expect(DISTRICTS.places).toEqual(Int32Array.of(0, 0, 1, 2));
  expect(districtsOfColumn(undefined, 2)).toEqual({
    ...{ names: [""], places: Int32Array.of(0, 0) },
  });
});

describe("a line is added up by district", () => {
  it("of those who have it", () => {
    const amounts = Float64Array.of(1, 2, 4, 8);
    expect(add([0, 1, 2, 3], valuesOf(amounts))).toEqual({
      ...{ total: 15n, byDistrict: [3n, 4n, 8n], counts: Int32Array.of(2, 1, 1) },
    });
    expect(add([0, 1, 2, 3], valuesOf(amounts, Uint8Array.of(0, 1, 0, 1)))).toEqual({
      ...{ total: 10n, byDistrict: [2n, 0n, 8n], counts: Int32Array.of(1, 0, 1) },
    });
    expect(add([0, 1, 2, 3], valuesOf(amounts, false))).toEqual({
      ...{ total: 0n, byDistrict: [0n, 0n, 0n], counts: Int32Array.of(0, 0, 0) },
    });
    expect(add([2, 3], valuesOf(Float64Array.of(1, 2)))).toMatchObject({
      byDistrict: [0n, 1n, 2n],
    });
  });

  it("in doubles or beyond them, to the tiyn", () => {
    const most = WHOLE_LIMIT;
    const sums = (...amounts: readonly number[]) =>
      add([0, 1, 2, 3], valuesOf(Float64Array.from(amounts))).byDistrict;
    expect(sums(most - 1, 1, 0, 0)).toEqual([BigInt(most), 0n, 0n]);
    expect(sums(most, most, 1, most)).toEqual([2n * BigInt(most), 1n, BigInt(most)]);
    expect(sums(most, -most, 1, 0)).toEqual([0n, 1n, 0n]);
    const three = add([0, 1, 2, 3], valuesOf(Float64Array.of(most - 1, most, most, 0)));
    expect(three.total).toBe(3n * BigInt(most) - 1n);
    const big = [2n ** 70n, 1n, -(2n ** 70n), 3n];
    expect(add([0, 1, 2, 3], valuesOf(big))).toMatchObject({
      ...{ total: 4n, byDistrict: [2n ** 70n + 1n, -(2n ** 70n), 3n] },
    });
  });

  it("again with other amounts and others who have it", () => {
    const adder = createLineAdder(columnOf([0, 2]), DISTRICTS);
    const marks = Uint8Array.of(1, 0);
    expect(adder(valuesOf(Float64Array.of(5, 7), marks)).counts).toEqual(Int32Array.of(1, 0, 0));
    expect(adder(valuesOf(Float64Array.of(6, 7), marks)).total).toBe(6n);
    expect(adder(valuesOf(Float64Array.of(6, 7))).counts).toEqual(Int32Array.of(1, 1, 0));
  });
});

const line = (organisationId: string, amount: bigint, change: Partial<AllocationLine> = {}) => ({
  ...{ organisationId, tier: "secondary", budgetCode: "line", method: "formula" as const },
  ...{ amount: tiyn(amount), headcount: undefined, cases: [] },
  ...change,
});

describe("lines and estimates are added in every way", () => {
  it("as the allocation adds them one by one", () => {
    const rows = [0, 1, 2, 3];
    const amount = fc.oneof(fc.bigInt(-9n, 9n), fc.bigInt(-(2n ** 53n), 2n ** 53n));
    const amounts = fc.array(amount, { minLength: 4, maxLength: 4 });
    const marks = fc.array(fc.nat(1), { minLength: 4, maxLength: 4 });
    const lines = fc.array(fc.tuple(amounts, marks), { minLength: 1, maxLength: 3 });
    const estimates = fc.uniqueArray(fc.tuple(fc.constantFrom("", "0", "2", "3"), amount), {
      selector: ([organisation]) => organisation,
    });
    const districtOf = (id: string) => NAMES[Number(id)] ?? "";
    fc.assert(
      fc.property(lines, estimates, (given, outside) => {
        const summed = given.map(([each, exists], place) => {
          const column = columnOf(rows, `${place}`);
          const sums = createLineAdder(column, DISTRICTS)(valuesOf(each, Uint8Array.from(exists)));
          return { column, sums };
        });
        const own = given.flatMap(([each, exists], place) =>
          each.flatMap((tiyns, row) =>
            exists[row] === 1 ? [line(`${row}`, tiyns, { budgetCode: `${place}` })] : [],
          ),
        );
        const beside = outside.map(([id, tiyns]) =>
          line(id, tiyns, { method: "estimate", tier: "overhead" }),
        );
        const found = totalsOfSums(summed, waysOfEstimates(beside, districtOf), DISTRICTS);
        expect(found).toEqual(totalsOf([...own, ...beside], districtOf));
        for (const way of ["byTier", "byDistrict", "byBudgetCode", "byMethod"] as const) {
          const members = [...found[way].keys()];
          expect(members).toEqual(members.toSorted());
        }
      }),
    );
  });

  it("a line that nobody has is in no way of adding", () => {
    const column = columnOf([0, 1]);
    const none = { column, sums: createLineAdder(column, DISTRICTS)(valuesOf([1n, 1n], false)) };
    const found = totalsOfSums(
      [none],
      waysOfEstimates([], () => ""),
      DISTRICTS,
    );
    expect([found.total, found.byTier.size, found.byDistrict.size]).toEqual([0n, 0, 0]);
  });

  it("an estimate of the city stands in no district", () => {
    const ways = waysOfEstimates([line("", 5n), line("a", 7n)], () => "north");
    expect(ways.byDistrict).toEqual(
      new Map([
        ["citywide", 5n],
        ["north", 7n],
      ]),
    );
  });

  it("that do not give one total are a bug", () => {
    const ways = waysOfEstimates([line("", 5n)], () => "");
    const broken = { ...ways, byDistrict: new Map([["north", 4n]]) };
    expect(() => totalsOfSums([], broken, DISTRICTS)).toThrow("every way of adding");
  });
});
