/** Named formulas as CSV: one row an organisation, one column a formula. */
import { type FormulaTable, type IdScheme, idColumnsOf } from "@zhanbasy/core";
import { formatCsv } from "./write-csv.ts";

/** Plain digits; a formula that names cases has a second column `<name>.case`. */
export function formulasCsv({ columns, rows }: FormulaTable, scheme: IdScheme): string {
  const names = columns.flatMap(({ formula, hasCases }) =>
    hasCases ? [formula, `${formula}.case`] : [formula],
  );
  const cells = rows.map((row) => [
    row.organisationId,
    ...row.cells.flatMap(({ value, chosenCase }, place) =>
      columns[place]?.hasCases === true ? [value, chosenCase ?? ""] : [value],
    ),
  ]);
  return formatCsv({ columns: [idColumnsOf(scheme).own, ...names], rows: cells });
}
