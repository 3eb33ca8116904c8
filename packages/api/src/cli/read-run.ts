/**
 * A calculation from what the command line names: a methodology, a folder and perhaps a table of
 * parameters.
 */
import { readFile } from "node:fs/promises";
import { issue } from "@zhanbasy/core";
import { FILE_SIZE_LIMIT } from "../files/decode-text.ts";
import { scanCsv } from "../files/read-csv.ts";
import { readMethodology } from "../files/read-methodology.ts";
import { readRegisterFolder } from "../files/read-register-folder.ts";
import { type CityRun, calculateCity, type ParameterTable } from "../usecases/calculate-city.ts";
import type { RunOptions } from "./options.ts";

export function readRun({ register, methodology, parameters, asOf }: RunOptions): Promise<CityRun> {
  const sources = {
    readMethodology: () => readMethodology(methodology),
    readParameters: () => readParameterTable(parameters),
    readRegister: (rules: Parameters<typeof readRegisterFolder>[1]) =>
      readRegisterFolder({ folder: register }, rules),
  };
  return calculateCity(sources, asOf);
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
