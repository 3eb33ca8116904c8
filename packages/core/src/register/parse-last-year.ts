/** The allocation of the year before, by organisation, tier, budget code and method. */
import { compareIds, issue } from "../kernel/index.ts";
import { budgetCodeDecoder } from "./budget-code.ts";
import { AMOUNT, COUNT, type Decoder, decoded, undecoded } from "./cell.ts";
import { idColumnsOf, idDecoder } from "./id-scheme.ts";
import { checkOrganisation, type OrganisationReferences } from "./organisation-references.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { RegisterRules } from "./register-rules.ts";
import { checkFirst, KEY_SEPARATOR, type RowKey } from "./row-checks.ts";
import type { LastYearLine } from "./snapshot.ts";
import {
  completeRow,
  type Findings,
  openTable,
  type PartialRow,
  readCell,
  readOptionalCell,
  sourceOf,
  type TableReader,
  wantedColumn,
} from "./table-reader.ts";
import { codeDecoder, vocabularyOf } from "./vocabulary.ts";

const COLUMNS = ["tier", "budget_code", "method", "child_months", "amount"];

type Method = LastYearLine["method"];
/** Child-months may be absent without fault. */
type LineWithoutMonths = Omit<LastYearLine, "childMonths">;
type Decoders = {
  readonly tier: Decoder<string>;
  readonly budgetCode: Decoder<string>;
  readonly id: Decoder<string>;
};

/** The rows without a fault, sorted by key. */
export function parseLastYear(
  table: RawTable,
  references: OrganisationReferences,
  rules: RegisterRules,
  findings: Findings,
): readonly LastYearLine[] {
  const column = idColumnsOf(rules.idScheme).reference;
  const reader = openTable(table, [column, ...COLUMNS].map(wantedColumn), findings);
  const decoders: Decoders = {
    tier: codeDecoder(vocabularyOf(rules.codeLists.get("tier")), table),
    budgetCode: budgetCodeDecoder(rules.budgetCodes),
    id: idDecoder(rules.idScheme),
  };
  const firstRows = new Map<string, number>();
  const keyed: { readonly key: string; readonly line: LastYearLine }[] = [];
  for (const row of table.rows) {
    const line = readLine(reader, row, column, decoders);
    checkOrganisation(reader, row, { id: line.organisationId, column }, references);
    const key = lineKey(line);
    checkFirst(reader, row, key, firstRows);
    const childMonths = readOptionalCell(reader, row, "child_months", COUNT);
    const complete = completeRow<LineWithoutMonths>(line);
    if (complete === undefined || key === undefined) continue;
    keyed.push({ key: key.value, line: { ...complete, childMonths } });
  }
  return keyed.sort((left, right) => compareIds(left.key, right.key)).map(({ line }) => line);
}

function readLine(
  reader: TableReader,
  row: RawRow,
  column: string,
  { tier, budgetCode, id }: Decoders,
): PartialRow<LineWithoutMonths> {
  return {
    organisationId: readCell(reader, row, column, id),
    tier: readCell(reader, row, "tier", tier),
    budgetCode: readCell(reader, row, "budget_code", budgetCode),
    method: readCell(reader, row, "method", METHOD),
    amount: readCell(reader, row, "amount", AMOUNT),
    source: sourceOf(reader.table, row),
  };
}

function lineKey(line: PartialRow<LineWithoutMonths>): RowKey | undefined {
  const fields = [line.organisationId, line.tier, line.budgetCode, line.method];
  if (fields.includes(undefined)) return undefined;
  return { value: fields.join(KEY_SEPARATOR), code: "last-year-duplicate" };
}

const METHOD: Decoder<Method> = {
  expected: "formula, estimate",
  decode: (text) => {
    if (text === "formula" || text === "estimate") return decoded(text);
    const facts = { value: text, expected: METHOD.expected };
    return undecoded((place) => issue("code-unknown", place, facts));
  },
};
