/** The lines of a run as CSV, whether calculated just now or kept. */
import { type ChosenCase, formatTenge, type IdScheme, idColumnsOf, tiyn } from "@zhanbasy/core";
import { formatCsv } from "./write-csv.ts";

const COLUMNS = ["tier", "budget_code", "method", "amount"];

/** A line as the file has it; an empty organisation is citywide. */
export type CsvLine = {
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: string;
  readonly amount: bigint;
  readonly cases: readonly ChosenCase[];
};

/**
 * Tenge with two decimals; the first column is called as the scheme calls an organisation. Where
 * some line came through a named case, the last column tells which.
 */
export function linesCsv(lines: readonly CsvLine[], scheme: IdScheme): string {
  const hasCases = lines.some(({ cases }) => cases.length > 0);
  const rows = lines.map(({ organisationId, tier, budgetCode, method, amount, cases }) => [
    ...[organisationId, tier, budgetCode, method],
    formatTenge(tiyn(amount)),
    ...(hasCases ? [cases.map(({ label }) => label).join("; ")] : []),
  ]);
  const columns = [idColumnsOf(scheme).own, ...COLUMNS, ...(hasCases ? ["case"] : [])];
  return formatCsv({ columns, rows });
}
