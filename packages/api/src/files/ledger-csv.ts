/** The protection ledger of a run as CSV: what each stage did to each line, and who paid. */
import { type CalculationRun, formatTenge, idColumnsOf, lineName, type Tiyn } from "@zhanbasy/core";
import { formatCsv } from "./write-csv.ts";

const COLUMNS = ["line", "stage", "group", "before", "after", "change", "paid_by"];

/**
 * Tenge with two decimals, a line by its name as in the rows of a run. Rows of the envelope and of
 * left-overs belong to no organisation; the changes of a stage and group add up to zero.
 */
export function ledgerCsv({ ledger, plan }: Pick<CalculationRun, "ledger" | "plan">): string {
  const names = new Map(plan.lines.map((line) => [line.id, lineName(line)]));
  const rows = ledger.map(
    ({ organisationId, line, stage, group, before, after, change, paidBy }) => [
      ...[organisationId, names.get(line) ?? "", stage, group],
      ...[amountText(before), amountText(after), formatTenge(change), paidBy],
    ],
  );
  return formatCsv({ columns: [idColumnsOf(plan.methodology.idScheme).own, ...COLUMNS], rows });
}

function amountText(amount: Tiyn | undefined): string {
  return amount === undefined ? "" : formatTenge(amount);
}
