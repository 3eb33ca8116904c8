/** What a reader of files hands over: text as it stood, with places; nothing is understood yet. */

/** One table with canonical column names (`bin`, `headcount`); cells are text as written. */
export type RawTable = {
  readonly file: string;
  readonly sheet?: string;
  readonly columns: readonly string[];
  /** How people find each column, `C (БИН)`; absent when they see the names of `columns`. */
  readonly titles?: readonly string[];
  readonly rows: readonly RawRow[];
  /** Rows that did not fit the columns: refused already, and looked through for ids only. */
  readonly brokenRows?: readonly RawRow[];
};

/**
 * `cells` stand in the order of the table's columns; `row` counts from 1 as the user's program
 * shows it.
 */
export type RawRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** By place in `cells`, what the text of a workbook's cell does not tell. */
  readonly marks?: ReadonlyMap<number, CellMark>;
  /** By place in `cells`, the row of the merged cell that gave the text, where it is another. */
  readonly mergedFrom?: ReadonlyMap<number, number>;
};

/**
 * A formula's cached value; a formula without one; an error; a number with more digits than it
 * keeps.
 */
export type CellMark = "formula" | "formula-without-value" | "error" | "imprecise";

/** One sheet of a workbook, before its header is understood. */
export type RawSheet = {
  readonly file: string;
  readonly sheet: string;
  /** Row and column index from 0; an empty cell is undefined. */
  readonly rows: readonly (readonly (RawCell | undefined)[])[];
  readonly merges: readonly MergedRange[];
};

/** One cell of a sheet. */
export type RawCell = {
  readonly kind: "text" | "number" | "date" | "boolean" | "error";
  /** Plain digits for a number, ISO for a date, the written text otherwise. */
  readonly text: string;
  readonly isFormula: boolean;
};

/** Inclusive, counted from 0. */
export type MergedRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};
