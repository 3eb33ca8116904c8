/** The lines of a run as CSV or JSON. */
import { type CalculationRun, ENGINE_VERSION, formatTenge, type Result } from "@zhanbasy/core";
import { linesCsv } from "../files/lines-csv.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import type { Summary } from "./summary.ts";

/** The summary with every line, the methodology it was made by and the version of the engine. */
export function runJson(run: CalculationRun, summary: Summary): string {
  const { id, isDemonstration } = run.plan.methodology;
  const lines = run.lines.map(({ organisationId, tier, budgetCode, method, amount }) => ({
    ...{ bin: organisationId, tier, budget_code: budgetCode, method },
    amount: formatTenge(amount),
  }));
  const { lines: count, ...rest } = summary;
  const head = { methodology: id, demonstration: isDemonstration, engineVersion: ENGINE_VERSION };
  return `${JSON.stringify({ ...head, ...rest, lineCount: count, lines }, null, 2)}\n`;
}

/** Writes the file whole or not at all; the ending decides the form. */
export function writeRun(
  path: string,
  run: CalculationRun,
  summary: Summary,
): Promise<Result<undefined>> {
  const isJson = path.toLowerCase().endsWith(".json");
  return writeWholeFile(path, isJson ? runJson(run, summary) : linesCsv(run.lines));
}
