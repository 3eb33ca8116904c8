/**
 * What a sheet is made of, as data: columns that know how to show, say and copy their figures, and
 * rows with exact figures. A sheet knows no domain; features build it.
 */
import type { ExactValue } from "./exact-value.ts";

/** A column. Texts stand in the language on view; figures arrive exact and leave as text. */
export type SheetColumn = {
  readonly id: string;
  readonly header: string;
  /** The whole name where the header is a short one; shown on pointing. */
  readonly title: string;
  /** The text above this column and its neighbours of the same band; null for none. */
  readonly band: string | null;
  readonly kind: "name" | "money" | "count" | "ratio";
  /** In CSS pixels. */
  readonly width: number;
  readonly weight: "normal" | "strong" | "quiet";
  /** Whether the column opens into parts and does so now; null where it has none. */
  readonly parts: "open" | "closed" | null;
  /** Whether the column is a part of the one it stands behind. */
  readonly isPart: boolean;
  readonly format: (value: ExactValue) => string;
  /** The figure with its unit as a person says it. */
  readonly speak: (value: ExactValue) => string;
  /** What is said where there is no figure. */
  readonly absent: string;
  /** The exact figure for the clipboard. */
  readonly copy: (value: ExactValue) => string;
};

/** A row of the sheet. A group shows its members' sums itself. */
export type SheetRow = {
  readonly id: string;
  readonly kind: "group" | "member" | "total";
  /** Its place in the full sheet, which no folding or filter changes; null for the total. */
  readonly number: number | null;
  readonly name: string;
  /** The whole name where `name` is a short one. */
  readonly title: string;
  /** Said quietly behind the name, such as the number of members. */
  readonly note: string | null;
  /** Depth below a group, from 1. */
  readonly level: number;
  /** The exact figure of a column; null where there is none, which is not zero. */
  readonly valueIn: (columnId: string) => ExactValue | null;
};

/** A group with its members; without a row of its own the members stand alone. */
export type SheetGroup<Row extends SheetRow = SheetRow> = {
  readonly row: Row | null;
  readonly members: readonly Row[];
};

/** Groups over everything, and the row that totals them. */
export type SheetTree<Row extends SheetRow = SheetRow> = {
  readonly groups: readonly SheetGroup<Row>[];
  readonly total: Row;
};

/** A row on view and whether it is unfolded; null where it cannot be. */
export type VisibleRow = { readonly row: SheetRow; readonly isOpen: boolean | null };

/** A cell by its row and column. */
export type SheetCell = { readonly rowId: string; readonly columnId: string };

/** The column the rows are ordered by. */
export type SheetSort = { readonly columnId: string; readonly direction: "asc" | "desc" };

/** The id of the column of names, which every sheet has. */
export const NAME_COLUMN = "name";
