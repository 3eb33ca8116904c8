/** The lines of a run as CSV, whether calculated just now or kept. */
import { formatTenge, tiyn } from "@zhanbasy/core";
import { formatCsv } from "./write-csv.ts";

const COLUMNS = ["bin", "tier", "budget_code", "method", "amount"];

/** A line as the file has it; an empty organisation is citywide. */
export type CsvLine = {
  readonly organisationId: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: string;
  readonly amount: bigint;
};

/** Tenge with two decimals; an empty bin is citywide. */
export function linesCsv(lines: readonly CsvLine[]): string {
  const rows = lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
    ...[organisationId, tier, budgetCode, method],
    formatTenge(tiyn(amount)),
  ]);
  return formatCsv({ columns: COLUMNS, rows });
}
