/** Words once, then their positions row by row. */
import type { WordColumn } from "../contract.ts";

/** Words in the order in which they first appear; null stays null. */
export function wordColumn(values: readonly (string | null)[]): WordColumn {
  const positions = new Map<string, number>();
  const rows = values.map((value) => {
    if (value === null) return null;
    const known = positions.get(value);
    if (known !== undefined) return known;
    positions.set(value, positions.size);
    return positions.size - 1;
  });
  return { words: [...positions.keys()], values: rows };
}

/** One column for each attribute that some of the organisations has. */
export function attributeColumns(
  rows: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, WordColumn>> {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...names].sort().map((name) => [name, wordColumn(rows.map((row) => row[name] ?? null))]),
  );
}
