import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  asOf,
  buildPlan,
  findOrganisationsWithoutRows,
  type RegisterRules,
  registerRulesOf,
} from "../../../packages/core/src/index.ts";
import { valueOf } from "../../support/raw-tables.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

const CITY = fileURLToPath(new URL("../../../packages/api/demo/almaty", import.meta.url));

const BUDGET_YEAR = 2026;

describe("the demonstration city", () => {
  it("is read whole and without a warning", async () => {
    const { snapshot, warnings } = valueOf(
      await readRegisterFolder({ folder: CITY }, await rules()),
    );
    expect(warnings).toEqual([]);
    expect(findOrganisationsWithoutRows(snapshot, BUDGET_YEAR)).toEqual([]);
    expect(Object.values(snapshot).map(({ length }) => length)).toEqual([2256, 56_091, 142, 2681]);
  });

  it("has the same organisations in its workbook, sheet by sheet", async () => {
    const folder = await temporaryFolder();
    for (const file of ["register.xlsx", "headcounts.csv"]) {
      await copyFile(join(CITY, file), join(folder, file));
    }
    const [fromFile, fromWorkbook] = [CITY, folder].map(async (each) => {
      const { snapshot } = valueOf(await readRegisterFolder({ folder: each }, await rules()));
      return snapshot.organisations.map(({ source: _, ...organisation }) => organisation);
    });
    expect(await fromWorkbook).toEqual(await fromFile);
  });
});

async function rules(): Promise<RegisterRules> {
  const methodology = valueOf(await readMethodology("kz/almaty"));
  return registerRulesOf(valueOf(buildPlan(methodology, asOf(BUDGET_YEAR))));
}
