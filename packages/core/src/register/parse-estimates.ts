/** Amounts paid by estimate, outside the formula; a row without an organisation is citywide. */
import { compareIds } from "../kernel/index.ts";
import { budgetCodeDecoder } from "./budget-code.ts";
import { AMOUNT, COUNT, type Decoder, outOfRange, TEXT } from "./cell.ts";
import { idColumnsOf, idDecoder } from "./id-scheme.ts";
import { checkOrganisation, type OrganisationReferences } from "./organisation-references.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { RegisterRules } from "./register-rules.ts";
import { checkFirst, type RowKey } from "./row-checks.ts";
import type { Estimate } from "./snapshot.ts";
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
import { buildVocabulary, codeDecoder, vocabularyOf } from "./vocabulary.ts";

/** How well an amount is founded, strongest first. */
const STATUSES = ["enacted", "local", "secondary", "draft", "assumed"];
const FIRST_COLUMNS = ["line_id", "fiscal_year"];
const LAST_COLUMNS = ["tier", "budget_code", "name_ru", "amount", "status", "note"];
/** Between them a number is a year; beyond, a slip of the hand. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

type Decoders = {
  readonly tier: Decoder<string>;
  readonly budgetCode: Decoder<string>;
  readonly status: Decoder<string>;
  readonly id: Decoder<string>;
};

/** The rows without a fault, sorted by line. */
export function parseEstimates(
  table: RawTable,
  references: OrganisationReferences,
  rules: RegisterRules,
  findings: Findings,
): readonly Estimate[] {
  const column = idColumnsOf(rules.idScheme).reference;
  const columns = [...FIRST_COLUMNS, column, ...LAST_COLUMNS];
  const reader = openTable(table, columns.map(wantedColumn), findings);
  const statuses = rules.codeLists.get("status");
  const decoders: Decoders = {
    tier: codeDecoder(vocabularyOf(rules.codeLists.get("tier")), table),
    budgetCode: budgetCodeDecoder(rules.budgetCodes),
    status: codeDecoder(buildVocabulary(STATUSES, statuses ? [statuses] : []), table),
    id: idDecoder(rules.idScheme),
  };
  const firstRows = new Map<string, number>();
  const estimates: Estimate[] = [];
  for (const row of table.rows) {
    const estimate = readEstimate(reader, row, column, decoders);
    checkOrganisation(reader, row, { id: estimate.organisationId, column }, references);
    checkFirst(reader, row, lineKey(estimate.lineId), firstRows);
    const complete = completeRow<Estimate>(estimate);
    if (complete !== undefined) estimates.push(complete);
  }
  return estimates.sort((left, right) => compareIds(left.lineId, right.lineId));
}

function readEstimate(
  reader: TableReader,
  row: RawRow,
  column: string,
  { tier, budgetCode, status, id }: Decoders,
): PartialRow<Estimate> {
  return {
    lineId: readCell(reader, row, "line_id", TEXT),
    budgetYear: readCell(reader, row, "fiscal_year", BUDGET_YEAR),
    organisationId: readOptionalCell(reader, row, column, id) ?? "",
    tier: readCell(reader, row, "tier", tier),
    budgetCode: readCell(reader, row, "budget_code", budgetCode),
    nameRu: readCell(reader, row, "name_ru", TEXT),
    amount: readCell(reader, row, "amount", AMOUNT),
    status: readCell(reader, row, "status", status),
    note: readOptionalCell(reader, row, "note", TEXT) ?? "",
    source: sourceOf(reader.table, row),
  };
}

function lineKey(lineId: string | undefined): RowKey | undefined {
  if (lineId === undefined) return undefined;
  return { value: lineId, column: "line_id", code: "estimate-duplicate" };
}

const BUDGET_YEAR: Decoder<number> = {
  expected: "year",
  decode: (text) => {
    const year = COUNT.decode(text);
    if (!year.ok || (year.value >= FIRST_YEAR && year.value <= LAST_YEAR)) return year;
    return outOfRange(text, BUDGET_YEAR.expected);
  },
};
