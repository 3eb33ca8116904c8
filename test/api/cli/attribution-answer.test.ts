import { describe, expect, it } from "vitest";
import {
  attributionCsv,
  causeRecords,
  causeSentences,
} from "../../../packages/api/src/cli/attribution-answer.ts";
import { type AttributedChange, type Attribution, tiyn } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";

const LABEL = { ru: "Ставка", kk: "Мөлшерлеме", en: "The rate" };
const CHANGE = changed(1_000n, 1_301n, [100n, 200n, 1n]);
const NONE: Attribution = {
  ...{ causes: [], total: changed(0n, 0n, []), lines: [] },
  ...{ byOrganisation: new Map(), byTier: new Map(), byDistrict: new Map() },
  byBudgetCode: new Map(),
};
const ATTRIBUTION: Attribution = {
  causes: [
    { cause: "rates", parameter: "rate", label: LABEL },
    { cause: "headcounts", parameter: undefined, label: undefined },
    { cause: "rounding", parameter: undefined, label: undefined },
  ],
  total: CHANGE,
  byOrganisation: new Map([["a", CHANGE]]),
  byTier: new Map([["secondary", CHANGE]]),
  byDistrict: new Map([["north", CHANGE]]),
  byBudgetCode: new Map([["1", CHANGE]]),
  lines: [
    { organisationId: "a", tier: "secondary", budgetCode: "1", method: "formula", ...CHANGE },
  ],
};

describe("causes of a difference", () => {
  it.each([
    ["organisation", "id", "a"],
    ["line", "id,tier,budget_code,method", "a,secondary,1,formula"],
    ["tier", "tier", "secondary"],
    ["district", "district", "north"],
    ["programme", "budget_code", "1"],
  ] as const)("stand in columns that add up to the change, by %s", (by, columns, member) => {
    const { columns: header, rows } = attributionCsv(
      ATTRIBUTION,
      { by, scheme: "code" },
      { nameOf: (_, member) => `${member[0]} by name` },
    );
    expect(header.join(",")).toBe(
      `${columns},name,before,after,change,rates:rate,headcounts,rounding`,
    );
    expect([...rows].map((row) => row.join(","))).toEqual([
      `${member},${member.split(",")[0]} by name,10.00,13.01,3.01,1.00,2.00,0.01`,
    ]);
  });

  it("are named as the methodology calls them, else in words of the program", async () => {
    const { context } = await commandContext("en");
    expect(causeRecords(ATTRIBUTION, context)).toMatchObject([
      { cause: "rates", parameter: "rate", name: "The rate", amount: "1.00" },
      { cause: "headcounts", parameter: null, amount: "2.00" },
      { cause: "rounding", name: "rounding", amount: "0.01" },
    ]);
  });

  it("are told one by one, and what they come to together", async () => {
    const { context } = await commandContext("en");
    const sentences = causeSentences(ATTRIBUTION, "KZT", context);
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toBe("The rate: 1.00\u202F₸");
    expect(sentences[3]).toBe("Together the causes make the change: 3.01\u202F₸");
    expect(causeSentences(NONE, "KZT", context)).toEqual(["The calculations do not differ"]);
  });
});

function changed(from: bigint, to: bigint, parts: readonly bigint[]): AttributedChange {
  return { from: tiyn(from), to: tiyn(to), parts: parts.map(tiyn) };
}
