import { describe, expect, it } from "vitest";
import {
  comparisonAnswer,
  type NamedSide,
} from "../../../packages/api/src/cli/comparison-answer.ts";
import type { ComparedSide } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { comparedSide } from "../../support/compared-sides.ts";

const BASE = comparedSide({ "a|secondary|1": 11_000n, "b|secondary|1": 500n });
const BEFORE = comparedSide({ "a|secondary|1": 10_000n, "c|secondary|1": 700n });
const TRIED = comparedSide({ "a|secondary|1": 11_000n, "b|secondary|1": 400n });
const WORDS = {
  scheme: "code",
  currency: "KZT",
  names: { nameOf: (_: unknown, member: readonly string[]) => `${member[0]} by name` },
} as const;
const BY_ORGANISATION = { by: "organisation", ...WORDS } as const;

describe("a comparison", () => {
  it("counts scenarios from the base and the base from the year before; absent is no zero", async () => {
    const { context } = await commandContext("en");
    const sides = [side("base", BASE), side("last_year", BEFORE), side("scenario_1", TRIED)];
    const { table, record } = comparisonAnswer(sides, BY_ORGANISATION, context);
    expect(table.columns).toEqual([
      ...["id", "name", "base", "last_year", "scenario_1"],
      ...["base_change", "base_percent", "scenario_1_change", "scenario_1_percent"],
    ]);
    expect([...table.rows]).toEqual([
      ["a", "a by name", "110.00", "100.00", "110.00", "10.00", "10.00", "0.00", "0.00"],
      ["b", "b by name", "5.00", "", "4.00", "5.00", "", "-1.00", "-20.00"],
      ["c", "c by name", "", "7.00", "", "-7.00", "-100.00", "", ""],
    ]);
    expect(record).toMatchObject({
      changes: [
        { from: "last_year", to: "base", change: "8.00", appeared: { count: 1, amount: "5.00" } },
        {
          ...{ from: "base", to: "scenario_1", change: "-1.00", percent: "-0.87", same: 1 },
          less: { count: 1, amount: "-1.00" },
        },
      ],
    });
  });

  it("says in a sentence for each pair who gets more, less and the same", async () => {
    const { context } = await commandContext("en");
    const sides = [side("base", BASE), side("scenario_1", TRIED)];
    const { sentences } = comparisonAnswer(sides, BY_ORGANISATION, context);
    expect(sentences).toEqual([
      "base → scenario_1: −1.00\u202F₸ (−0.87\u202F%). More: 0 (0.00\u202F₸), less: 1 (−1.00\u202F₸), the same: 1",
    ]);
  });

  it("by line splits against the year before where months are known, and says why not", async () => {
    const { context } = await commandContext("en");
    const sides = [side("base", months(BASE, 10n)), side("last_year", months(BEFORE, 20n))];
    const { table, sentences } = comparisonAnswer(sides, { by: "line", ...WORDS }, context);
    const split = [...table.rows].map((row) => row.slice(-7).join(" "));
    expect(table.columns.slice(-7)).toEqual([
      ...["last_year_child_months", "base_child_months", "count_effect", "rate_effect"],
      ...["rounding", "whole", "why"],
    ]);
    expect(split).toEqual([
      "20 10 -80.00 90.00 0.00  ",
      " 10    appeared there was no such line before",
      "20     gone there is no such line any more",
    ]);
    expect(sentences.join(" ")).toContain("Count: −80.00\u202F₸, average rate: 90.00\u202F₸");
  });
});

function side(id: NamedSide["id"], own: ComparedSide): NamedSide {
  return { id, label: id, side: own, record: {} };
}

function months(own: ComparedSide, count: bigint): ComparedSide {
  return {
    ...own,
    lines: own.lines.map((line) => ({
      ...line,
      childMonths: { numerator: count, denominator: 1n },
    })),
  };
}
