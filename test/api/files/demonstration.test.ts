import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  asOf,
  buildPlan,
  findMissingCounts,
  findOrganisationsWithoutRows,
  isTotal,
  type RegisterRules,
  registerRulesOf,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { withoutSources } from "../../support/without-sources.ts";

const CITY = fileURLToPath(new URL("../../../packages/api/demo/almaty", import.meta.url));

const BUDGET_YEAR = 2026;

describe("the demonstration city", () => {
  it("is read whole and without a warning", async () => {
    const { snapshot, warnings } = getValue(
      await readRegisterFolder({ folder: CITY }, await rules()),
    );
    expect(warnings).toEqual([]);
    expect(findOrganisationsWithoutRows(snapshot, await rules(), BUDGET_YEAR)).toEqual([]);
    expect(findMissingCounts(snapshot, await rules(), BUDGET_YEAR)).toEqual([]);
    expect(findMissingCounts(snapshot, await rules(), BUDGET_YEAR - 1)).toEqual([]);
    const { organisations, headcounts, facts, estimates, lastYear } = snapshot;
    const lists = [organisations, headcounts, facts, estimates, lastYear];
    expect(lists.map(({ length }) => length)).toEqual([2256, 56_091, 0, 142, 2681]);
  });

  it("has the same organisations in its workbook, sheet by sheet", async () => {
    const folder = await temporaryFolder();
    for (const file of ["register.xlsx", "headcounts.csv"]) {
      await copyFile(join(CITY, file), join(folder, file));
    }
    const [fromFile, fromWorkbook] = [CITY, folder].map(async (each) => {
      const { snapshot } = getValue(await readRegisterFolder({ folder: each }, await rules()));
      return withoutSources(snapshot).organisations;
    });
    expect(await fromWorkbook).toEqual(await fromFile);
  });
});

describe("the words of a workbook in Kazakh", () => {
  it.each(["Аудан бойынша жиыны: 5", "Қала бойынша барлығы", "Орындаушы: бөлім", "Барлығы"])(
    "«%s» begins a row that is no organisation",
    async (text) => {
      const { workbook } = await rules();
      expect(isTotal(["", text], workbook?.ignoredFirstCells ?? [])).toBe(true);
    },
  );

  it.each(["қазақ", "орыс", "ағылшын"])("«%s» is a language", async (word) => {
    const { codeLists } = await rules();
    const words = [...(codeLists.get("language")?.codes.values() ?? [])].flatMap(
      (code) => code.words,
    );
    expect(words).toContain(word);
  });
});

async function rules(): Promise<RegisterRules> {
  const methodology = getValue(await readMethodology("kz/almaty"));
  return registerRulesOf(getValue(buildPlan(methodology, asOf(BUDGET_YEAR))));
}
