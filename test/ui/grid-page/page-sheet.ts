/** What a sheet of the page is for the screen, and rows that add up any members. */
import { addExact, type ExactValue } from "../../../packages/ui/src/grid/exact-value.ts";
import type { ValueIn } from "../../../packages/ui/src/grid/rows/sum-rows.ts";
import type { SheetColumn, SheetRow, SheetTree } from "../../../packages/ui/src/grid/sheet.ts";
import type { CellStore } from "./cell-store.ts";
import type { PageSheetId } from "./page-options.ts";

/** A sheet with the values it shows. */
export type PageSheet = {
  readonly id: PageSheetId;
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Every row, all groups open, in the order of the city. */
  readonly tree: SheetTree;
  /** Shows what follows from other sheets; nothing is entered here. */
  readonly isReadOnly?: true;
  readonly store: Pick<CellStore, "apply" | "revision" | "isChanged" | "subscribe">;
  /** The row of a group, or the total, of the members that a filter leaves. */
  readonly regroup: (row: SheetRow, members: readonly SheetRow[]) => SheetRow;
  readonly retotal: (row: SheetRow, members: readonly SheetRow[]) => SheetRow;
};

/** A row of a group or the total. */
export function summedRow(
  row: Pick<SheetRow, "id" | "kind" | "name" | "note">,
  valueIn: ValueIn,
): SheetRow {
  return { ...row, number: null, title: row.name, level: 1, valueIn };
}

/** Sums over members, made when they are asked for and kept for a revision. */
export function sumsOf(
  members: readonly SheetRow[],
  isSummed: (columnId: string) => boolean,
  revision: () => number,
): ValueIn {
  const kept = new Map<string, ExactValue | null>();
  let keptAt = revision();
  return (columnId) => {
    if (keptAt !== revision()) {
      kept.clear();
      keptAt = revision();
    }
    const known = kept.get(columnId);
    if (known !== undefined) return known;
    const figures = isSummed(columnId)
      ? members.flatMap(({ valueIn }) => valueIn(columnId) ?? [])
      : [];
    const [first, ...others] = figures;
    const sum = first === undefined ? null : others.reduce(addExact, first);
    kept.set(columnId, sum);
    return sum;
  };
}
