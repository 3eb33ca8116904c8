/**
 * What a paste would do: all of its edits, or everything that stands against it. Pure; nothing is
 * changed here, and where one cell is refused nothing is pasted.
 */
import type { TFunction } from "i18next";

import type { Language } from "../../i18n/language.ts";
import { contentOf } from "../cells/cell-content.ts";
import { type CellEdit, type EditRefusal, editOf } from "../editing/edit-batch.ts";
import { lockOfCell } from "../editing/edit-lock.ts";
import { faultText } from "../reading/read-fault.ts";
import type { FoundCell } from "../selection/selected-cells.ts";
import type { SheetSelection } from "../selection/selection.ts";
import type { SheetColumn, SheetUnit } from "../sheet.ts";
import type { SheetTable } from "../sheet-table.ts";
import type { ClipboardTable } from "./clipboard-table.ts";
import { layPaste, type PasteMisfit } from "./lay-paste.ts";
import { isShownAlready, type PastedCell, readPasted, type UnitWay } from "./read-pasted.ts";

/** What a paste stands on. */
export type PasteTask = {
  readonly clipboard: ClipboardTable;
  readonly table: SheetTable;
  readonly selection: SheetSelection;
  readonly language: Language;
  /** What is done with figures of another unit; null until a person was asked. */
  readonly unitWay: UnitWay | null;
};

/** Two units of one dimension, as the question names them. */
export type UnitPair = { readonly from: string; readonly to: string };

/** What came of it. Without edits everything is so already. */
export type PastePlan =
  | {
      readonly kind: "edits";
      readonly edits: readonly CellEdit[];
      readonly cellCount: number;
      readonly roundedCount: number;
      /** What is selected after the paste. */
      readonly pasted: SheetSelection;
    }
  | { readonly kind: "refused"; readonly refusals: readonly EditRefusal[] }
  | { readonly kind: "question"; readonly units: readonly UnitPair[] }
  | { readonly kind: "misfit"; readonly misfit: PasteMisfit };

/** Plans the paste; all faults are found at once. */
export function planPaste(task: PasteTask, t: TFunction): PastePlan {
  const { clipboard, table, selection } = task;
  const layout = layPaste(clipboard, table, selection);
  if ("misfit" in layout) return { kind: "misfit", misfit: layout.misfit };
  const targets = layout.targets.flatMap(({ place, from }): Target[] => {
    const row = table.rowAt(place.row);
    const column = table.columns[place.column];
    const cell = clipboard.rows[from.row]?.[from.column];
    if (row === undefined || column === undefined || cell === undefined) return [];
    return [{ row, column, pasted: { cell, unit: clipboard.units[from.column] ?? null } }];
  });
  const units = task.unitWay === null ? unitsToAsk(targets) : [];
  if (units.length > 0) return { kind: "question", units };
  const edits: CellEdit[] = [];
  const refusals: EditRefusal[] = [];
  let roundedCount = 0;
  for (const target of targets) {
    const outcome = pasteInto(target, task, t);
    if (outcome === null) continue;
    if ("reason" in outcome) refusals.push(outcome);
    else {
      edits.push(outcome.edit);
      roundedCount += Number(outcome.isRounded);
    }
  }
  if (refusals.length > 0) return { kind: "refused", refusals };
  const cellCount = targets.length;
  return { kind: "edits", edits, cellCount, roundedCount, pasted: layout.pasted };
}

type Target = FoundCell & { readonly pasted: PastedCell };

type Outcome = { readonly edit: CellEdit; readonly isRounded: boolean } | EditRefusal;

/** Null where the cell stays as it is. */
function pasteInto(
  { row, column, pasted }: Target,
  { language, unitWay }: PasteTask,
  t: TFunction,
): Outcome | null {
  const lock = lockOfCell(row, column, t);
  const refuse = (reason: string): EditRefusal => ({
    cell: { rowId: row.id, columnId: column.id },
    reason,
  });
  if (lock !== null) {
    return isShownAlready(pasted, row, column, language) ? null : refuse(lock);
  }
  // Words may hold signs that nobody could enter.
  if (pasted.cell.text === contentOf(row, column)) return null;
  const { unit } = pasted;
  if (isForeignTo(column, pasted) && unit !== null && column.unit !== undefined) {
    return refuse(t("grid.paste.otherUnit", { from: unit.name, to: column.unit.name }));
  }
  const reading = readPasted(pasted, column, { language, way: unitWay ?? "convert" });
  if ("fault" in reading) return refuse(faultText(t, reading.fault));
  const edit = editOf(row, column, reading.value);
  return edit === null ? null : { edit, isRounded: reading.isRounded };
}

/** Whether figures of the clipboard cannot be turned into those of the column. */
function isForeignTo(column: SheetColumn, { cell, unit }: PastedCell): boolean {
  return (
    cell.stored !== undefined &&
    unit !== null &&
    column.input?.kind === "number" &&
    column.unit !== undefined &&
    column.unit.dimension !== unit.dimension
  );
}

/** Each pair of units once, of cells that take input. */
function unitsToAsk(targets: readonly Target[]): readonly UnitPair[] {
  const pairs = new Map<string, UnitPair>();
  for (const { column, pasted } of targets) {
    if (pasted.cell.stored === undefined || column.input?.kind !== "number") continue;
    const to: SheetUnit | undefined = column.unit;
    const from = pasted.unit;
    if (from === null || to === undefined || from.id === to.id) continue;
    if (from.dimension !== to.dimension) continue;
    pairs.set(`${from.id} ${to.id}`, { from: from.name, to: to.name });
  }
  return [...pairs.values()];
}
