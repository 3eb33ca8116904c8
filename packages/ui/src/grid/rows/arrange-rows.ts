/**
 * Order, numbers and folding of a sheet's rows. Numbers are given once to the full sheet in its
 * order, so that a folded group or a filter leaves a gap and an address stays true.
 */
import { compareExact } from "../exact-value.ts";
import {
  type CellValue,
  NAME_COLUMN,
  type SheetGroup,
  type SheetRow,
  type SheetSort,
  type SheetTree,
  type VisibleRow,
} from "../sheet.ts";

/** Below zero where the left one comes first, as in `nameOrder` of a language. */
export type WordOrder = (left: string, right: string) => number;

/**
 * The same groups with members ordered by a column's exact figures or by its words, and the groups
 * likewise; rows without content come last in both directions, equal ones keep their order. By
 * name, rows keep the order they came in, or its mirror.
 */
export function sortTree<Row extends SheetRow>(
  tree: SheetTree<Row>,
  sort: SheetSort | null,
  compareWords: WordOrder = compareTexts,
): SheetTree<Row> {
  if (sort === null) return tree;
  const order = { ...sort, compareWords };
  const groups = tree.groups.map(({ row, members }) => ({
    row,
    members: sortRows(members, order),
  }));
  return { ...tree, groups: sortGroups(groups, order) };
}

/** The same tree with the place of each row in it as its number, from 1. */
export function numberTree<Row extends SheetRow>(tree: SheetTree<Row>): SheetTree<Row> {
  let next = 1;
  const groups: SheetGroup<Row>[] = [];
  for (const { row, members } of tree.groups) {
    const numbered = row === null ? null : { ...row, number: next++ };
    groups.push({
      row: numbered,
      members: members.map((member) => ({ ...member, number: next++ })),
    });
  }
  return { ...tree, groups };
}

/** The number of rows of the whole tree, all groups unfolded, without its total. */
export function countRows({ groups }: SheetTree): number {
  return groups.reduce((sum, { row, members }) => sum + members.length + (row === null ? 0 : 1), 0);
}

/** The rows on view: members of folded groups are left out. */
export function visibleRows(
  { groups }: SheetTree,
  isOpen: (groupId: string) => boolean,
): readonly VisibleRow[] {
  return groups.flatMap(({ row, members }) => {
    const shown = members.map((member): VisibleRow => ({ row: member, isOpen: null }));
    if (row === null) return shown;
    return isOpen(row.id) ? [{ row, isOpen: true }, ...shown] : [{ row, isOpen: false }];
  });
}

type Order = SheetSort & { readonly compareWords: WordOrder };

function sortRows<Row extends SheetRow>(rows: readonly Row[], order: Order): readonly Row[] {
  const { columnId, direction } = order;
  if (columnId === NAME_COLUMN) return direction === "asc" ? rows : rows.toReversed();
  return rows
    .map((row) => ({ row, value: row.valueIn(columnId) ?? row.wordIn?.(columnId) ?? null }))
    .sort((left, right) => compareValues(left.value, right.value, order))
    .map(({ row }) => row);
}

/** Groups without rows of their own stay where they are. */
function sortGroups<Row extends SheetRow>(
  groups: readonly SheetGroup<Row>[],
  order: Order,
): readonly SheetGroup<Row>[] {
  const byRow = new Map(
    groups.flatMap((group) => (group.row ? [[group.row.id, group] as const] : [])),
  );
  if (byRow.size < groups.length) return groups;
  const rows = groups.flatMap(({ row }) => (row === null ? [] : [row]));
  return sortRows(rows, order).flatMap(({ id }) => byRow.get(id) ?? []);
}

function compareValues(left: CellValue | null, right: CellValue | null, order: Order): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const compared = compareContents(left, right, order.compareWords);
  return order.direction === "asc" ? compared : -compared;
}

/** A column holds figures or words, never both; if it did, figures would come first. */
function compareContents(left: CellValue, right: CellValue, compareWords: WordOrder): number {
  if (typeof left === "string" && typeof right === "string") return compareWords(left, right);
  if (typeof left === "string" || typeof right === "string") {
    return Number(typeof left === "string") - Number(typeof right === "string");
  }
  return compareExact(left, right);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
