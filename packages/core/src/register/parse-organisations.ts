/** Organisations from one table, or from several sheets that together are one list. */
import { type Issue, issue } from "../kernel/index.ts";
import type { CalendarDate } from "../time/index.ts";
import { BIN, findMeantBins } from "./bin.ts";
import { DATE, type Decoder, decoded, TEXT } from "./cell.ts";
import { type AttributeReader, buildAttributeReader } from "./organisation-attributes.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { RegisterRules } from "./register-rules.ts";
import type { Organisation, RowSource } from "./snapshot.ts";
import {
  type Findings,
  nameRow,
  openTable,
  placeOf,
  readCell,
  readOptionalCell,
  sourceOf,
  type TableReader,
  type WantedColumn,
  wantedColumn,
} from "./table-reader.ts";

/** What the tables of organisations gave. */
export type OrganisationsReading = {
  /** The organisations without a fault. */
  readonly byId: ReadonlyMap<string, Organisation>;
  /** Every id that was read or meant, faulty rows included; nothing when ids cannot be read. */
  readonly knownIds: ReadonlySet<string> | undefined;
};

type Seen = {
  readonly byId: Map<string, Organisation>;
  readonly sources: Map<string, RowSource>;
  readonly successors: { readonly id: string; readonly fault: Issue }[];
};

const BASE_COLUMNS = ["bin", "name_ru", "name_kk", "opened_on", "closed_on", "successor_bin"];

/** Reads the organisations of all tables; faults go to the findings. */
export function parseOrganisations(
  tables: readonly RawTable[],
  rules: RegisterRules,
  findings: Findings,
): OrganisationsReading {
  const seen: Seen = { byId: new Map(), sources: new Map(), successors: [] };
  const wanted = wantedColumns(rules);
  let hasIds = tables.length > 0;
  for (const table of tables) {
    const reader = openTable(table, titled(wanted, table, rules), findings);
    const readAttributes = buildAttributeReader(rules, table);
    for (const row of table.rows) readOrganisation(reader, row, readAttributes, seen);
    hasIds &&= reader.places.has("bin");
  }
  const knownIds = hasIds ? new Set([...seen.sources.keys(), ...meantIds(tables)]) : undefined;
  if (knownIds !== undefined) {
    for (const { id, fault } of seen.successors) if (!knownIds.has(id)) findings.issues.push(fault);
  }
  return { byId: seen.byId, knownIds };
}

function readOrganisation(
  reader: TableReader,
  row: RawRow,
  readAttributes: AttributeReader,
  seen: Seen,
): void {
  const { issues } = reader.findings;
  const faultsBefore = issues.length;
  const id = readCell(reader, row, "bin", BIN);
  const nameRu = readCell(reader, row, "name_ru", TEXT);
  const nameKk = readOptionalCell(reader, row, "name_kk", TEXT) ?? "";
  const openedOn = readCell(reader, row, "opened_on", DATE);
  const closedOn = readOptionalCell(reader, row, "closed_on", DATE);
  checkLife(reader, row, openedOn, closedOn);
  const attributes = readAttributes(reader, row);
  const successorIds = readOptionalCell(reader, row, "successor_bin", BINS) ?? [];
  for (const successor of successorIds) {
    const place = placeOf(reader, row, "successor_bin");
    const fault = issue("successor-unknown", place, { value: successor });
    seen.successors.push({ id: successor, fault });
  }
  if (id === undefined || !isFirst(reader, row, id, seen)) return;
  if (nameRu === undefined || openedOn === undefined || issues.length > faultsBefore) return;
  const source = sourceOf(reader.table, row);
  const life = { openedOn, closedOn, successorIds };
  seen.byId.set(id, { id, nameRu, nameKk, ...life, attributes, source });
}

const BINS: Decoder<readonly string[]> = {
  expected: BIN.expected,
  decode: (text) => {
    const ids: string[] = [];
    for (const part of text.split(/[;,]/)) {
      const id = BIN.decode(part.trim());
      if (!id.ok) return id;
      ids.push(id.value);
    }
    return decoded(ids);
  },
};

function checkLife(
  reader: TableReader,
  row: RawRow,
  openedOn: CalendarDate | undefined,
  closedOn: CalendarDate | undefined,
): void {
  if (openedOn === undefined || closedOn === undefined || openedOn <= closedOn) return;
  const facts = { value: closedOn, earlier: openedOn };
  reader.findings.issues.push(issue("date-order", placeOf(reader, row, "closed_on"), facts));
}

/** Whether no earlier row has this id; a second one is a fault that names the first. */
function isFirst(reader: TableReader, row: RawRow, id: string, seen: Seen): boolean {
  const first = seen.sources.get(id);
  if (first === undefined) {
    seen.sources.set(id, sourceOf(reader.table, row));
    return true;
  }
  const facts = { value: id, first: nameRow(first, reader.table) };
  const place = placeOf(reader, row, "bin");
  reader.findings.issues.push(issue("organisation-duplicate", place, facts));
  return false;
}

function wantedColumns(rules: RegisterRules): readonly WantedColumn[] {
  const wanted = new Map(BASE_COLUMNS.map((column) => [column, wantedColumn(column)]));
  for (const { column, isOptional } of rules.attributes) {
    if (column === undefined || wanted.has(column)) continue;
    wanted.set(column, { column, title: column, isOptional });
  }
  return [...wanted.values()];
}

/** People who keep a workbook know its headers, not our column names. */
function titled(
  wanted: readonly WantedColumn[],
  table: RawTable,
  rules: RegisterRules,
): readonly WantedColumn[] {
  if (table.sheet === undefined) return wanted;
  const headers = new Map(
    rules.workbook?.columns.map(({ column, headers: [first] }) => [column, first]),
  );
  return wanted.map((column) => ({
    ...column,
    title: headers.get(column.column) ?? column.column,
  }));
}

/**
 * Ids that rows at fault stand for: those of rows that were refused as a whole, and those that a
 * mistyped id may have meant. Their organisations are told once there, and are not unknown.
 */
function meantIds(tables: readonly RawTable[]): readonly string[] {
  const cells = tables.flatMap(({ columns, rows, brokenRows = [] }) => [
    ...rows.map((row) => row.cells[columns.indexOf("bin")] ?? ""),
    ...brokenRows.flatMap((row) => row.cells),
  ]);
  const texts = new Set(cells.map((cell) => cell.trim()));
  return [...texts].flatMap((text) => {
    if (BIN.decode(text).ok) return [text];
    return /^\d+$/.test(text) ? findMeantBins(text) : [];
  });
}
