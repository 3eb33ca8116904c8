import { describe, expect, it } from "vitest";
import { faultCodes, runWords } from "../../support/run-words.ts";

describe("words that are no command are refused", () => {
  it.each<[string, readonly string[], string, string]>([
    ["no word at all", [], "command-unknown", ""],
    ["a word that is no command", ["calculat"], "command-unknown", "calculat"],
    ["a word that belongs to nothing", ["calculate", "city"], "option-unknown", "city"],
    ["a second folder", ["check-methodology", "kz", "kz/almaty"], "option-unknown", "kz/almaty"],
    ["an option that there is not", ["calculate", "--yaer", "2026"], "option-unknown", "--yaer"],
    ["an option of another command", ["explain", "--summary"], "option-unknown", "--summary"],
    ["an option before its command", ["--language", "en"], "option-unknown", "--language"],
  ])("%s", async (_, words, code, value) => {
    const run = await runWords(...words);
    expect(run).toMatchObject({ exitCode: 2, printed: "", told: [{ code, facts: { value } }] });
  });

  it.each<[string, readonly string[], string]>([
    ["an option without its value", ["calculate", "--year"], "--year <year>"],
    ["a check of no folder", ["check-methodology"], "folder"],
  ])("%s", async (_, words, option) => {
    const { exitCode, told } = await runWords(...words);
    expect(exitCode).toBe(2);
    expect(told).toMatchObject([{ code: "option-missing", facts: { option } }]);
  });
});

describe("a refusal speaks the language asked for", () => {
  it.each<[readonly string[], RegExp]>([
    [["calculat"], /^Команды «calculat» нет/],
    [["calculat", "--language", "ru"], /^Команды/],
    [["calculat", "--language", "kk"], /^Мұндай команда жоқ: «calculat»/],
    [["calculat", "--language", "en"], /^There is no command/],
    [["calculat", "--language=en"], /^There is no command/],
    [["calculate", "--bogus", "--language", "en"], /^There is no option/],
    [["en"], /^Команды/],
  ])("%s", async (words, message) => {
    const { told } = await runWords(...words);
    expect(told.map((each) => each.message)).toMatchObject([expect.stringMatching(message)]);
  });

  it.each([
    ["calculate", ["--register", "x", "--methodology", "kz", "--year", "2026"]],
    ["explain", ["--register", "x", "--methodology", "kz", "--year", "2026", "--line", "x"]],
    ["check-methodology", ["kz/almaty"]],
  ])("and a language that there is not is a fault of %s", async (command, words) => {
    const run = await runWords(command, ...words, "--language", "de");
    expect(faultCodes(run)).toEqual(["option-malformed"]);
    expect(run.told[0]?.facts).toMatchObject({ value: "de", expected: "ru | kk | en" });
    expect(run.exitCode).toBe(2);
  });
});

describe("help", () => {
  it.each([["--help"], ["calculate", "--help"], ["help"]])(
    "is no fault: %s %s",
    async (...words) => {
      const { exitCode, printed, told } = await runWords(...words.filter(Boolean));
      expect([exitCode, told]).toEqual([0, []]);
      expect(printed).toContain("Usage: zhanbasy");
    },
  );
});
