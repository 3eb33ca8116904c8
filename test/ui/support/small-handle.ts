/** A sheet's handle without a drawn sheet: what was said, refused and gone to is kept. */
import type { EditRefusal } from "../../../packages/ui/src/grid/editing/edit-batch.ts";
import {
  activeOf,
  createSelectionStore,
} from "../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetCell } from "../../../packages/ui/src/grid/sheet.ts";
import type { SheetHandle } from "../../../packages/ui/src/grid/sheet-handle.ts";
import type { SheetGridProps } from "../../../packages/ui/src/grid/sheet-props.ts";
import { buildTable } from "../../../packages/ui/src/grid/sheet-table.ts";

/** The handle, and what came of it. */
export type KeptHandle = {
  readonly handle: SheetHandle;
  readonly said: string[];
  readonly gone: SheetCell[];
  readonly refused: EditRefusal[];
};

/** Begins at the active cell of the props. */
export function smallHandle(props: SheetGridProps): KeptHandle {
  const [said, gone, refused]: [string[], SheetCell[], EditRefusal[]] = [[], [], []];
  const table = buildTable(props.columns, props.rows, props.total);
  const selection = createSelectionStore(table.placeOf(props.active) ?? undefined);
  const handle: SheetHandle = {
    api: () => null,
    root: { current: null },
    props: () => props,
    table: () => table,
    selection,
    activeCell: () => table.cellAt(activeOf(selection.get())) ?? props.active,
    tell: () => undefined,
    run: () => false,
    goTo: (cell) => gone.push(cell),
    focus: () => said.push("focus"),
    say: (text) => said.push(text),
    refuse: (refusals) => refused.splice(0, refused.length, ...refusals),
    refusals: () => refused,
    paint: () => undefined,
  };
  return { handle, said, gone, refused };
}
