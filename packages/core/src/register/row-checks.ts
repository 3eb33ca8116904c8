/** A check that rows of several tables share: their key stands there once. */
import { issue } from "../kernel/index.ts";
import type { RawRow } from "./raw-table.ts";
import { placeOf, type TableReader } from "./table-reader.ts";

/** Sorts before every letter, so that joined keys sort like tuples. */
export const KEY_SEPARATOR = "\u0001";

/** The key of a row, and what a second one is called. */
export type RowKey = {
  readonly value: string;
  readonly code: "fact-duplicate" | "estimate-duplicate" | "last-year-duplicate";
  readonly column?: string;
};

/**
 * Whether no earlier row has the key; a second one is a fault that names the first row. No key, no
 * question.
 */
export function checkFirst(
  reader: TableReader,
  row: RawRow,
  key: RowKey | undefined,
  firstRows: Map<string, number>,
): boolean {
  if (key === undefined) return true;
  const first = firstRows.get(key.value);
  if (first === undefined) {
    firstRows.set(key.value, row.row);
    return true;
  }
  const facts = { value: key.value.replaceAll(KEY_SEPARATOR, " "), first: String(first) };
  reader.findings.issues.push(issue(key.code, placeOf(reader, row, key.column), facts));
  return false;
}
