/** The lines of a run as CSV or JSON. */
import { type CalculationRun, ENGINE_VERSION, formatTenge, type Result } from "@zhanbasy/core";
import { formatCsv } from "../files/write-csv.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import type { Summary } from "./summary.ts";

const COLUMNS = ["bin", "tier", "budget_code", "method", "amount"];

/** Tenge with two decimals; an empty bin is citywide. */
export function linesCsv({ lines }: CalculationRun): string {
  const rows = lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
    ...[organisationId, tier, budgetCode, method],
    formatTenge(amount),
  ]);
  return formatCsv({ columns: COLUMNS, rows });
}

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
  return writeWholeFile(path, isJson ? runJson(run, summary) : linesCsv(run));
}
