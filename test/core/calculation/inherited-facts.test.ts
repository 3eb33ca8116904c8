import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactCells, FactTable } from "../../../packages/core/src/calculation/fact-table.ts";
import { inheritFacts } from "../../../packages/core/src/calculation/inherited-facts.ts";
import { exactText } from "../../../packages/core/src/calculation/trace.ts";
import {
  addRatios,
  compareRatios,
  type Ratio,
  ratioOf,
  ZERO,
} from "../../../packages/core/src/money/index.ts";
import { calendarDate } from "../../../packages/core/src/time/index.ts";
import { organisation } from "../../support/school-register.ts";

type Life = Parameters<typeof organisation>[0];
type City = {
  /** Amounts of each, and the headcounts by which successors take their parts. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly organisations: readonly Life[];
};

const GONE = "2025-08-31";

/** `a 30 (b 10 × 1/3)`: what an organisation has, and what of it came from whom. */
function heldBy(id: string, city: City): string {
  return [...inherit(city).cellsOf(id, "amount").values()]
    .map(({ value, inherited = [] }) => {
      const parts = inherited.map(
        (part) => `${part.organisationId} ${exactText(part.value)} × ${exactText(part.share)}`,
      );
      return [exactText(value), ...(parts.length === 0 ? [] : [`(${parts.join(", ")})`])].join(" ");
    })
    .join("; ");
}

function inherit({ amounts, weights = {}, organisations }: City): FactTable {
  const source = { file: "last_year.csv", row: 2 };
  const cellsOf = (id: string): FactCells => {
    const amount = amounts[id];
    if (amount === undefined) return new Map();
    return new Map([["", { codes: [], value: ratioOf(BigInt(amount)), source }]]);
  };
  return inheritFacts(
    { cellsOf, periodsOf: () => new Set([""]) },
    {
      organisations: organisations.map((each) => organisation(each)),
      yearStart: calendarDate("2026-01-01"),
      isInherited: (fact) => fact === "amount",
      weightOf: (_fact, { id }) => ratioOf(BigInt(weights[id] ?? 0)),
    },
  );
}

describe("an organisation that is gone leaves its facts", () => {
  it("to the one it was merged into, which has the sum", () => {
    const city = {
      amounts: { a: 10, b: 20, c: 5 },
      organisations: [
        { id: "a", closed: GONE, successorIds: ["c"] },
        { id: "b", closed: GONE, successorIds: ["c"] },
        { id: "c" },
      ],
    };
    expect(heldBy("c", city)).toBe("35 (a 10 × 1, b 20 × 1)");
    expect(heldBy("a", city)).toBe("");
  });

  it("in parts by headcount when it was split", () => {
    const city = {
      amounts: { a: 10 },
      weights: { b: 100, c: 200 },
      organisations: [
        { id: "a", closed: GONE, successorIds: ["b", "c"] },
        { id: "b" },
        { id: "c" },
      ],
    };
    expect(heldBy("b", city)).toBe("10/3 (a 10/3 × 1/3)");
    expect(heldBy("c", city)).toBe("20/3 (a 20/3 × 2/3)");
    expect(heldBy("c", { ...city, weights: { b: 3 } })).toBe("");
    expect(heldBy("c", { ...city, weights: {} })).toBe("5 (a 5 × 0.5)");
  });

  it("through those that came and went after it", () => {
    const city = {
      amounts: { a: 10, b: 1 },
      weights: { c: 1, d: 3 },
      organisations: [
        { id: "a", closed: "2024-08-31", successorIds: ["b", "d"] },
        { id: "b", closed: GONE, successorIds: ["c"] },
        { id: "c" },
        { id: "d" },
      ],
    };
    expect(heldBy("c", city)).toBe("3.5 (b 1 × 1, a 2.5 × 0.25)");
    expect(heldBy("d", city)).toBe("7.5 (a 7.5 × 0.75)");
    expect(heldBy("b", city)).toBe("");
  });

  it("once, however often a successor is named", () => {
    const organisations = [{ id: "a", closed: GONE, successorIds: ["b", "b"] }, { id: "b" }];
    expect(heldBy("b", { amounts: { a: 10 }, organisations })).toBe("10 (a 10 × 1)");
  });
});

describe("facts stay where they are", () => {
  it.each([
    ["of one that closes in the year", { id: "a", closed: "2026-01-01", successorIds: ["b"] }],
    ["of one without a successor", { id: "a", closed: GONE }],
    ["of one whose successor nobody knows", { id: "a", closed: GONE, successorIds: ["x"] }],
  ])("%s", (_, life) => {
    const city = { amounts: { a: 10 }, organisations: [life, { id: "b" }] };
    expect([heldBy("a", city), heldBy("b", city)]).toEqual(["10", ""]);
  });

  it("if they are not inherited", () => {
    const organisations = [{ id: "a", closed: GONE, successorIds: ["b"] }, { id: "b" }];
    const table = inherit({ amounts: { a: 10 }, organisations });
    expect(table.cellsOf("a", "pupils").size).toBe(1);
    expect(table.cellsOf("b", "pupils").size).toBe(0);
  });
});

describe("laws", () => {
  it("the sum over organisations is what it was, whoever came after whom", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    // Each may be followed by later ones only, so that no circle comes up.
    const lives = fc.tuple(
      ...ids.map((id, place) =>
        fc.record({
          id: fc.constant(id),
          isGone: fc.boolean(),
          successorIds: fc.subarray(ids.slice(place + 1)),
          amount: fc.nat(1000),
          weight: fc.nat(10),
        }),
      ),
    );
    fc.assert(
      fc.property(lives, (city) => {
        const table = inherit({
          amounts: Object.fromEntries(city.map(({ id, amount }) => [id, amount])),
          weights: Object.fromEntries(city.map(({ id, weight }) => [id, weight])),
          organisations: city.map(({ id, isGone, successorIds }) => ({
            ...{ id, successorIds },
            ...(isGone ? { closed: GONE } : {}),
          })),
        });
        const cells = ids.flatMap((id) => [...table.cellsOf(id, "amount").values()]);
        const sum = cells.reduce<Ratio>((total, { value }) => addRatios(total, value), ZERO);
        const whole = city.reduce((total, { amount }) => total + amount, 0);
        expect(compareRatios(sum, ratioOf(BigInt(whole)))).toBe(0);
      }),
    );
  });
});
