/**
 * A city or a calculation from what the command line names: a methodology, a folder, perhaps a
 * table of parameters, and scenarios.
 */
import { readFile } from "node:fs/promises";
import { fail, findRunWarnings, type Issue, issue, ok, type Result } from "@zhanbasy/core";
import { FILE_SIZE_LIMIT } from "../files/decode-text.ts";
import { scanCsv } from "../files/read-csv.ts";
import { readLocatedMethodology } from "../files/read-methodology.ts";
import { readRegisterFolder } from "../files/read-register-folder.ts";
import { readScenarios } from "../files/read-scenarios.ts";
import {
  calculateScenario,
  openScenario,
  type ScenarioModel,
  type ScenarioRun,
} from "../usecases/calculate-scenario.ts";
import { type City, type ParameterTable, type ReadCity, readCity } from "../usecases/read-city.ts";
import type { RunOptions } from "./options.ts";
import { fileFaults, type OutputPaths } from "./output-paths.ts";

/** Something read, and where in the documents a fault of asking it stands. */
export type Located<Value> = ReadCity<Value> & {
  readonly locate: (found: Issue) => Issue;
  /** Documents of scenarios that were read, parents among them. */
  readonly files: readonly string[];
};

/** What is calculated, and what its reader must be told. */
export type ReadRun = Located<
  ScenarioRun & { readonly city: City; readonly warnings: readonly Issue[] }
>;

/** The city or every fault; one in a document comes with line and column. */
export async function readCityFiles(options: RunOptions): Promise<Located<City>> {
  const { register, parameters, asOf } = options;
  const { methodology, locate: locateInLaw } = await readLocatedMethodology(options.methodology);
  const read = await readScenarios(options.scenarios);
  const locate = (found: Issue): Issue => read.locate(locateInLaw(found));
  const city = await readCity(
    {
      readMethodology: () => Promise.resolve(methodology),
      readParameters: () => readParameterTable(parameters),
      readRegister: (rules) => readRegisterFolder({ folder: register }, rules),
      readScenarios: () => Promise.resolve(read.scenarios),
    },
    asOf,
  );
  const result = locateFaults(city.result, locate);
  if (!result.ok) return { ...city, result, locate, files: read.files };
  const warnings = result.value.warnings.map(locate);
  return { ...city, result: ok({ ...result.value, warnings }), locate, files: read.files };
}

/** The run under the scenario, where one is named, or every fault. */
export async function readRun(options: RunOptions): Promise<ReadRun> {
  const read = await readCityFiles(options);
  const { result: city, locate } = read;
  if (!city.ok) return { ...read, result: city };
  const run = locateFaults(calculateScenario(city.value, city.value.scenarios[0]), locate);
  if (!run.ok) return { ...read, result: run };
  const warnings = [...findRunWarnings(run.value.run).map(locate), ...city.value.warnings];
  return { ...read, result: ok({ ...run.value, city: city.value, warnings }) };
}

/** The model under the scenario, or every fault; no output stands where an input stands. */
export async function readModel(
  options: RunOptions,
  outputs: OutputPaths,
): Promise<Located<ScenarioModel & { readonly city: City }>> {
  const read = await readCityFiles(options);
  const { result: city, locate, files } = read;
  if (!city.ok) return { ...read, result: city };
  const [first, ...others] = fileFaults(outputs, files);
  if (first !== undefined) return { ...read, result: fail(first, others) };
  const opened = locateFaults(openScenario(city.value, city.value.scenarios[0]), locate);
  return { ...read, result: opened.ok ? ok({ ...opened.value, city: city.value }) : opened };
}

/** The result, its faults with their places in the documents. */
export function locateFaults<Value>(
  result: Result<Value>,
  locate: (found: Issue) => Issue,
): Result<Value> {
  if (result.ok) return result;
  const [first, ...others] = result.issues;
  return { ok: false, issues: [locate(first), ...others.map(locate)] };
}

async function readParameterTable(path: string | undefined): Promise<ParameterTable> {
  if (path === undefined) return { table: undefined, issues: [] };
  try {
    const bytes = await readFile(path);
    const scanned = scanCsv({ file: path, bytes, sizeLimit: FILE_SIZE_LIMIT });
    return scanned.ok ? scanned.value : { table: undefined, issues: scanned.issues };
  } catch {
    const missing = issue("file-missing", { file: path }, { expected: path });
    return { table: undefined, issues: [missing] };
  }
}
