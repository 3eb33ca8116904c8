/** Fills as a person asks for them: by keys, by the handle, by a double click on it. */

import {
  activeOf,
  boundsOf,
  isSinglePlace,
  lastRange,
  type RangeBounds,
} from "../selection/selection.ts";
import { applyEdits, type EditingContext, findActive, isRefused, notify } from "./edit-actions.ts";
import type { CellEdit, EditRefusal } from "./edit-batch.ts";
import { lockOfCell } from "./edit-lock.ts";
import { type FillRules, type FillTask, fillRange, taskOfKey, taskToEnd } from "./fill-range.ts";
import { fillRules } from "./fill-rules.ts";

/** Ctrl+D and Ctrl+R over every selected range: copies, no series. */
export function fillByKey(context: EditingContext, from: "above" | "left"): void {
  const { handle, words } = context;
  const active = findActive(context);
  const selection = handle.selection.get();
  if (active === null || isRefused(context, active, isSinglePlace(selection))) return;
  const table = handle.table();
  const tasks = selection.ranges.flatMap((range) => taskOfKey(table, range, from) ?? []);
  if (tasks.length === 0) notify(context, words().t(`grid.edit.nothing.${from}`));
  else fill(context, tasks, "copy");
}

/** What a drag of the handle left off at; the filled cells are selected with their source. */
export function fillByDrag(context: EditingContext, task: FillTask, way: FillRules["way"]): void {
  const active = findActive(context);
  if (active === null || isRefused(context, active, false)) return;
  if (!fill(context, [task], way)) return;
  const { selection } = context.handle;
  const { top, left, bottom, right } = unionOf(task);
  selection.set({
    ranges: [{ anchor: { row: top, column: left }, head: { row: bottom, column: right } }],
    active: activeOf(selection.get()),
  });
}

/** Down from the last range to the end of its group. */
export function fillToEnd(context: EditingContext): void {
  const { handle, words } = context;
  const source = boundsOf(lastRange(handle.selection.get()));
  const task = taskToEnd(handle.table(), source);
  if (task === null) notify(context, words().t("grid.edit.nothing.below"));
  else fillByDrag(context, task, "series");
}

function fill(context: EditingContext, tasks: readonly FillTask[], way: FillRules["way"]): boolean {
  const { handle, words } = context;
  const { t, language } = words();
  const rules = fillRules(way, language, t);
  const filled = tasks.map((task) => fillRange(handle.table(), task, rules));
  const refusals: readonly EditRefusal[] = filled.flatMap((one) => one.refusals);
  const edits = onceEach(filled.flatMap((one) => one.edits));
  if (refusals.length > 0) {
    handle.refuse(refusals);
    return false;
  }
  if (edits.length === 0) {
    notify(context, whyNothing(context) ?? t("grid.edit.nothingToFill"));
    return true;
  }
  if (applyEdits(context, "fill", edits).length > 0) return false;
  handle.say(t("grid.edit.filled", { count: edits.length }), "polite");
  return true;
}

function whyNothing(context: EditingContext): string | null {
  const active = findActive(context);
  return active === null ? null : lockOfCell(active.row, active.column, context.words().t);
}

/** Ranges may overlap; a cell is edited once. */
function onceEach(edits: readonly CellEdit[]): readonly CellEdit[] {
  const byCell = new Map(
    edits.map((edit) => [JSON.stringify([edit.cell.rowId, edit.cell.columnId]), edit]),
  );
  return [...byCell.values()];
}

function unionOf({ source, target }: FillTask): RangeBounds {
  return {
    top: Math.min(source.top, target.top),
    left: Math.min(source.left, target.left),
    bottom: Math.max(source.bottom, target.bottom),
    right: Math.max(source.right, target.right),
  };
}
