import { expect, it } from "vitest";
import { COMMANDS } from "../../../packages/api/src/cli/command-table.ts";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";

it("every command and each of its options has a sentence of its own in every language", async () => {
  for (const language of LANGUAGES) {
    const translate = await createTranslate(language);
    for (const { name, help, options } of COMMANDS) {
      const sentences = [help, ...options.map((each) => each.help)].map((key) =>
        translate(`help.${key}`),
      );
      expect([name, new Set(sentences).size]).toEqual([name, sentences.length]);
    }
  }
});

it("no command has an option twice, and every one takes a language", () => {
  for (const { options } of COMMANDS) {
    const flags = options.map((each) => each.flags.split(" ")[0]);
    expect(new Set(flags).size).toBe(flags.length);
    expect(flags).toContain("--language");
  }
});
