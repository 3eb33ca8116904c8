import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  findOrganisationsWithoutRows,
  type Issue,
  type Place,
} from "../../../packages/core/src/index.ts";
import { type FolderFile, registerFolder } from "../../support/register-folder.ts";
import { registerRules } from "../../support/register-rules.ts";

/** Files replace those of the small register; null takes one away. */
type RegisterFault = {
  readonly code: string;
  readonly files: Readonly<Record<string, FolderFile>>;
  readonly expect: Place;
  readonly isWarning?: boolean;
  readonly sizeLimit?: number;
};

const FOLDER = new URL("../../faults/", import.meta.url);
const BUDGET_YEAR = 2026;

describe("a broken register is told its one fault where it stands", () => {
  it.each(registerFaults().map((fault) => [fault.code, fault] as const))("%s", async (_, fault) => {
    const { issues, warnings } = await read(fault);
    const expected = [{ code: fault.code, place: fault.expect }];
    const told = (found: readonly Issue[]) => found.map(({ code, place }) => ({ code, place }));
    expect(told(issues)).toEqual(fault.isWarning ? [] : expected);
    expect(told(warnings)).toEqual(fault.isWarning ? expected : []);
  });
});

async function read(fault: RegisterFault) {
  const folder = await registerFolder(fault.files);
  const { sizeLimit } = fault;
  const source = sizeLimit === undefined ? { folder } : { folder, sizeLimit };
  const result = await readRegisterFolder(source, registerRules());
  if (!result.ok) return { issues: result.issues, warnings: [] };
  const { snapshot, warnings } = result.value;
  return {
    issues: [],
    warnings: [...warnings, ...findOrganisationsWithoutRows(snapshot, BUDGET_YEAR)],
  };
}

/** The documents of this folder that break a register; others break a methodology. */
function registerFaults(): readonly RegisterFault[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as RegisterFault)
    .filter((fault) => "files" in fault && !("words" in fault))
    .filter(({ files }) => Object.keys(files).some((name) => /\.(?:csv|xlsx)$/.test(name)));
}
