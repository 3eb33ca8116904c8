/** How a person looks at a sheet of the page; it stays while another sheet is on view. */
import type { SheetCondition } from "../../../packages/ui/src/grid/rows/filter-rows.ts";
import type { SheetCell } from "../../../packages/ui/src/grid/sheet.ts";
import type { PageSheet } from "./page-sheet.ts";

/** What is active, unfolded and searched for; columns and order are remembered in the browser. */
export type SheetView = {
  readonly active: SheetCell;
  readonly openGroups: ReadonlySet<string>;
  readonly query: string;
  readonly conditions: readonly SheetCondition[];
};

/** The first view: the first group is open, or all of them. */
export function firstView({ tree, columns }: PageSheet, isOpen: boolean): SheetView {
  const ids = tree.groups.flatMap(({ row }) => (row === null ? [] : [row.id]));
  const [first = ""] = ids;
  const rowId = tree.groups[0]?.members[0]?.id ?? first;
  const columnId = columns.find(({ input }) => input !== undefined)?.id ?? "name";
  return {
    active: { rowId, columnId },
    openGroups: new Set(isOpen ? ids : [first]),
    query: "",
    conditions: [],
  };
}

/** The view with the groups of these rows unfolded. */
export function unfolded(
  { tree }: PageSheet,
  view: SheetView,
  rowIds: ReadonlySet<string>,
): SheetView {
  const groups = tree.groups.flatMap(({ row, members }) =>
    row !== null && members.some(({ id }) => rowIds.has(id)) ? [row.id] : [],
  );
  return { ...view, openGroups: new Set([...view.openGroups, ...groups]) };
}

/** What changes when a cell becomes active: one that was folded away is unfolded. */
export function withActive(
  sheet: PageSheet,
  view: SheetView,
  active: SheetCell,
): Partial<SheetView> {
  const group = sheet.tree.groups.find(({ members }) =>
    members.some(({ id }) => id === active.rowId),
  )?.row;
  const isFolded = group !== null && group !== undefined && !view.openGroups.has(group.id);
  if (!isFolded) return { active };
  return { active, openGroups: new Set([...view.openGroups, group.id]) };
}
