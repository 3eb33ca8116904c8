import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../../packages/api/src/cli/run-cli.ts";
import type { Place } from "../../../packages/core/src/index.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

/**
 * A command that is refused, or warns, for one reason. `{folder}` stands for a folder that holds
 * `register`, one state school in good order with `files` replaced, and `methodology`, which stands
 * on kz/almaty with `documents` added, and whatever is named `beside` them.
 */
type CommandFault = {
  readonly code: string;
  readonly words: readonly string[];
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly documents?: Readonly<Record<string, unknown>>;
  /** Other documents in the folder, by path. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** What the fault comes from, told after it. */
  readonly others?: readonly string[];
  readonly expect: Place;
  readonly isWarning?: boolean;
};

type Told = Place & { readonly code: string; readonly severity: string; readonly message: string };

const FAULTS = new URL("../../faults/", import.meta.url);
const SCHOOL: Readonly<Record<string, readonly string[]>> = {
  "organisations.csv": [
    "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity,build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin",
    "600140375485,Школа № 501,№ 501 мектеп,zhetysu,general_school,state_institution,urban,784,none,,kk,1984-09-01,,",
  ],
  "headcounts.csv": [
    "bin,measure,period,tier,level_or_group,programme,child_category,headcount",
    "600140375485,enrolled,2026-01-01,secondary,primary,general,general,495",
    "600140375485,enrolled,2026-09-05,secondary,primary,general,general,501",
    "600140375485,enrolled,2026-01-01,special_needs,secondary,inclusive,speech,5",
    "600140375485,enrolled,2026-09-05,special_needs,secondary,inclusive,speech,6",
  ],
};
const MANIFEST = {
  formatVersion: 1,
  methodology: "test/fault",
  label: { ru: "Проверка", kk: "Тексеру", en: "Check" },
  extends: "kz/almaty",
  years: [2026],
};

describe("a broken command is told its one fault", () => {
  it.each(commandFaults().map((fault) => [fault.code, fault] as const))("%s", async (_, fault) => {
    const { exitCode, told, folder } = await run(fault);
    const { others = [], expect: place } = fault;
    const faults = told.filter(({ severity }) => severity === "fault");
    const found = told.filter(({ code }) => code === fault.code);
    expect(faults.map(({ code }) => code)).toEqual(fault.isWarning ? [] : [fault.code, ...others]);
    expect(exitCode).toBe(fault.isWarning ? 0 : 2);
    expect(found).toHaveLength(1);
    const { file } = place;
    const named = file === undefined ? {} : { file: file.replace("{folder}", folder) };
    expect(found[0]).toMatchObject({ ...place, ...named });
    // Whoever mends a document is led to its line and column.
    if (fault.expect.path !== undefined) {
      expect(found[0]?.line).toBeGreaterThan(0);
      expect(Number(found[0]?.column)).toBeGreaterThan(0);
    }
    expect(found[0]?.message).not.toMatch(/\{\{|undefined/);
  });
});

async function run({ words, files = {}, documents = {}, beside = {} }: CommandFault) {
  const folder = await temporaryFolder();
  const register = { ...SCHOOL, ...files };
  const methodology = { "manifest.json": MANIFEST, ...documents };
  await mkdir(join(folder, "register"));
  await mkdir(join(folder, "methodology"));
  for (const [name, lines] of Object.entries(register)) {
    await writeFile(join(folder, "register", name), `${lines.join("\n")}\n`);
  }
  for (const [name, content] of Object.entries(methodology)) {
    await writeFile(join(folder, "methodology", name), JSON.stringify(content, null, 2));
  }
  for (const [name, content] of Object.entries(beside)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), textOf(content));
  }
  let errors = "";
  const exitCode = await runCli(
    words.map((word) => word.replace("{folder}", folder)),
    {
      print: () => undefined,
      printError: (text) => {
        errors += text;
      },
    },
  );
  const lines = errors.split("\n").filter((line) => line !== "");
  return { exitCode, told: lines.map((line) => JSON.parse(line) as Told), folder };
}

/** A list is the lines of a table. */
function textOf(content: unknown): string {
  return Array.isArray(content) ? `${content.join("\n")}\n` : JSON.stringify(content, null, 2);
}

/** The fixtures that name the words of a command. */
function commandFaults(): readonly CommandFault[] {
  return readdirSync(FAULTS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, FAULTS), "utf8")) as CommandFault)
    .filter((fault) => "words" in fault);
}
