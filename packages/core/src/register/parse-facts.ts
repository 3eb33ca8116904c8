/** Rows of named facts: whose, which fact, when, for which codes, and how much. */
import { compareIds, issue } from "../kernel/index.ts";
import { type Decoder, memoize } from "./cell.ts";
import { type FactReader, factReaders } from "./fact-readers.ts";
import { idDecoder } from "./id-scheme.ts";
import { checkOrganisation } from "./organisation-references.ts";
import type { OrganisationsReading } from "./parse-organisations.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { RegisterRules } from "./register-rules.ts";
import { tellFaults } from "./repeated-faults.ts";
import { checkReporter, openReporterChecks, type ReporterChecks } from "./reporter-checks.ts";
import { checkFirst, KEY_SEPARATOR } from "./row-checks.ts";
import type { FactRow } from "./snapshot.ts";
import {
  type Findings,
  openTable,
  placeOf,
  readCell,
  readText,
  sourceOf,
  type TableReader,
  wantedColumn,
} from "./table-reader.ts";

const ORGANISATION = "organisation";
const COLUMNS = [ORGANISATION, "fact", "period", "key", "value"];

type Pass = {
  readonly reader: TableReader;
  readonly organisations: OrganisationsReading;
  readonly id: Decoder<string>;
  readonly fact: Decoder<FactReader>;
  readonly reporters: ReporterChecks;
  readonly firstRows: Map<string, number>;
};

type KeyedFact = { readonly key: string; readonly fact: FactRow };

/** The rows without a fault, sorted by organisation, fact, period and key. */
export function parseFacts(
  table: RawTable,
  organisations: OrganisationsReading,
  rules: RegisterRules,
  findings: Findings,
): readonly FactRow[] {
  const pass: Pass = {
    reader: openTable(table, COLUMNS.map(wantedColumn), findings),
    organisations,
    id: memoize(idDecoder(rules.idScheme)),
    fact: factReaders(rules, table),
    reporters: openReporterChecks(rules, organisations),
    firstRows: new Map(),
  };
  const keyed: KeyedFact[] = [];
  for (const row of table.rows) {
    const read = readFact(pass, row);
    if (read !== undefined) keyed.push(read);
  }
  for (const fault of tellFaults(pass.reporters.misplaced)) findings.issues.push(fault);
  return keyed.sort((left, right) => compareIds(left.key, right.key)).map(({ fact }) => fact);
}

function readFact(pass: Pass, row: RawRow): KeyedFact | undefined {
  const { reader, organisations, reporters } = pass;
  const id = readCell(reader, row, ORGANISATION, pass.id);
  checkOrganisation(reader, row, { id, column: ORGANISATION }, organisations.references);
  const fact = readCell(reader, row, "fact", pass.fact);
  if (fact === undefined) return undefined;
  const period = readCell(reader, row, "period", fact.period);
  const codes = readKey(reader, row, fact);
  const value = readCell(reader, row, "value", fact.value);
  if (id === undefined) return undefined;
  checkReporter(reader, row, { id, column: ORGANISATION }, fact.facts, reporters);
  if (period === undefined || codes === undefined) return undefined;
  const key = [id, fact.name, period, codes].join(KEY_SEPARATOR);
  const isFirst = checkFirst(reader, row, { value: key, code: "fact-duplicate" }, pass.firstRows);
  if (!isFirst || value === undefined) return undefined;
  const source = sourceOf(reader.table, row);
  return { key, fact: { organisationId: id, fact: fact.name, period, key: codes, value, source } };
}

/** A fact without dimensions has an empty key, and no other. */
function readKey(reader: TableReader, row: RawRow, fact: FactReader): string | undefined {
  if (fact.hasKey) return readCell(reader, row, "key", fact.key);
  const text = readText(reader, row, "key");
  if (text === undefined || text === "") return text;
  const facts = { value: text, expected: fact.key.expected };
  reader.findings.issues.push(issue("key-malformed", placeOf(reader, row, "key"), facts));
  return undefined;
}
