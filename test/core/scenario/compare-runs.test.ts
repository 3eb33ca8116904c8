/** Columns of a comparison close, and their order is all that the order of the runs decides. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedBy,
  type ComparedRow,
  type ComparedSide,
  calculate,
  compareRuns,
  formatTenge,
  sideOfRun,
  sumTiyn,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { findChange, type SidePair } from "../../../packages/core/src/scenario/compare-runs.ts";
import {
  type CityState,
  FIRST_STATE,
  planOfState,
  registerOfState,
} from "../../support/changing-city.ts";
import { comparedSide, comparedSides } from "../../support/compared-sides.ts";
import { getValue } from "../../support/get-value.ts";

const WAYS: readonly ComparedBy[] = [
  ...(["city", "organisation", "line"] as const),
  ...(["tier", "district", "budgetCode"] as const),
];

const TWO = [
  comparedSide({
    "a|secondary|1": 100n,
    "a|special|2": 50n,
    "b|secondary|1": 0n,
    "|overhead|3": 7n,
  }),
  comparedSide({ "a|secondary|1": 80n, "b|secondary|1": 30n, "c|secondary|1": 40n }),
];

describe("two sides", () => {
  it("tells an amount that is absent from one of zero", () => {
    expect(textsOf(compareRuns(TWO, "organisation").rows)).toEqual([
      ": 0.07 → – (gone -0.07, -1)",
      "a: 1.50 → 0.80 (both -0.70, -7/15)",
      "b: 0.00 → 0.30 (both 0.30, –)",
      "c: – → 0.40 (appeared 0.40, –)",
    ]);
  });

  it("stand under the district in which each of them has an organisation", () => {
    const moved = comparedSide({ "a|secondary|1": 80n }, { a: "south" });
    expect(textsOf(compareRuns([...TWO.slice(0, 1), moved], "district").rows)).toEqual([
      "citywide: 0.07 → – (gone -0.07, -1)",
      "north: 1.50 → – (gone -1.50, -1)",
      "south: – → 0.80 (appeared 0.80, –)",
    ]);
  });

  it("tell what is more, less and the same, and nothing of what is on neither", () => {
    const kinds = [7n, 5n, 6n].map((after) => findChange(tiyn(6n), tiyn(after))?.kind);
    expect(kinds).toEqual(["more", "less", "same"]);
    expect(findChange(tiyn(0n), tiyn(1n))?.kind).toBe("more");
    expect(findChange(undefined, tiyn(0n))?.kind).toBe("same");
    expect(findChange(undefined, undefined)).toBeUndefined();
  });

  it("stand under no district where the organisation has none", () => {
    const nowhere = { ...comparedSide({ "a|secondary|1": 80n }), districts: new Map() };
    expect(compareRuns([nowhere, nowhere], "district").rows.map(({ member }) => member)).toEqual([
      [""],
    ]);
  });

  it("compare what is below zero by its size", () => {
    expect(findChange(tiyn(-200n), tiyn(-100n))).toMatchObject({
      ...{ kind: "more", amount: 100n },
      share: { numerator: 100n, denominator: 200n },
    });
  });
});

it("adds a calculated city up as the calculation does", () => {
  const { totals, side } = runOf(FIRST_STATE);
  const sums = (by: ComparedBy) =>
    compareRuns([side, side], by).rows.map(({ member, amounts: [amount] }) => [member[0], amount]);
  expect(sums("tier")).toEqual([...totals.byTier]);
  expect(sums("district")).toEqual([...totals.byDistrict]);
  expect(sums("budgetCode")).toEqual([...totals.byBudgetCode]);
  expect(compareRuns([side], "city").total.amounts).toEqual([totals.total]);
});

it("compares each run with the first and with the one before", () => {
  const sides = [10n, 15n, 12n].map((amount) => comparedSide({ "a|secondary|1": amount }));
  const { total } = compareRuns(sides, "city");
  const amounts = (changes: ComparedRow["againstFirst"]) => changes.map((each) => each?.amount);
  expect(amounts(total.againstFirst)).toEqual([undefined, 5n, 2n]);
  expect(amounts(total.againstPrevious)).toEqual([undefined, 5n, -3n]);
});

describe("laws", () => {
  const some = comparedSides({ least: 2, most: 4 });
  const by = fc.constantFrom(...WAYS);

  it("a run against itself has no change", () => {
    fc.assert(
      fc.property(comparedSides({ least: 1, most: 1 }), by, ([side], way) => {
        const sides = side === undefined ? [] : [side, side, side];
        const { rows, total } = compareRuns(sides, way);
        const changes = [...rows, total].flatMap(({ againstFirst, againstPrevious }) => [
          ...againstFirst.slice(1),
          ...againstPrevious.slice(1),
        ]);
        expect(changes.every((change) => change?.kind === "same")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the amounts and the changes of a column add up to its total", () => {
    fc.assert(
      fc.property(some, by, (sides, way) => {
        const { rows, total } = compareRuns(sides, way);
        for (const place of sides.keys()) {
          const column = rows.map(({ amounts }) => amounts[place] ?? tiyn(0n));
          expect(sumTiyn(column)).toBe(sides[place]?.total);
          const changes = rows.map(({ againstFirst }) => againstFirst[place]?.amount ?? tiyn(0n));
          expect(sumTiyn(changes)).toBe(total.againstFirst[place]?.amount ?? 0n);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the order of runs only permutes columns", () => {
    fc.assert(
      fc.property(some, by, (sides, way) => {
        const back = compareRuns(sides.toReversed(), way).rows;
        const there = compareRuns(sides, way).rows;
        expect(back.map(({ member }) => member)).toEqual(there.map(({ member }) => member));
        expect(back.map(({ amounts }) => amounts.toReversed())).toEqual(
          there.map(({ amounts }) => amounts),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("lines add up to organisations, tiers and programmes", () => {
    fc.assert(
      fc.property(some, (sides) => {
        const lines = compareRuns(sides, "line").rows;
        const ways = { organisation: 0, tier: 1, budgetCode: 2 } as const;
        for (const [way, column] of Object.entries(ways)) {
          const sums = compareRuns(sides, way as keyof typeof ways).rows;
          expect(sums.map(({ member, amounts }) => [...member, ...amounts])).toEqual(
            sums.map(({ member: [name = ""] }) => [name, ...sumOfLines(lines, column, name)]),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What the lines of one member come to in each run; nothing where it has none. */
function sumOfLines(lines: readonly ComparedRow[], column: number, name: string) {
  const own = lines.filter(({ member }) => member[column] === name);
  return (own[0]?.amounts ?? []).map((_, place) => {
    const amounts = own.flatMap((line) => line.amounts[place] ?? []);
    return amounts.length === 0 ? undefined : sumTiyn(amounts);
  });
}

function textsOf(rows: readonly ComparedRow[], pair: SidePair = { from: 0, to: 1 }) {
  return rows.map(({ member, amounts, againstFirst }) => {
    const shown = [amounts[pair.from], amounts[pair.to]].map((amount) =>
      amount === undefined ? "–" : formatTenge(amount),
    );
    const change = againstFirst[pair.to];
    const { share } = change ?? {};
    const part = share === undefined ? "–" : reduced(share);
    const told = change && `${change.presence} ${formatTenge(change.amount)}, ${part}`;
    return `${member.join("|")}: ${shown.join(" → ")} (${told})`;
  });
}

function reduced({ numerator, denominator }: { numerator: bigint; denominator: bigint }): string {
  let [larger, smaller] = [numerator < 0n ? -numerator : numerator, denominator];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  const below = denominator / larger;
  return below === 1n ? `${numerator / larger}` : `${numerator / larger}/${below}`;
}

function runOf(state: CityState) {
  const run = getValue(calculate(planOfState(state), registerOfState(state)));
  return { totals: run.totals, side: sideOfRun(run) satisfies ComparedSide };
}
