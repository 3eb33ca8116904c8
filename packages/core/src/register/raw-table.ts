/** What a reader of files hands over: text as it stood, with places; nothing is understood yet. */

/** One table with canonical column names (`bin`, `headcount`); cells are text as written. */
export type RawTable = {
  readonly file: string;
  readonly sheet?: string;
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
};

/** `cells` stand in the order of the table's columns; `row` counts from 1 as the user's program shows it. */
export type RawRow = { readonly row: number; readonly cells: readonly string[] };

/** One sheet of a workbook, before its header is understood. */
export type RawSheet = {
  readonly file: string;
  readonly sheet: string;
  /** Row and column index from 0; an empty cell is undefined. */
  readonly rows: readonly (readonly (RawCell | undefined)[])[];
  readonly merges: readonly MergedRange[];
};

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
