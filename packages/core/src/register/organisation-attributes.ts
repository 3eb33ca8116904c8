/**
 * Attributes of organisations: columns decoded as the methodology declares them, and properties of
 * their codes.
 */
import { issue } from "../kernel/index.ts";
import { baseUnit, equalUnits, findUnit } from "../money/index.ts";
import { COUNT, DATE, DECIMAL, type Decoder, decoded, memoize } from "./cell.ts";
import { freeCodeDecoder } from "./free-code.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { AttributeDefinition, RegisterRules } from "./register-rules.ts";
import { placeOf, readCell, readOptionalCell, type TableReader } from "./table-reader.ts";
import { codeDecoder, codesDecoder, vocabularyOf } from "./vocabulary.ts";

/** Reads canonical text by attribute from a row; absent values are left out. */
export type AttributeReader = (reader: TableReader, row: RawRow) => ReadonlyMap<string, string>;

/**
 * How the attributes of a table's rows are read: canonical text by attribute, absent values left
 * out.
 */
export function buildAttributeReader(rules: RegisterRules, table: RawTable): AttributeReader {
  const written = rules.attributes.flatMap((definition) => {
    const { column } = definition;
    if (column === undefined) return [];
    return [{ definition, column, decoder: attributeDecoder(definition, rules, table) }];
  });
  const derived = rules.attributes.filter(({ column }) => column === undefined);
  return (reader, row) => {
    const values = new Map<string, string>();
    for (const { definition, column, decoder } of written) {
      const read = definition.isOptional ? readOptionalCell : readCell;
      const value = read(reader, row, column, decoder);
      if (value !== undefined) values.set(definition.id, value);
    }
    for (const definition of derived) derive(definition, rules, values, reader, row);
    return values;
  };
}

function attributeDecoder(
  { type }: AttributeDefinition,
  rules: RegisterRules,
  table: RawTable,
): Decoder<string> {
  switch (type.kind) {
    case "code":
      return memoize(codeDecoder(vocabularyOf(rules.codeLists.get(type.codeList)), table));
    case "codes":
      return memoize(codesDecoder(vocabularyOf(rules.codeLists.get(type.codeList)), table));
    case "date":
      return DATE;
    case "group":
      return memoize(GROUP);
    case "number":
      return countsPeople(type.unit) ? COUNT_AS_TEXT : DECIMAL;
  }
}

const GROUP = freeCodeDecoder("code-100", 100);

const COUNT_AS_TEXT: Decoder<string> = {
  expected: COUNT.expected,
  decode: (text) => {
    const count = COUNT.decode(text);
    return count.ok ? decoded(String(count.value)) : count;
  },
};

/** Whether numbers of this unit are people. */
export function countsPeople(unit: string): boolean {
  const found = findUnit(unit);
  return found !== undefined && equalUnits(found, baseUnit("pupil"));
}

/**
 * Adds the property that the code of another attribute carries; that attribute stands before this
 * one.
 */
function derive(
  definition: AttributeDefinition,
  rules: RegisterRules,
  values: Map<string, string>,
  reader: TableReader,
  row: RawRow,
): void {
  if (definition.derivation === undefined) return;
  const { from, property } = definition.derivation;
  const origin = rules.attributes.find(({ id }) => id === from);
  const code = values.get(from);
  if (origin === undefined || code === undefined || !("codeList" in origin.type)) return;
  const value = rules.codeLists.get(origin.type.codeList)?.codes.get(code)?.properties[property];
  if (value !== undefined) values.set(definition.id, value);
  else if (!definition.isOptional) {
    const place = placeOf(reader, row, origin.column);
    reader.findings.issues.push(issue("value-missing", place, { expected: `${code}.${property}` }));
  }
}
