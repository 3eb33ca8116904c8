/** A run as files: its lines or the formulas asked for, as CSV or JSON, and its ledger. */
import {
  type CalculationRun,
  ENGINE_VERSION,
  type FormulaTable,
  formatTenge,
  type IdScheme,
  idColumnsOf,
  type Result,
} from "@zhanbasy/core";
import { formulasCsv } from "../files/formulas-csv.ts";
import { ledgerCsv } from "../files/ledger-csv.ts";
import { linesCsv } from "../files/lines-csv.ts";
import { writeWholeFiles } from "../files/write-whole-file.ts";
import type { Summary } from "./summary.ts";

/** What is written; without formulas it is the lines. */
export type RunContent = {
  readonly run: CalculationRun;
  readonly summary: Summary;
  readonly formulas: FormulaTable | undefined;
};

/** Where to; nothing is written where there is no path. */
export type RunPaths = {
  readonly out: string | undefined;
  readonly protections: string | undefined;
};

/** The summary with every line, the methodology it was made by and the version of the engine. */
export function runJson({ run, summary, formulas }: RunContent): string {
  const { id, idScheme, isDemonstration } = run.plan.methodology;
  const column = idColumnsOf(idScheme).own;
  const lines = run.lines.map(({ organisationId, tier, budgetCode, method, amount, cases }) => ({
    ...{ [column]: organisationId, tier, budget_code: budgetCode, method },
    amount: formatTenge(amount),
    ...(cases.length === 0 ? {} : { cases }),
  }));
  const { lines: count, ...rest } = summary;
  const head = { methodology: id, demonstration: isDemonstration, engineVersion: ENGINE_VERSION };
  const asked = formulas === undefined ? {} : { formulas: formulaRecords(formulas, idScheme) };
  return `${JSON.stringify({ ...head, ...rest, lineCount: count, lines, ...asked }, null, 2)}\n`;
}

/** The formulas that were asked for, or else the lines. */
export function runCsv({ run, formulas }: Pick<RunContent, "run" | "formulas">): string {
  const { idScheme } = run.plan.methodology;
  return formulas === undefined ? linesCsv(run.lines, idScheme) : formulasCsv(formulas, idScheme);
}

/** Each organisation with its values as text, and the cases of formulas that name them. */
export function formulaRecords(
  { columns, rows }: FormulaTable,
  scheme: IdScheme,
): readonly Readonly<Record<string, unknown>>[] {
  const column = idColumnsOf(scheme).own;
  return rows.map(({ organisationId, cells }) => {
    const named = columns.map(({ formula }, place) => ({ formula, cell: cells[place] }));
    const values = named.map(({ formula, cell }) => [formula, cell?.value ?? ""] as const);
    const cases = named.flatMap(({ formula, cell }) =>
      cell?.chosenCase === undefined ? [] : [[formula, cell.chosenCase] as const],
    );
    return {
      [column]: organisationId,
      values: Object.fromEntries(values),
      ...(cases.length === 0 ? {} : { cases: Object.fromEntries(cases) }),
    };
  });
}

/** Writes all files whole or none of them; the ending of `out` decides its form. */
export function writeRun(
  { out, protections }: RunPaths,
  content: RunContent,
): Promise<Result<undefined>> {
  const isJson = out?.toLowerCase().endsWith(".json") === true;
  const ownFile = { path: out, content: () => (isJson ? runJson(content) : runCsv(content)) };
  const ledgerFile = { path: protections, content: () => ledgerCsv(content.run) };
  return writeWholeFiles(
    [ownFile, ledgerFile].flatMap(({ path, content: made }) =>
      path === undefined ? [] : [{ path, content: made() }],
    ),
  );
}
