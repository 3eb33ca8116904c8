/**
 * Places of a sheet by a few words: a row by its number, its name or its code, a column by its
 * name, or both: `195 основная`.
 */
import type { Language } from "../../i18n/language.ts";
import { NAME_COLUMN, type SheetCell, type SheetColumn, type SheetRow } from "../sheet.ts";
import { foldText } from "./search-text.ts";

/** A place that a person may have meant; without a column it is of a whole row. */
export type FoundPlace = { readonly row: SheetRow; readonly column: SheetColumn | null };

/** Rows and columns with their names folded once, for every letter that is typed. */
export type PlaceIndex = {
  readonly rows: readonly Indexed<SheetRow>[];
  readonly columns: readonly Indexed<SheetColumn>[];
  readonly language: Language;
};

type Indexed<Item> = { readonly item: Item; readonly name: string };

/** What is looked through, made ready. */
export function indexPlaces(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  language: Language,
): PlaceIndex {
  const fold = (...names: readonly string[]): string => foldText(names.join(" "), language);
  return {
    rows: rows.map((item) => ({ item, name: fold(item.name, item.title) })),
    columns: columns
      .filter(({ id }) => id !== NAME_COLUMN)
      .map((item) => ({ item, name: fold(item.header, item.title) })),
    language,
  };
}

/**
 * At most so many places, the likeliest first: rows that all words are of, then rows with columns,
 * then columns in the row of the active cell.
 */
export function findPlaces(
  index: PlaceIndex,
  typed: string,
  active: SheetCell,
  most: number,
): readonly FoundPlace[] {
  const words = foldText(typed, index.language)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const found: FoundPlace[] = findRows(index, words, most).map((row) => ({ row, column: null }));
  for (let count = words.length - 1; count > 0 && found.length < most; count -= 1) {
    const cuts = [
      { ofRow: words.slice(0, count), ofColumn: words.slice(count) },
      { ofRow: words.slice(-count), ofColumn: words.slice(0, -count) },
    ];
    for (const { ofRow, ofColumn } of cuts) found.push(...crossings(index, ofRow, ofColumn, most));
  }
  const own = index.rows.find(({ item }) => item.id === active.rowId)?.item;
  if (own !== undefined) {
    found.push(...findColumns(index, words).map((column) => ({ row: own, column })));
  }
  return distinct(found).slice(0, most);
}

function crossings(
  index: PlaceIndex,
  ofRow: readonly string[],
  ofColumn: readonly string[],
  most: number,
): readonly FoundPlace[] {
  const columns = findColumns(index, ofColumn);
  if (columns.length === 0) return [];
  return findRows(index, ofRow, most).flatMap((row) => columns.map((column) => ({ row, column })));
}

/** A number alone is that of a row before it is part of a name. */
function findRows(
  { rows }: PlaceIndex,
  words: readonly string[],
  most: number,
): readonly SheetRow[] {
  const first: SheetRow[] = [];
  const others: SheetRow[] = [];
  const [only] = words;
  for (const { item, name } of rows) {
    if (words.length === 1 && item.number?.toString() === only) first.push(item);
    else if (others.length < most && words.every((word) => name.includes(word))) others.push(item);
  }
  return [...first, ...others];
}

/** Words begin where words of the name do. */
function findColumns({ columns }: PlaceIndex, words: readonly string[]): readonly SheetColumn[] {
  return columns
    .filter(({ name }) => words.every((word) => ` ${name}`.includes(` ${word}`)))
    .map(({ item }) => item);
}

function distinct(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const known = new Map(
    places.map((place) => [`${place.row.id} ${place.column?.id ?? ""}`, place] as const),
  );
  return [...known.values()];
}
