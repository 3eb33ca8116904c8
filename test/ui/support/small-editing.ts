/** Editing of the sheet of rates without a drawn sheet; its batches are kept, or refused. */
import type { EditingContext } from "../../../packages/ui/src/grid/editing/edit-actions.ts";
import type { EditBatch, EditRefusal } from "../../../packages/ui/src/grid/editing/edit-batch.ts";
import { createEditingStore } from "../../../packages/ui/src/grid/editing/editing-store.ts";
import { selectPlace } from "../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetCell, VisibleRow } from "../../../packages/ui/src/grid/sheet.ts";
import type { SheetEditing } from "../../../packages/ui/src/grid/sheet-props.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { HELD_FIRST, HELD_SECOND, NORM_COLUMNS, normRow } from "./norm-sheet.ts";
import { type KeptHandle, smallHandle } from "./small-handle.ts";
import { sheetProps } from "./small-sheet.ts";

/** What actions stand on, and what came of them. */
export type KeptEditing = KeptHandle & {
  readonly context: EditingContext;
  readonly batches: readonly EditBatch[];
  /** Selects cells of the table, both corners of it by row and column. */
  readonly select: (top: number, left: number, bottom?: number, right?: number) => void;
};

/** What differs from the group `north` with `n1` and `n2`, of which `n1` has the active rate. */
export type GivenEditing = {
  readonly active?: SheetCell;
  readonly members?: readonly VisibleRow["row"][];
  readonly refusals?: readonly EditRefusal[];
  /** Null where nothing can be entered in the sheet. */
  readonly editing?: Partial<SheetEditing> | null;
};

const ACTIVE: SheetCell = { rowId: "n1", columnId: "norm" };
const MEMBERS = [normRow("n1", HELD_FIRST), normRow("n2", HELD_SECOND)];

/** Words are Russian. */
export function smallEditing(given: GivenEditing = {}): KeptEditing {
  const { active = ACTIVE, members = MEMBERS, refusals = [], editing = {} } = given;
  const batches: EditBatch[] = [];
  const owner: SheetEditing = {
    ...{ sheetId: "norms", lock: null },
    ...{ undo: () => ({ kind: "empty" }), redo: () => ({ kind: "empty" }) },
    apply: (batch) => {
      if (refusals.length === 0) batches.push(batch);
      return refusals;
    },
  };
  const rows = [
    { row: normRow("north", {}, { kind: "group", level: 1 }), isOpen: true },
    ...members.map((row) => ({ row, isOpen: null })),
  ];
  const kept = smallHandle(
    sheetProps(rows, {
      ...{ columns: NORM_COLUMNS, total: normRow("city", {}, { kind: "total" }), active },
      ...(editing === null ? {} : { editing: { ...owner, ...editing } }),
    }),
  );
  const t = texts.getFixedT("ru");
  return {
    ...kept,
    batches,
    context: {
      handle: kept.handle,
      store: createEditingStore(),
      words: () => ({ t, language: "ru" }),
    },
    select: (row, column, bottom = row, right = column) =>
      kept.handle.selection.set({
        ...selectPlace({ row, column }),
        ranges: [{ anchor: { row, column }, head: { row: bottom, column: right } }],
      }),
  };
}
