import { describe, expect, it } from "vitest";
import {
  absenceWords,
  cliffSentence,
  rowWords,
} from "../../../packages/api/src/cli/marginal-words.ts";
import {
  type ChangedRule,
  type Cliff,
  findCliffs,
  issue,
  marginalPupils,
  namesOf,
} from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { openedModel } from "../../support/marginal-texts.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import { pupils, snapshot } from "../../support/school-register.ts";

const OWN = "pupils['january', 'basic']";
const { context: CONTEXT } = await commandContext("en");
const READER = { ...CONTEXT, names: namesOf(schoolPlan().methodology) };

describe("in words", () => {
  it("a count is called by its fact and its codes, and says when it is of all year", () => {
    const { rows } = getValue(marginalPupils(cityOf(`10 KZT/pupil * ${OWN}`), "a"));
    expect(rows.map(({ row }) => rowWords(row, READER))).toEqual([
      ...["pupils (en): january (en), basic (en)", "pupils (en): basic (en), all year"],
    ]);
  });

  it("what could not be calculated is said by its fault", () => {
    const refused = { kind: "refused", issues: [issue("table-empty", {}, {})] } as const;
    expect(absenceWords(refused, READER)).toMatch(/^The table has no rows/);
    expect(absenceWords({ kind: "nobody" }, READER)).toMatch(/^there are no children/);
  });

  it("a threshold is a sentence with both counts, both rules and both worths", () => {
    const cliff = cliffOf(`10 KZT/pupil * min(${OWN}, 15 pupil)`);
    expect(cliff.rules.map((rule) => cliffSentence(cliff, rule, READER))).toEqual([
      [
        "pupils (en): january (en), basic (en). From 15 to 16 the rule “amount (en)” changes:",
        "before “pupils (en) [january (en), basic (en)]”, now “15\u202Fpupil”.",
        "For this child the organisation gets 0.00\u202F₸, for the one before 10.00\u202F₸.",
      ].join(" "),
    ]);
  });

  it.each<[string, Partial<ChangedRule>, string]>([
    ["a line", { kind: "line", from: "uncounted", to: "there" }, "now “the line is there”"],
    [
      "a stage",
      { kind: "stage", from: ["floor-kept"], to: ["floor-raised"] },
      "before “not below the floor”, now “raised to the floor”",
    ],
    ["a condition", { choice: "count_if", from: "true", to: "false" }, "before “yes”, now “no”"],
    ["a step", { choice: "band", from: "100", to: "2000" }, "before “100”, now “2,000”"],
    ["a case", { choice: "cases", from: "small", to: "large" }, "before “small”, now “large”"],
  ])("%s is told by what applied and what applies", (_, change, said) => {
    const cliff = cliffOf(`10 KZT/pupil * min(${OWN}, 15 pupil)`);
    const [own] = schoolPlan().lines;
    const stage = { id: "floor", label: { ru: "s", kk: "s", en: "The floor" } };
    const rule = { ...cliff.rules[0], stage, line: own, ...change } as ChangedRule;
    expect(cliffSentence(cliff, rule, READER)).toContain(said);
  });
});

function cityOf(amount: string) {
  const plan = schoolPlan({ lines: [line("amount", amount)] });
  return openedModel(plan, snapshot({ headcounts: [pupils("a", "2026-01-01", "basic", 12)] }));
}

function cliffOf(amount: string): Cliff {
  const asked = {
    fact: "pupils",
    key: new Map(Object.entries({ count: "january", level: "basic" })),
  };
  const [cliff] = getValue(findCliffs(cityOf(amount), "a", 10, asked)).cliffs;
  if (cliff === undefined) throw new Error("a threshold");
  return cliff;
}
