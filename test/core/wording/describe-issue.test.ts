import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { issue, namesOf } from "../../../packages/core/src/index.ts";
import { describeIssue } from "../../../packages/core/src/wording/describe-issue.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool } from "../../support/school-methodology.ts";

const ru = await createTranslate("ru");
const en = await createTranslate("en");

describe("an issue is told", () => {
  const absent = issue(
    "fact-missing",
    {},
    {
      ...{ fact: "pupils", tier: "secondary", measure: "enrolled", periods: "2026-01-01" },
      year: "2026",
    },
  );

  it("in words of the methodology where it is known", () => {
    const names = namesOf(getValue(parseSchool()));
    expect(describeIssue(absent, en, "en", names)).toContain(
      "“pupils (en)”: secondary (en), enrolled.",
    );
    expect(describeIssue(absent, ru, "ru", names)).toContain("«pupils (ru)»: secondary (ru)");
  });

  it("in its own words otherwise", () => {
    expect(describeIssue(absent, en, "en")).toContain("“pupils”: secondary, enrolled.");
  });

  it("with causes of a difference in words, the methodology's own as it calls them", () => {
    const cause = { code: "wages", label: label("pay") };
    const codeLists = [{ codeList: "cause", label: label("cause"), codes: [cause] }];
    const names = namesOf(getValue(parseSchool({ more: [{ codeLists }] })));
    const refused = issue("attribution-infeasible", {}, { causes: "rules, wages, secondary.Ez" });
    expect(describeIssue(refused, en, "en", names)).toContain(": rules, pay (en), secondary.Ez.");
    expect(describeIssue(refused, ru, "ru")).toContain(": правила расчёта, wages, secondary.Ez.");
  });

  it("with amounts and days as people write them", () => {
    const facts = { target: "1000.00", bounds: "rate ≥ 5", amount: "2500.5", lacking: "1500.50" };
    expect(describeIssue(issue("lever-infeasible", {}, facts), ru, "ru")).toContain(
      "1\u202f500,50",
    );
    const days = { parameter: "rate", days: "2026-01-01, 2026-09-01" };
    const ambiguous = describeIssue(issue("override-ambiguous", {}, days), ru, "ru");
    expect(ambiguous).toContain("01.01.2026, 01.09.2026");
  });

  it("with what a change of a scenario touches by its kind", () => {
    const target = (text: string): string => {
      const facts = { target: text, value: "1" };
      return describeIssue(issue("override-settled", {}, facts), ru, "ru");
    };
    expect(target("parameter secondary.L")).toContain(": параметр secondary.L,");
    expect(target("switch floor")).toContain(": этап floor,");
    expect(target("envelope city")).toContain(": лимит города,");
    expect(target("envelope tier=secondary")).toContain(": лимит tier=secondary,");
  });

  it("with what is no word of the catalogue as it stands", () => {
    const syntax = issue("json-syntax", {}, { reason: "SomethingNew" });
    expect(describeIssue(syntax, en, "en")).toContain("SomethingNew");
  });
});
