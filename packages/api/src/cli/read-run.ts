/**
 * A calculation from what the command line names: a methodology, a folder and perhaps a table of
 * parameters.
 */
import { readFile } from "node:fs/promises";
import { fail, issue, ok, type RawTable, type Result } from "@zhanbasy/core";
import { readCsv } from "../files/read-csv.ts";
import { readMethodology } from "../files/read-methodology.ts";
import { readRegisterFolder } from "../files/read-register-folder.ts";
import { type CityRun, calculateCity } from "../usecases/calculate-city.ts";
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

async function readParameterTable(path: string | undefined): Promise<Result<RawTable | undefined>> {
  if (path === undefined) return ok(undefined);
  try {
    return readCsv(path, await readFile(path));
  } catch {
    return fail(issue("file-missing", { file: path }, { expected: path }));
  }
}
