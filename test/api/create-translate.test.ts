import { describe, expect, it } from "vitest";
import { createTranslate, LANGUAGES } from "../../packages/api/src/create-translate.ts";

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
