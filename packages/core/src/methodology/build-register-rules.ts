/** Code lists, calendar, attributes, facts and workbook words: how a register is read. */
import type { CodeList, CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import type { AttributeDefinition, CalendarPeriod, WorkbookLayout } from "../register/index.ts";
import { HEADCOUNT_COLUMNS } from "../register/index.ts";
import { findCalendarDate } from "../time/index.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import { suggestName } from "./suggestion.ts";

const MONTH = /^(?:0[1-9]|1[0-2])$/;

type AttributeDocument = NonNullable<MethodologyDocument["attributes"]>[number];
type FactDocument = NonNullable<MethodologyDocument["facts"]>[number];

/** A fact as its document has it; `reportedBy` is parsed when all names are known. */
export type FactEntry = Entry<FactDocument>;

export function buildCodeLists(definitions: Definitions, report: Reporter): CodeLists {
  const entries = byName(
    definitions.section("codeLists"),
    "codeList",
    ({ codeList }) => codeList,
    report,
  );
  return new Map([...entries].map(([id, entry]) => [id, buildCodeList(entry, report)]));
}

function buildCodeList(
  { value, place }: Entry<NonNullable<MethodologyDocument["codeLists"]>[number]>,
  report: Reporter,
): CodeList {
  const codes = new Map<
    string,
    CodeList["codes"] extends ReadonlyMap<string, infer Code> ? Code : never
  >();
  value.codes.forEach(({ code, label, words = [], properties = {} }, position) => {
    if (codes.has(code)) {
      const where = inside(place, "codes", position, "code");
      report(issue("definition-duplicate", where, { name: code, kind: value.codeList }));
    }
    codes.set(code, { code, label, words, properties });
  });
  return { id: value.codeList, label: value.label, codes };
}

export function buildCalendar(
  definitions: Definitions,
  codeLists: CodeLists,
  report: Reporter,
): readonly CalendarPeriod[] {
  const entry = definitions.calendars.at(-1);
  if (entry === undefined) return [];
  return entry.value.periods.map((period, position) => {
    const place = inside(entry.place, "periods", position);
    const codes = referCodeList(period.dimension, codeLists, inside(place, "dimension"), report);
    if (period.kind === "date") {
      period.members.forEach(({ code, date }, member) => {
        const where = inside(place, "members", member);
        if (codes !== undefined) referCode(code, codes, inside(where, "code"), report);
        // The twenty-ninth of February is a day of leap years only.
        if (findCalendarDate(`2023-${date}`) === undefined) {
          report(issue("date-malformed", inside(where, "date"), { value: date }));
        }
      });
      return period;
    }
    const members = [...(codes?.codes.keys() ?? [])].map((code) => ({ code, date: `${code}-01` }));
    for (const { code } of members) {
      if (MONTH.test(code)) continue;
      const where = inside(place, "dimension");
      report(issue("document-malformed", where, { expected: "01 … 12", found: code }));
    }
    return { ...period, members };
  });
}

export function buildAttributes(
  definitions: Definitions,
  codeLists: CodeLists,
  report: Reporter,
): ReadonlyMap<string, AttributeDefinition> {
  const entries = byName(
    definitions.section("attributes"),
    "attribute",
    ({ attribute }) => attribute,
    report,
  );
  return new Map(
    [...entries].map(([id, { value, place }]) => {
      if (value.codeList !== undefined) {
        referCodeList(value.codeList, codeLists, inside(place, "codeList"), report);
      }
      if (value.from !== undefined && !entries.has(value.from)) {
        const suggestion = suggestName(value.from, entries.keys());
        const facts = { name: value.from, kind: "attribute", suggestion };
        report(issue("reference-unknown", inside(place, "from"), facts));
      }
      return [id, buildAttribute(value, place, report)];
    }),
  );
}

function buildAttribute(
  value: AttributeDocument,
  place: Place,
  report: Reporter,
): AttributeDefinition {
  const { from, property, column } = value;
  const derivation = from === undefined || property === undefined ? undefined : { from, property };
  if ((column === undefined) === (derivation === undefined)) {
    report(
      issue("document-malformed", place, {
        expected: "column | from + property",
        found: value.attribute,
      }),
    );
  }
  return {
    id: value.attribute,
    label: value.label,
    isOptional: value.optional ?? false,
    column,
    derivation,
    type: attributeType(value, place, report),
  };
}

function attributeType(
  { type, codeList, unit }: AttributeDocument,
  place: Place,
  report: Reporter,
): AttributeDefinition["type"] {
  if (type === "date") return { kind: "date" };
  const detail = type === "number" ? unit : codeList;
  if (detail === undefined) {
    const expected = type === "number" ? "unit" : "codeList";
    report(issue("document-malformed", place, { expected, found: "—" }));
  }
  if (type === "number") return { kind: "number", unit: detail ?? "1" };
  return { kind: type, codeList: detail ?? "" };
}

export function gatherFacts(
  definitions: Definitions,
  codeLists: CodeLists,
  calendar: readonly CalendarPeriod[],
  report: Reporter,
): ReadonlyMap<string, FactEntry> {
  const entries = byName(definitions.section("facts"), "fact", ({ fact }) => fact, report);
  for (const { value, place } of entries.values()) {
    for (const dimension of Object.keys(value.dimensions)) {
      referCodeList(dimension, codeLists, inside(place, "dimensions", dimension), report);
    }
    if (!calendar.some(({ dimension }) => dimension === value.period)) {
      const suggestion = suggestName(
        value.period,
        calendar.map(({ dimension }) => dimension),
      );
      const facts = { name: value.period, kind: "calendar", suggestion };
      report(issue("reference-unknown", inside(place, "period"), facts));
    }
    reportUnplacedColumns(value, place, report);
  }
  return entries;
}

/** Every column is a dimension or fixed, and not both: otherwise rows would be added up unseen. */
function reportUnplacedColumns(fact: FactDocument, place: Place, report: Reporter): void {
  const placed = [...Object.values(fact.dimensions), ...Object.keys(fact.where)];
  for (const column of HEADCOUNT_COLUMNS) {
    const times = placed.filter((each) => each === column).length;
    if (times === 1) continue;
    const facts = { expected: `${column} × 1`, found: `${column} × ${times}` };
    report(issue("document-malformed", inside(place, "dimensions"), facts));
  }
}

export function buildWorkbook(definitions: Definitions): WorkbookLayout | undefined {
  const entry = definitions.section("workbooks").at(-1);
  if (entry === undefined) return undefined;
  const { columns, ignore, dictionary } = entry.value;
  return { columns, ignoredFirstCells: ignore.firstCells, dictionarySheet: dictionary?.sheet };
}

/** The code list of this name; an unknown one is a fault. */
export function referCodeList(
  name: string,
  codeLists: CodeLists,
  place: Place,
  report: Reporter,
): CodeList | undefined {
  const found = codeLists.get(name);
  if (found !== undefined) return found;
  const suggestion = suggestName(name, codeLists.keys());
  report(issue("reference-unknown", place, { name, kind: "codeList", suggestion }));
  return undefined;
}

/** Reports a code that its list does not have. */
export function referCode(
  value: string,
  { codes }: CodeList,
  place: Place,
  report: Reporter,
): void {
  if (codes.has(value)) return;
  report(issue("code-unknown", place, { value, expected: [...codes.keys()].join(", ") }));
}
