/** Organisations from one table, or from several sheets that together are one list. */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import type { CalendarDate } from "../time/index.ts";
import { BIN } from "./bin.ts";
import { DATE, type Decoder, decoded, fold, TEXT } from "./cell.ts";
import { findMeantIds } from "./meant-ids.ts";
import { type AttributeReader, buildAttributeReader } from "./organisation-attributes.ts";
import { type OrganisationReferences, openReferences, refer } from "./organisation-references.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { RegisterRules } from "./register-rules.ts";
import type { Organisation, RowSource } from "./snapshot.ts";
import {
  type Findings,
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
  readonly references: OrganisationReferences;
};

type Seen = {
  readonly byId: Map<string, Organisation>;
  readonly firstRows: Map<string, FirstRow>;
  readonly successors: { readonly id: string; readonly place: Place }[];
  /** Rows that bear the id of another organisation. */
  readonly misnamed: RawRow[];
};

type FirstRow = { readonly source: RowSource; readonly name: string };

const BASE_COLUMNS = ["bin", "name_ru", "name_kk", "opened_on", "closed_on", "successor_bin"];

/** Reads the organisations of all tables; faults go to the findings. */
export function parseOrganisations(
  tables: readonly RawTable[],
  rules: RegisterRules,
  findings: Findings,
): OrganisationsReading {
  const seen: Seen = { byId: new Map(), firstRows: new Map(), successors: [], misnamed: [] };
  const wanted = wantedColumns(rules);
  let hasIds = tables.some(({ rows, brokenRows = [] }) => rows.length + brokenRows.length > 0);
  for (const table of tables) {
    const reader = openTable(table, titled(wanted, table, rules), findings);
    const readAttributes = buildAttributeReader(rules, table);
    for (const row of table.rows) readOrganisation(reader, row, readAttributes, seen);
    hasIds &&= reader.places.has("bin");
  }
  const meant = findMeantIds(tables);
  const knownIds = new Set(meant.flat());
  const hiddenCount = meant.filter((ids) => ids.length === 0).length + seen.misnamed.length;
  const references = openReferences(hasIds ? knownIds : undefined, hiddenCount);
  for (const { id, place } of seen.successors) {
    const key = `${place.sheet ?? ""} ${place.row ?? ""}`;
    refer(references, id, key, () => issue("successor-unknown", place, { value: id }));
  }
  return { byId: seen.byId, references };
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
    if (successor === id) issues.push(issue("successor-self", place, { value: successor }));
    else seen.successors.push({ id: successor, place });
  }
  if (id === undefined || !isFirst(reader, row, { id, name: nameRu ?? "" }, seen)) return;
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
function isFirst(
  reader: TableReader,
  row: RawRow,
  { id, name }: { readonly id: string; readonly name: string },
  seen: Seen,
): boolean {
  const first = seen.firstRows.get(id);
  if (first === undefined) {
    seen.firstRows.set(id, { source: sourceOf(reader.table, row), name });
    return true;
  }
  if (fold(name) !== fold(first.name)) seen.misnamed.push(row);
  reader.findings.issues.push(duplicateOf(first.source, id, placeOf(reader, row, "bin")));
  return false;
}

function duplicateOf({ sheet, row }: RowSource, id: string, place: Place): Issue {
  const first = String(row);
  if (sheet === undefined || sheet === place.sheet) {
    return issue("organisation-duplicate", place, { value: id, first });
  }
  return issue("organisation-on-two-sheets", place, { value: id, sheet, first });
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
