/** Which cell of a clipboard goes to which place of a sheet, by the rules of spreadsheets. */

import {
  activeOf,
  boundsOf,
  type RangeBounds,
  type SheetSelection,
} from "../selection/selection.ts";
import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import type { ClipboardTable } from "./clipboard-table.ts";

/** Why a block has no place here, with the sizes that a sentence names. */
export type PasteMisfit =
  | { readonly code: "several-ranges" }
  | {
      readonly code: "other-shape" | "over-edge";
      /** Of the block, then of the selection or the room that there is. */
      readonly rows: number;
      readonly columns: number;
      readonly roomRows: number;
      readonly roomColumns: number;
    };

/** A place of the sheet and the cell of the clipboard that goes there. */
export type PasteTarget = { readonly place: SheetPlace; readonly from: SheetPlace };

/** All places once, and what is selected when they are filled. */
export type PasteLayout =
  | { readonly targets: readonly PasteTarget[]; readonly pasted: SheetSelection }
  | { readonly misfit: PasteMisfit };

/**
 * One cell fills everything that is selected. A block grows from a single cell, or is repeated over
 * a selection that holds it whole times; over any other it is refused.
 */
export function layPaste(
  { rows }: Pick<ClipboardTable, "rows">,
  table: Pick<SheetTable, "rowCount" | "columns">,
  selection: SheetSelection,
): PasteLayout {
  const size = { rows: rows.length, columns: rows[0]?.length ?? 0 };
  const ranges = selection.ranges.map(boundsOf);
  if (size.rows === 1 && size.columns === 1) {
    return { targets: repeatOver(ranges, size), pasted: selection };
  }
  const [range, other] = ranges;
  if (range === undefined || other !== undefined) return { misfit: { code: "several-ranges" } };
  const { row, column } = activeOf(selection);
  const isSingle = range.top === range.bottom && range.left === range.right;
  if (!isSingle) {
    const selected = sizeOf(range);
    const isWhole = selected.rows % size.rows === 0 && selected.columns % size.columns === 0;
    return isWhole
      ? { targets: repeatOver([range], size), pasted: selection }
      : { misfit: misfit("other-shape", size, selected) };
  }
  const room = { rows: table.rowCount - row, columns: table.columns.length - column };
  if (size.rows > room.rows || size.columns > room.columns) {
    return { misfit: misfit("over-edge", size, room) };
  }
  const last = { row: row + size.rows - 1, column: column + size.columns - 1 };
  const grown = { anchor: { row, column }, head: last };
  return { targets: repeatOver([boundsOf(grown)], size), pasted: { ranges: [grown] } };
}

type Size = { readonly rows: number; readonly columns: number };

function sizeOf({ top, left, bottom, right }: RangeBounds): Size {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

function misfit(
  code: "other-shape" | "over-edge",
  { rows, columns }: Size,
  room: Size,
): PasteMisfit {
  return { code, rows, columns, roomRows: room.rows, roomColumns: room.columns };
}

/** Ranges may overlap: a place is filled once. */
function repeatOver(ranges: readonly RangeBounds[], size: Size): readonly PasteTarget[] {
  const targets: PasteTarget[] = [];
  const laid = new Set<string>();
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const name = `${row} ${column}`;
        if (ranges.length > 1 && laid.has(name)) continue;
        laid.add(name);
        const from = { row: (row - top) % size.rows, column: (column - left) % size.columns };
        targets.push({ place: { row, column }, from });
      }
    }
  }
  return targets;
}
