/** Figures that stages made and formulas asked by name, as the command line explains them. */
import { describe, expect, it } from "vitest";
import { type CommandRun, faultCodes, runWords } from "../../support/run-words.ts";
import { STAGED_LINE, stagedFolders } from "../../support/staged-school.ts";

describe("what stages and formulas made", () => {
  const explainStaged = async (...words: readonly string[]): Promise<CommandRun> => {
    const [methodology, register] = await stagedFolders();
    const folders = ["--methodology", methodology, "--register", register, "--year", "2026"];
    return runWords("explain", ...folders, ...words);
  };

  it.each([
    ["ru", "Применён случай «small» (amount (ru))", "Этап «guarantee (ru)»: "],
    ["kk", "Қолданылған жағдай: «small» (amount (kk))", "«guarantee (kk)» сатысы: "],
    ["en", "Case applied: “small” (amount (en))", "Stage “guarantee (en)”: "],
  ])("is told in %s, with the case beside the amount", async (language, chosen, stage) => {
    const figure = ["--organisation", "b", "--line", STAGED_LINE, "--language", language];
    const { printed, told } = await explainStaged(...figure);
    expect(told).toEqual([]);
    expect(printed.split("\n")).toContain(chosen);
    expect(printed).toContain(stage);
    expect(printed).not.toMatch(/\{\{|undefined|⟦/);
  });

  it("is told of a formula of an organisation or of the city", async () => {
    const share = await explainStaged("--formula", "share", "--organisation", "b");
    expect(share.printed).toContain("Значение: 0,333333…");
    expect(share.printed).toContain("share (ru) = 0,333333…");
    const city = await explainStaged("--formula", "pupils.city", "--format", "json");
    expect(JSON.parse(city.printed)).toMatchObject({ trace: { value: { exact: "150" } } });
    const told = await explainStaged("--formula", "pupils.city", "--language", "en");
    expect(told.printed).toContain("Value of the city, no organisation");
  });

  it.each<[readonly string[], readonly string[]]>([
    [["--formula", "share"], ["option-missing"]],
    [["--formula", "share", "--line", "x"], ["option-malformed"]],
    [["--formula", "shares", "--organisation", "a"], ["formula-unknown"]],
    [["--formula", "by_level", "--organisation", "a"], ["formula-grain"]],
    [["--formula", "share", "--organisation", "z"], ["organisation-absent"]],
  ])("%s is refused", async (words, codes) => {
    const run = await explainStaged(...words);
    expect([run.exitCode, faultCodes(run)]).toEqual([2, codes]);
  });
});
