import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../packages/api/src/cli/command-table.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { faultCodes, runWords } from "../../support/run-words.ts";

describe("words that are no command are refused", () => {
  it.each<[string, readonly string[], string, string]>([
    ["a word that is no command", ["calculat"], "command-unknown", "calculat"],
    ["a word that belongs to nothing", ["calculate", "city"], "option-unknown", "city"],
    ["a second folder", ["check-methodology", "kz", "kz/almaty"], "option-unknown", "kz/almaty"],
    ["an option that there is not", ["calculate", "--yaer", "2026"], "option-unknown", "--yaer"],
    ["an option of another command", ["explain", "--summary"], "option-unknown", "--summary"],
    ["a way of adding up one figure", ["explain", "--by", "tier"], "option-unknown", "--by"],
    ["a word behind a merge", ["merge", "x.json"], "option-unknown", "x.json"],
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
    [["--language", "en", "calculat"], /^There is no option/],
    [["--language=kk", "--bogus"], /^Мұндай опция жоқ/],
    [["calculate", "--language", "kk", "--year"], /Опция|опция/],
    [["calculate", "city", "--language=en"], /^There is no option/],
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
  it.each<[readonly string[], string]>([
    [[], "Вызов: zhanbasy"],
    [["--help"], "Вызов: zhanbasy"],
    [["-h"], "Вызов: zhanbasy"],
    [["help"], "Вызов: zhanbasy"],
    [["calculate", "--help"], "Вызов: zhanbasy calculate"],
    [["--help", "--language", "kk"], "Шақыру: zhanbasy"],
    [["explain", "--language=en", "--help"], "Usage: zhanbasy explain"],
    [["check-methodology", "--help", "--language", "en"], "Usage: zhanbasy check-methodology"],
  ])("is no fault: %j", async (words, usage) => {
    const { exitCode, printed, told } = await runWords(...words);
    expect([exitCode, told]).toEqual([0, []]);
    expect(printed.startsWith(usage)).toBe(true);
  });

  it.each([
    ["ru", ["Вызов:", "Опции:", "Команды:", "Что указать:"]],
    ["kk", ["Шақыру:", "Опциялар:", "Командалар:", "Көрсетілетіні:"]],
    ["en", ["Usage:", "Options:", "Commands:", "Arguments:"]],
  ])("has its titles and every sentence in %s", async (language, titles) => {
    const pages = await Promise.all(
      [[], ...COMMANDS.map(({ name }) => [name])].map(async (words) => {
        const { printed } = await runWords(...words, "--help", "--language", language);
        return printed;
      }),
    );
    const text = pages.join("");
    for (const title of titles) expect(text).toContain(`${title}`);
    const own = wordsOf(text);
    expect(own.length).toBeGreaterThan(20);
    const foreign = language === "en" ? /[а-яё]/i : /\b(?:options|commands|display|show)\b/i;
    expect(own.filter((line) => foreign.test(line))).toEqual([]);
    if (language !== "en") expect(text).not.toContain("[options]");
  });

  it.each(["ru", "kk"])(
    "tells in %s, too, what is taken where nothing is written",
    async (language) => {
      const { printed } = await runWords("explain", "--help", "--language", language);
      expect(wordsOf(printed).filter((line) => line.includes("default"))).toEqual([]);
    },
  );

  it("beside the version, which is that of the engine", async () => {
    for (const word of ["--version", "-V"]) {
      expect(await runWords(word)).toEqual({
        ...{ exitCode: 0, printed: `${ENGINE_VERSION}\n`, told: [] },
      });
    }
  });
});

/** What a help says of its options and commands, without their names. */
function wordsOf(help: string): readonly string[] {
  return help
    .split("\n")
    .filter((line) => line !== "" && !line.includes("zhanbasy"))
    .map((line) => line.replace(/^ +(?:-|\w[\w-]+ ).*?(?: {2,}|$)/, ""));
}
