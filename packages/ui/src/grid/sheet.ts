/**
 * What a sheet is made of, as data: columns that know how to show, say and copy their figures, and
 * rows with exact figures. A sheet knows no domain; features build it.
 */
import type { ExactValue } from "./exact-value.ts";

/** What a cell holds: an exact figure, or words; a date is written `2026-02-12`. */
export type CellValue = ExactValue | string;

/** In what the figures of a column are written when they are copied and typed. */
export type SheetUnit = {
  /** The same for columns whose figures may be copied into one another as they are. */
  readonly id: string;
  /** As it stands in a sentence: `тенге`, `доля`. */
  readonly name: string;
  /** Units of one dimension can be turned into one another by their size; others cannot. */
  readonly dimension: string;
  /** Stored units in one written unit: 100 tiyn in a tenge, 1 pupil in a pupil. */
  readonly size: bigint;
  /** What stands behind a figure that stands alone: `₸`. */
  readonly sign?: string;
};

/** What may be entered into the cells of a column. Bounds are in stored units. */
export type SheetInput =
  | {
      readonly kind: "number";
      /** Decimals of the written unit that can be kept. */
      readonly places: number;
      /** Shown and typed as percent: `12` is twelve percent. */
      readonly isPercent: boolean;
      readonly least: ExactValue | null;
      readonly most: ExactValue | null;
    }
  | { readonly kind: "date" }
  | { readonly kind: "text"; readonly mostLetters: number };

type ColumnOf<Kind extends string, Value> = {
  readonly id: string;
  readonly kind: Kind;
  readonly header: string;
  /** The whole name where the header is a short one; shown on pointing. */
  readonly title: string;
  /** The text above this column and its neighbours of the same band; null for none. */
  readonly band: string | null;
  /** In CSS pixels. */
  readonly width: number;
  readonly weight: "normal" | "strong" | "quiet";
  /** Whether the column opens into parts and does so now; null where it has none. */
  readonly parts: "open" | "closed" | null;
  /** Whether the column is a part of the one it stands behind. */
  readonly isPart: boolean;
  readonly format: (value: Value) => string;
  /** The figure with its unit as a person says it. */
  readonly speak: (value: Value) => string;
  /** What is said where there is no figure. */
  readonly absent: string;
  /** The exact figure for the clipboard: plain digits, a decimal comma. */
  readonly copy: (value: Value) => string;
  /** Absent where figures have no unit, such as words. */
  readonly unit?: SheetUnit;
  /** Absent where nothing can be entered. */
  readonly input?: SheetInput;
  /** Why nobody can enter anything here, in a sheet where other columns take input. */
  readonly lock?: string;
  /** Whether figures of rows may be added up; otherwise a selection of them is only counted. */
  readonly isAdditive?: boolean;
  /** Its figures add up those of other columns: a sum over both would count them twice. */
  readonly isTotal?: boolean;
  /** Stays at the left, beside the names, when the sheet is scrolled. */
  readonly isPinned?: true;
};

/** A column of exact figures; that of names has none. */
export type FigureColumn = ColumnOf<"name" | "money" | "count" | "ratio", ExactValue>;

/** A column of words or dates. */
export type WordColumn = ColumnOf<"text" | "date", string>;

/** A column. Texts stand in the language on view; figures arrive exact and leave as text. */
export type SheetColumn = FigureColumn | WordColumn;

/** What a cell shows beside its figure, each doubled in words for those who do not see it. */
export type CellMarks = {
  /** Its value was set here and differs from what it stands on. */
  readonly isOverridden?: boolean;
  /** Its value has no act, or stands on one without. */
  readonly isAssumed?: boolean;
  /** Why this cell cannot be edited though its column can. */
  readonly lock?: string;
  /** Why a check refuses its value. */
  readonly fault?: string;
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
  /** What a check says of this row, shown as a triangle behind the name. */
  readonly warning?: string;
  /** The exact figure of a column; null where there is none, which is not zero. */
  readonly valueIn: (columnId: string) => ExactValue | null;
  /** The words of a column of words or dates; null where there are none. */
  readonly wordIn?: (columnId: string) => string | null;
  /** What was entered here itself; null where the value of the base stands. */
  readonly ownIn?: (columnId: string) => CellValue | null;
  readonly marksIn?: (columnId: string) => CellMarks | null;
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
