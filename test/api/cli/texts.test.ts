import { describe, expect, it } from "vitest";
import {
  createTranslate,
  describeIssue,
  describeSource,
  LANGUAGES,
} from "../../../packages/api/src/cli/texts.ts";
import { issue } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { parseSchool } from "../../support/school-methodology.ts";

const ru = await createTranslate("ru");
const en = await createTranslate("en");

describe("a text", () => {
  it("has its variables put in as they are", () => {
    expect(ru("issue.command-unknown", { value: "<b>", expected: "{{x}}" })).toBe(
      "Команды «<b>» нет. Возможные команды: {{x}}.",
    );
  });

  it("shows a dash for an empty variable", () => {
    expect(en("place.file", { file: "" })).toBe("file —");
  });

  it("stops when there is none, rather than show its key", () => {
    expect(() => ru("issue.unheard-of")).toThrow("no text for issue.unheard-of");
    expect(ru.find("issue.unheard-of")).toBeUndefined();
    expect(ru.find("status.local")).toBe("местный акт");
  });

  it("is there in every language for every word of a status", async () => {
    for (const language of LANGUAGES) {
      const translate = await createTranslate(language);
      const words = ["enacted", "local", "secondary", "draft", "assumed"].map((status) =>
        translate(`status.${status}`),
      );
      expect(new Set(words).size).toBe(5);
    }
  });
});

it("a row that a value was read from is told with its file and its sheet", () => {
  expect(describeSource({ file: "a.csv", row: 12 }, en)).toBe("file a.csv, row 12");
  expect(describeSource({ file: "a.xlsx", sheet: "Школы", row: 7 }, en)).toBe(
    "file a.xlsx, sheet “Школы”, row 7",
  );
});

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
    const methodology = getValue(parseSchool());
    expect(describeIssue(absent, en, "en", methodology)).toContain(
      "“pupils (en)”: secondary (en), enrolled.",
    );
    expect(describeIssue(absent, ru, "ru", methodology)).toContain("«pupils (ru)»: secondary (ru)");
  });

  it("in its own words otherwise", () => {
    expect(describeIssue(absent, en, "en")).toContain("“pupils”: secondary, enrolled.");
  });

  it("with what is no word of the catalogue as it stands", () => {
    const syntax = issue("json-syntax", {}, { reason: "SomethingNew" });
    expect(describeIssue(syntax, en, "en")).toContain("SomethingNew");
  });
});
