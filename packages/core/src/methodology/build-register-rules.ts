/** Code lists, attributes and workbook words: how a register is read. */
import type { CodeList, CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import type { AttributeDefinition, WorkbookLayout } from "../register/index.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import { referCode, referCodeList } from "./references.ts";
import { suggestName } from "./suggestion.ts";

/** Results add lines without an organisation up under this name, among the districts. */
const CITYWIDE = "citywide";

type AttributeDocument = NonNullable<MethodologyDocument["attributes"]>[number];

export function buildCodeLists(definitions: Definitions, report: Reporter): CodeLists {
  const entries = byName(
    definitions.section("codeLists"),
    "codeList",
    ({ codeList }) => codeList,
    report,
  );
  const codeLists = new Map(
    [...entries].map(([id, entry]) => [id, buildCodeList(entry, report)] as const),
  );
  for (const entry of entries.values()) referProperties(entry, codeLists, report);
  return codeLists;
}

type CodeListDocument = NonNullable<MethodologyDocument["codeLists"]>[number];

/** A property is a code of the list called like it. */
function referProperties(
  { value, place }: Entry<CodeListDocument>,
  codeLists: CodeLists,
  report: Reporter,
): void {
  value.codes.forEach(({ properties = {} }, position) => {
    for (const [name, code] of Object.entries(properties)) {
      const where = inside(place, "codes", position, "properties", name);
      const list = referCodeList(name, codeLists, where, report);
      if (list !== undefined) referCode(code, list, where, report);
    }
  });
}

function buildCodeList({ value, place }: Entry<CodeListDocument>, report: Reporter): CodeList {
  const codes = new Map<
    string,
    CodeList["codes"] extends ReadonlyMap<string, infer Code> ? Code : never
  >();
  value.codes.forEach(({ code, label, words = [], properties = {} }, position) => {
    const where = inside(place, "codes", position, "code");
    if (codes.has(code)) {
      report(issue("definition-duplicate", where, { name: code, kind: value.codeList }));
    }
    if (code === CITYWIDE) {
      report(issue("name-reserved", where, { name: code, kind: "citywide" }));
    }
    codes.set(code, { code, label, words, properties });
  });
  return { id: value.codeList, label: value.label, codes };
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
    [...entries].map(([id, entry]) => {
      const { codeList } = entry.value;
      const where = inside(entry.place, "codeList");
      if (codeList !== undefined) referCodeList(codeList, codeLists, where, report);
      referOrigin(entry, entries, report);
      return [id, buildAttribute(entry.value, entry.place, report)];
    }),
  );
}

/** A property is read from the one code of another attribute, and is a code of its own list. */
function referOrigin(
  { value, place }: Entry<AttributeDocument>,
  entries: ReadonlyMap<string, Entry<AttributeDocument>>,
  report: Reporter,
): void {
  const { from, property, column, type, codeList } = value;
  if (from === undefined) return;
  const origin = entries.get(from);
  if (origin === undefined) {
    const facts = { name: from, kind: "attribute", suggestion: suggestName(from, entries.keys()) };
    report(issue("reference-unknown", inside(place, "from"), facts));
    return;
  }
  if (property === undefined || column !== undefined) return;
  const refuse = (step: string, expected: string, found: string) =>
    report(issue("document-malformed", inside(place, step), { expected, found }));
  if (origin.value.type !== "code") refuse("from", "code", origin.value.type);
  if (type !== "code") refuse("type", "code", type);
  else if (codeList !== undefined && codeList !== property) refuse("property", codeList, property);
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
  if (type === "date" || type === "group") return { kind: type };
  const detail = type === "number" ? unit : codeList;
  if (detail === undefined) {
    const expected = type === "number" ? "unit" : "codeList";
    report(issue("document-malformed", place, { expected, found: "—" }));
  }
  if (type === "number") return { kind: "number", unit: detail ?? "1" };
  return { kind: type, codeList: detail ?? "" };
}

export function buildWorkbook(
  definitions: Definitions,
  report: Reporter,
): WorkbookLayout | undefined {
  const entries = byName(
    definitions.section("workbooks"),
    "workbook",
    ({ workbook }) => workbook,
    report,
  );
  const entry = entries.get("register");
  if (entry === undefined) return undefined;
  const { columns, ignore, dictionary } = entry.value;
  return { columns, ignoredFirstCells: ignore.firstCells, dictionarySheet: dictionary?.sheet };
}
