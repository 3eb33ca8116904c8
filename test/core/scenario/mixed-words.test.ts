import { describe, expect, it } from "vitest";
import { columnsOfRegister, type RegisterSnapshot } from "../../../packages/core/src/index.ts";
import { findForeignWords } from "../../../packages/core/src/scenario/mixed-words.ts";
import { label, schoolPlan } from "../../support/school-methodology.ts";
import { organisation, pupils, snapshot } from "../../support/school-register.ts";

const PLAN = schoolPlan({
  more: [
    {
      codeLists: [
        {
          codeList: "language",
          label: label("language"),
          codes: [{ code: "kk", label: label("kk") }],
        },
      ],
      attributes: [
        {
          ...{ attribute: "languages", label: label("languages"), type: "codes" },
          ...{ codeList: "language", column: "languages", optional: true },
        },
        {
          attribute: "network",
          label: label("network"),
          type: "group",
          column: "network",
          optional: true,
        },
      ],
    },
  ],
});

function foreignWords(register: Partial<RegisterSnapshot>): readonly string[] {
  const columns = columnsOfRegister(PLAN, snapshot(register));
  return findForeignWords(PLAN, columns).map(({ code, place, facts }) =>
    [place.column, code, "value" in facts ? facts.value : ""].join(" "),
  );
}

const of = (attributes: Readonly<Record<string, string>>) => ({
  organisations: [organisation({ attributes })],
});

describe("a law cannot read", () => {
  it.each<[string, Partial<RegisterSnapshot>, readonly string[]]>([
    [
      "a code that its list does not have",
      of({ ownership: "mixed" }),
      ["ownership code-unknown mixed"],
    ],
    ["one of several codes", of({ languages: "kk;ru" }), ["languages code-unknown ru"]],
    ["a word for a number", of({ capacity: "many" }), ["capacity number-malformed many"]],
    ["a word for a day", of({ founded_on: "soon" }), ["founded_on date-malformed soon"]],
    [
      "a count by a code that it does not have",
      { headcounts: [pupils("a", "2026-01-01", "senior", 1)] },
      ["pupils code-unknown senior"],
    ],
  ])("%s", (_, register, expected) => {
    expect(foreignWords(register)).toEqual(expected);
  });

  it("and reads all that is in its own words", () => {
    const own = of({ languages: "kk", capacity: "10", founded_on: "1990-09-01", network: "any" });
    expect(foreignWords({ ...own, headcounts: [pupils("a", "2026-01-01", "basic", 1)] })).toEqual(
      [],
    );
  });
});
