import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  findMissingCounts,
  findOrganisationsWithoutRows,
  type Issue,
  type Place,
} from "../../../packages/core/src/index.ts";
import { type FolderFile, registerFolder } from "../../support/register-folder.ts";
import { registerRules } from "../../support/register-rules.ts";

/**
 * Files replace those of the small register; null takes one away. In `expect`, `{folder}` stands
 * for their folder.
 */
type RegisterFault = {
  readonly code: string;
  readonly files: Readonly<Record<string, FolderFile>>;
  /** What is asked to be read, when it is not the folder itself. */
  readonly path?: string;
  readonly expect: Place;
  readonly isWarning?: boolean;
  readonly sizeLimit?: number;
};

const FOLDER = new URL("../../faults/", import.meta.url);
const BUDGET_YEAR = 2026;

describe("a broken register is told its one fault where it stands", () => {
  it.each(registerFaults().map((fault) => [fault.code, fault] as const))("%s", async (_, fault) => {
    const folder = await registerFolder(fault.files);
    const { issues, warnings } = await read(fault, folder);
    const { file, ...place } = fault.expect;
    const named = file === undefined ? {} : { file: file.replace("{folder}", folder) };
    const expected = [{ code: fault.code, place: { ...named, ...place } }];
    const told = (found: readonly Issue[]) => found.map(({ code, place }) => ({ code, place }));
    expect(told(issues)).toEqual(fault.isWarning ? [] : expected);
    expect(told(warnings)).toEqual(fault.isWarning ? expected : []);
  });
});

async function read({ sizeLimit, path = "" }: RegisterFault, parent: string) {
  const folder = join(parent, path);
  const source = sizeLimit === undefined ? { folder } : { folder, sizeLimit };
  const rules = registerRules();
  const result = await readRegisterFolder(source, rules);
  if (!result.ok) return { issues: result.issues, warnings: [] };
  const { snapshot, warnings } = result.value;
  return {
    issues: [],
    warnings: [
      ...warnings,
      ...findOrganisationsWithoutRows(snapshot, rules, BUDGET_YEAR),
      ...findMissingCounts(snapshot, rules, BUDGET_YEAR),
    ],
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
