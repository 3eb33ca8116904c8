import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactCells } from "../../../packages/core/src/calculation/fact-table.ts";
import type { FactUse, Guard, UseItem } from "../../../packages/core/src/calculation/fact-use.ts";
import { type CellContext, sumCells } from "../../../packages/core/src/calculation/sum-cells.ts";
import { ONE } from "../../../packages/core/src/money/index.ts";

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  count: ["january", "september"],
  level: ["primary", "basic", "general"],
};
const CONDITION = { kind: "truth", value: true, span: { start: 0, end: 0 } } as const;

const over = (position: number): UseItem => ({ kind: "over", position });

function cells(...names: readonly string[]): FactCells {
  return new Map(
    names.map((name) => {
      const source = { file: "headcounts.csv", row: 2 };
      return [name, { codes: name.split("|"), value: ONE, source }];
    }),
  );
}

function guard(holds: boolean): Guard {
  return { condition: CONDITION, holds, attributes: [] };
}

function use(fact: string, ...items: readonly UseItem[]): FactUse {
  return { fact, items, guards: [] };
}

function tuples(change: Partial<CellContext> & { readonly facts?: Record<string, FactCells> }) {
  const { facts = {}, ...rest } = change;
  const context: CellContext = {
    over: ["count", "level"],
    uses: [],
    membersOf: (dimension) => MEMBERS[dimension] ?? [],
    cellsOf: (fact) => facts[fact] ?? new Map(),
    holds: ({ holds }) => holds,
    codeOf: ({ name }) => name,
    ...rest,
  };
  return sumCells(context).map((tuple) => tuple.join("|"));
}

const facts = {
  pupils: cells("january|primary", "september|basic"),
  places: cells("january|primary", "january|basic"),
};

describe("a sum runs over the cells the organisation has", () => {
  it("of the one fact that decides", () => {
    expect(tuples({ facts, uses: [use("pupils", over(0), over(1))] })).toEqual([
      "january|primary",
      "september|basic",
    ]);
  });

  it("in the order of the sum's own dimensions", () => {
    const turned = { over: ["level", "count"], uses: [use("pupils", over(1), over(0))] };
    expect(tuples({ facts, ...turned })).toEqual(["primary|january", "basic|september"]);
  });

  it("of several facts together, each once", () => {
    const uses = [use("pupils", over(0), over(1)), use("places", over(0), over(1))];
    expect(tuples({ facts, uses })).toEqual([
      "january|primary",
      "september|basic",
      "january|basic",
    ]);
  });

  it("of the branch that is taken", () => {
    const guarded = (fact: string, holds: boolean): FactUse => {
      return { ...use(fact, over(0), over(1)), guards: [guard(holds)] };
    };
    expect(tuples({ facts, uses: [guarded("pupils", false), guarded("places", true)] })).toEqual([
      "january|primary",
      "january|basic",
    ]);
  });

  it("none, when it takes no branch that has any", () => {
    const behind = (fact: string): FactUse => {
      return { ...use(fact, over(0), over(1)), guards: [guard(false)] };
    };
    expect(tuples({ facts, uses: [behind("pupils"), behind("places")] })).toEqual([]);
  });

  it("of a branch behind several conditions only when all of them hold", () => {
    const behind = (...holds: readonly boolean[]) =>
      tuples({
        facts,
        uses: [{ ...use("pupils", over(0), over(1)), guards: holds.map(guard) }],
      });
    expect(behind(true, true)).toHaveLength(2);
    expect(behind(true, false)).toEqual([]);
  });

  it("none, when it has none", () => {
    expect(tuples({ uses: [use("pupils", over(0), over(1))] })).toEqual([]);
  });
});

describe("what stands around the sum fixes places of the fact", () => {
  it.each([
    ["a code", { kind: "code", code: "january" }, ["primary"]],
    ["an outer dimension", { kind: "outer", name: "september" }, ["basic"]],
    ["an attribute", { kind: "attribute", name: "january" }, ["primary"]],
    ["an inner sum, which leaves it free", { kind: "any" }, ["primary", "basic"]],
  ] as const)("%s", (_name, item, expected) => {
    const found = tuples({ facts, over: ["level"], uses: [use("pupils", item, over(0))] });
    expect(found).toEqual(expected);
  });
});

describe("all members run where no fact decides", () => {
  it("because there is none", () => {
    expect(tuples({ over: ["level"] })).toEqual(["primary", "basic", "general"]);
    expect(tuples({})).toHaveLength(6);
  });

  it("because none follows the sum", () => {
    const fixed = use("pupils", { kind: "code", code: "january" }, { kind: "any" });
    expect(tuples({ facts, over: ["level"], uses: [fixed] })).toHaveLength(3);
  });

  it("in the dimensions that the fact leaves open", () => {
    const total = { total: cells("january") };
    expect(tuples({ facts: total, uses: [use("total", over(0))] })).toEqual([
      "january|primary",
      "january|basic",
      "january|general",
    ]);
  });
});

describe("laws", () => {
  const name = fc
    .tuple(fc.constantFrom("january", "september"), fc.constantFrom("primary", "basic", "general"))
    .map((codes) => codes.join("|"));
  const names = fc.uniqueArray(name);

  it("a cell of some deciding fact is there once, and no other is", () => {
    fc.assert(
      fc.property(names, names, (first, second) => {
        const uses = [use("first", over(0), over(1)), use("second", over(0), over(1))];
        const found = tuples({ facts: { first: cells(...first), second: cells(...second) }, uses });
        expect([...found].sort()).toEqual([...new Set([...first, ...second])].sort());
      }),
    );
  });

  it("one deciding fact gives what two equal ones give", () => {
    fc.assert(
      fc.property(names, (some) => {
        const one = { facts: { pupils: cells(...some) }, uses: [use("pupils", over(0), over(1))] };
        expect(tuples(one)).toEqual(tuples({ ...one, uses: [...one.uses, ...one.uses] }));
      }),
    );
  });
});
