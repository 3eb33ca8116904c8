/**
 * Keeps the active cell of the selection and that of the sheet's owner together. The selection is
 * ahead: the owner is told a moment later, and only of where a quick hand has stopped. What the
 * owner changes on its own wins.
 */
import type { RefObject } from "react";

import { carrySelection } from "./selection/carry-selection.ts";
import {
  activeOf,
  type SelectionStore,
  type SheetSelection,
  selectPlace,
} from "./selection/selection.ts";
import type { SheetCell } from "./sheet.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import type { SheetOrder, SheetPlace, SheetTable } from "./sheet-table.ts";

type Owner = Pick<SheetGridProps, "active" | "onActivate" | "onSelect">;

/** What the owner's last drawing asks of the sheet. */
export type Followed = {
  /** A cell became active from elsewhere and is to be brought on view. */
  readonly isToShow: boolean;
  /** A cell that was asked for with the focus is there now. */
  readonly isToFocus: boolean;
  /** Rows or columns have other places than before. */
  readonly isRearranged: boolean;
};

/** The link between a selection and its owner. */
export type OwnerLink = {
  readonly activeCell: () => SheetCell;
  /** Tells the owner at once what it does not know yet. */
  readonly tell: () => void;
  /** Takes over what the owner has drawn: its active cell, other rows and columns. */
  readonly follow: () => Followed;
  /** Waits with the focus for a cell that is not on view until the owner has unfolded it. */
  readonly awaitCell: (cell: SheetCell) => void;
  /** Tells nobody any more. */
  readonly end: () => void;
};

/**
 * Who changed the selection: the person; the owner, who knows it; or the order of rows and columns,
 * in which the same cell stays active, whether the owner has been told of it or not.
 */
type Change = "person" | "owner" | "order";

/** Begins with the owner's active cell. */
export function linkOwner(
  owner: RefObject<Owner>,
  tableOf: () => SheetTable,
  selection: SelectionStore,
): OwnerLink {
  const teller = createTeller(owner, tableOf, selection);
  let change: Change = "person";
  let seen = owner.current.active;
  let order: SheetOrder | null = null;
  let awaited: SheetCell | null = owner.current.active;
  let isFocusAwaited = false;

  selection.subscribe(() => {
    if (change === "person") [awaited, isFocusAwaited] = [null, false];
    teller.notice(change);
  });
  const adopt = (next: SheetSelection, from: Change): void => {
    change = from;
    selection.set(next);
    change = "person";
  };
  return {
    activeCell: teller.activeCell,
    tell: teller.tell,
    follow: () => {
      const table = tableOf();
      const before = order;
      const wished = owner.current.active;
      if (!isSameCell(wished, seen) && !teller.isEcho(wished)) awaited = wished;
      [seen, order] = [wished, table.order];
      const isRearranged = before !== order;
      const found = awaited === null ? null : table.placeOf(awaited);
      if (found !== null) {
        const isToFocus = isFocusAwaited;
        [awaited, isFocusAwaited] = [null, false];
        adopt(selectPlace(found), "owner");
        return { isToShow: true, isToFocus, isRearranged };
      }
      if (isRearranged) {
        const kept = table.placeOf(teller.activeCell());
        const place = kept ?? table.placeOf(wished);
        adopt(selectIn(table, selection.get(), before, place), kept === null ? "owner" : "order");
      }
      return { isToShow: false, isToFocus: false, isRearranged };
    },
    awaitCell: (cell) => {
      // What the owner is told later must not call it back from there.
      teller.tell();
      [awaited, isFocusAwaited] = [cell, true];
      teller.announce(cell);
    },
    end: teller.end,
  };
}

/** Cells told that the owner has not drawn yet; one that keeps its own would never draw them. */
const MOST_TOLD = 20;

/** A range that grows under the mouse is told so many milliseconds after it paused. */
const RANGE_PAUSE = 60;

/** Tells the owner of cells and ranges, and knows its own words when they come back. */
type Teller = Pick<OwnerLink, "activeCell" | "tell" | "end"> & {
  /** The selection is another one; what it took over from the owner is not told back. */
  readonly notice: (from: Change) => void;
  readonly announce: (cell: SheetCell) => void;
  /** Whether the owner's active cell is one that it was told of. */
  readonly isEcho: (cell: SheetCell) => boolean;
};

function createTeller(
  owner: RefObject<Owner>,
  tableOf: () => SheetTable,
  selection: SelectionStore,
): Teller {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isHasty = false;
  let active = owner.current.active;
  let agreed = active;
  let told: readonly SheetCell[] = [];
  let selectedBefore: SheetSelection | null = null;

  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const announce = (cell: SheetCell): void => {
    agreed = cell;
    told = [...told, cell].slice(-MOST_TOLD);
    owner.current.onActivate(cell);
  };
  const tell = (): void => {
    end();
    const { onSelect } = owner.current;
    const chosen = selection.get();
    if (!isSameCell(active, agreed)) announce(active);
    if (chosen !== selectedBefore) {
      selectedBefore = chosen;
      onSelect?.(chosen, tableOf());
    }
  };
  const tellSoon = (): void => {
    if (timer !== null && isHasty) return;
    end();
    isHasty = !isSameCell(active, agreed);
    timer = setTimeout(tell, isHasty ? 0 : RANGE_PAUSE);
  };
  return {
    activeCell: () => active,
    tell,
    end,
    announce,
    notice: (from) => {
      const next = tableOf().cellAt(activeOf(selection.get()));
      // The same object for the same cell.
      if (next !== null && !isSameCell(next, active)) active = next;
      if (from === "owner") agreed = active;
      tellSoon();
    },
    isEcho: (cell) => {
      const position = told.findIndex((other) => isSameCell(other, cell));
      if (position < 0) return false;
      told = told.slice(position + 1);
      return told.length > 0 || timer !== null || isSameCell(cell, active);
    },
  };
}

/** The same selection in another order, or the active cell alone: at its place, else near by. */
function selectIn(
  table: SheetTable,
  old: SheetSelection,
  before: SheetOrder | null,
  place: SheetPlace | null,
): SheetSelection {
  const active = place ?? nearest(activeOf(old), table);
  const carried = before === null ? null : carrySelection(old, before, table, active);
  return carried ?? selectPlace(active);
}

function nearest({ row, column }: SheetPlace, { rowCount, columns }: SheetTable): SheetPlace {
  return {
    row: Math.max(Math.min(row, rowCount - 1), 0),
    column: Math.max(Math.min(column, columns.length - 1), 0),
  };
}

function isSameCell(left: SheetCell, right: SheetCell): boolean {
  return left.rowId === right.rowId && left.columnId === right.columnId;
}
