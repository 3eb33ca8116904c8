/** Organisations from one table, or from several sheets that together are one list. */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import { type CalendarDate, FIRST_DAY } from "../time/index.ts";
import { DATE, type Decoder, decoded, fold, TEXT } from "./cell.ts";
import { type IdColumns, type IdScheme, idColumnsOf, idDecoder } from "./id-scheme.ts";
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

/** What a row says beside its id: a list of the БИН has every column, any other may have fewer. */
const NAMED_COLUMNS = ["name_ru", "name_kk", "opened_on", "closed_on"];
const FREE_COLUMNS = ["name", ...NAMED_COLUMNS];

/** How the rows of a table are read. */
type RowReading = {
  readonly scheme: IdScheme;
  readonly columns: IdColumns;
  readonly id: Decoder<string>;
  readonly ids: Decoder<readonly string[]>;
  readonly attributes: AttributeReader;
};

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
    const reading = rowReading(rules, table);
    for (const row of table.rows) readOrganisation(reader, row, reading, seen);
    hasIds &&= reader.places.has(reading.columns.own);
  }
  const meant = findMeantIds(tables, rules.idScheme);
  const knownIds = new Set(meant.flat());
  const hiddenCount = meant.filter((ids) => ids.length === 0).length + seen.misnamed.length;
  reportCircles(seen.byId, findings);
  const references = openReferences(hasIds ? knownIds : undefined, hiddenCount);
  for (const { id, place } of seen.successors) {
    const key = `${place.sheet ?? ""} ${place.row ?? ""}`;
    refer(references, id, key, () => issue("successor-unknown", place, { value: id }));
  }
  return { byId: seen.byId, references };
}

function readOrganisation(reader: TableReader, row: RawRow, reading: RowReading, seen: Seen): void {
  const { issues } = reader.findings;
  const faultsBefore = issues.length;
  const { own, successors } = reading.columns;
  const id = readCell(reader, row, own, reading.id);
  const { nameRu, nameKk } = readNames(reader, row, id, reading);
  const openedOn = readOpening(reader, row, reading);
  const closedOn = readOptionalCell(reader, row, "closed_on", DATE);
  checkLife(reader, row, openedOn, closedOn);
  const attributes = reading.attributes(reader, row);
  const successorIds = readOptionalCell(reader, row, successors, reading.ids) ?? [];
  for (const successor of successorIds) {
    const place = placeOf(reader, row, successors);
    if (successor === id) issues.push(issue("successor-self", place, { value: successor }));
    else seen.successors.push({ id: successor, place });
  }
  const first = { name: nameRu ?? "", column: own };
  if (id === undefined || !isFirst(reader, row, { id, ...first }, seen)) return;
  if (nameRu === undefined || openedOn === undefined || issues.length > faultsBefore) return;
  const source = sourceOf(reader.table, row);
  const life = { openedOn, closedOn, successorIds };
  seen.byId.set(id, { id, nameRu, nameKk, ...life, attributes, source });
}

/** Two organisations cannot each come after the other; each circle is told once. */
function reportCircles(byId: ReadonlyMap<string, Organisation>, { issues }: Findings): void {
  const finished = new Set<string>();
  const visit = (organisation: Organisation, path: readonly string[]): void => {
    const { id, successorIds, source } = organisation;
    const start = path.indexOf(id);
    if (start >= 0) {
      const facts = { path: [...path.slice(start), id].join(" → ") };
      issues.push(issue("successor-circle", { ...source }, facts));
    }
    if (start >= 0 || finished.has(id)) return;
    for (const next of successorIds) {
      const successor = byId.get(next);
      if (successor !== undefined) visit(successor, [...path, id]);
    }
    finished.add(id);
  };
  for (const organisation of byId.values()) visit(organisation, []);
}

function rowReading(rules: RegisterRules, table: RawTable): RowReading {
  const scheme = rules.idScheme;
  const id = idDecoder(scheme);
  return {
    scheme,
    columns: idColumnsOf(scheme),
    id,
    ids: several(id),
    attributes: buildAttributeReader(rules, table),
  };
}

/** Names as the scheme asks for them; an organisation without one is called by its id. */
function readNames(
  reader: TableReader,
  row: RawRow,
  id: string | undefined,
  { scheme }: RowReading,
): { readonly nameRu: string | undefined; readonly nameKk: string } {
  const read = (column: string) => readOptionalCell(reader, row, column, TEXT);
  switch (scheme) {
    case "bin":
      return { nameRu: readCell(reader, row, "name_ru", TEXT), nameKk: read("name_kk") ?? "" };
    case "code": {
      const [name, ru, kk] = [read("name"), read("name_ru"), read("name_kk")];
      return { nameRu: ru ?? name ?? kk ?? id ?? "", nameKk: kk ?? name ?? ru ?? id ?? "" };
    }
  }
}

/** The day it opened; where ids are codes, none means that it has always been open. */
function readOpening(
  reader: TableReader,
  row: RawRow,
  { scheme }: RowReading,
): CalendarDate | undefined {
  const isLeftOut = scheme === "code" && isEmpty(reader, row, "opened_on");
  return isLeftOut ? FIRST_DAY : readCell(reader, row, "opened_on", DATE);
}

function isEmpty({ places }: TableReader, { cells }: RawRow, column: string): boolean {
  return (cells[places.get(column) ?? -1] ?? "").trim() === "";
}

function several(one: Decoder<string>): Decoder<readonly string[]> {
  return {
    expected: one.expected,
    decode: (text) => {
      const ids: string[] = [];
      for (const part of text.split(/[;,]/)) {
        const id = one.decode(part.trim());
        if (!id.ok) return id;
        ids.push(id.value);
      }
      return decoded(ids);
    },
  };
}

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
  { id, name, column }: { readonly id: string; readonly name: string; readonly column: string },
  seen: Seen,
): boolean {
  const first = seen.firstRows.get(id);
  if (first === undefined) {
    seen.firstRows.set(id, { source: sourceOf(reader.table, row), name });
    return true;
  }
  if (fold(name) !== fold(first.name)) seen.misnamed.push(row);
  reader.findings.issues.push(duplicateOf(first.source, id, placeOf(reader, row, column)));
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
  const wanted = new Map(baseColumns(rules.idScheme).map((column) => [column.column, column]));
  for (const { column, isOptional } of rules.attributes) {
    const isBase = column !== undefined && wanted.get(column)?.isOptional === false;
    if (column === undefined || isBase) continue;
    wanted.set(column, { column, title: column, isOptional });
  }
  return [...wanted.values()];
}

function baseColumns(scheme: IdScheme): readonly WantedColumn[] {
  const { own, successors } = idColumnsOf(scheme);
  switch (scheme) {
    case "bin":
      return [own, ...NAMED_COLUMNS, successors].map(wantedColumn);
    case "code": {
      const optional = [...FREE_COLUMNS, successors].map(wantedColumn);
      return [wantedColumn(own), ...optional.map((each) => ({ ...each, isOptional: true }))];
    }
  }
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
