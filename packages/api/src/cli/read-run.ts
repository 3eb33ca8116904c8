/**
 * A calculation from what the command line names: a methodology, a folder and perhaps a table of
 * parameters.
 */
import { readFile } from "node:fs/promises";
import { type Issue, issue, ok, type Result } from "@zhanbasy/core";
import { FILE_SIZE_LIMIT } from "../files/decode-text.ts";
import { scanCsv } from "../files/read-csv.ts";
import { type LocatedMethodology, readLocatedMethodology } from "../files/read-methodology.ts";
import { readRegisterFolder } from "../files/read-register-folder.ts";
import { type CityRun, calculateCity, type ParameterTable } from "../usecases/calculate-city.ts";
import type { RunOptions } from "./options.ts";

/** A run, and where in the documents a fault of asking it stands. */
export type ReadRun = CityRun & Pick<LocatedMethodology, "locate">;

/** The run or every fault; one of the methodology with its document, line and column. */
export async function readRun(options: RunOptions): Promise<ReadRun> {
  const { register, parameters, asOf } = options;
  const { methodology, locate } = await readLocatedMethodology(options.methodology);
  const sources = {
    readMethodology: () => Promise.resolve(methodology),
    readParameters: () => readParameterTable(parameters),
    readRegister: (rules: Parameters<typeof readRegisterFolder>[1]) =>
      readRegisterFolder({ folder: register }, rules),
  };
  const city = await calculateCity(sources, asOf);
  const { result } = city;
  if (!result.ok) return { ...city, result: locateFaults(result, locate), locate };
  const warnings = result.value.warnings.map(locate);
  return { ...city, result: ok({ ...result.value, warnings }), locate };
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
