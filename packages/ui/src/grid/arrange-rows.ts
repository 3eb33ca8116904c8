/**
 * Order, numbers and folding of a sheet's rows. Numbers are given once to the full sheet in its
 * order, so that a folded group or a filter leaves a gap and an address stays true.
 */
import { compareExact } from "./exact-value.ts";
import {
  NAME_COLUMN,
  type SheetGroup,
  type SheetRow,
  type SheetSort,
  type SheetTree,
  type VisibleRow,
} from "./sheet.ts";

/**
 * The same groups with members ordered by a column's exact figures, and the groups likewise; rows
 * without a figure come last in both directions, equal ones keep their order. By name, rows keep
 * the order they came in, or its mirror.
 */
export function sortTree<Row extends SheetRow>(
  tree: SheetTree<Row>,
  sort: SheetSort | null,
): SheetTree<Row> {
  if (sort === null) return tree;
  const groups = tree.groups.map(({ row, members }) => ({ row, members: sortRows(members, sort) }));
  return { ...tree, groups: sortGroups(groups, sort) };
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

function sortRows<Row extends SheetRow>(rows: readonly Row[], sort: SheetSort): readonly Row[] {
  if (sort.columnId === NAME_COLUMN) return sort.direction === "asc" ? rows : rows.toReversed();
  return rows
    .map((row) => ({ row, value: row.valueIn(sort.columnId) }))
    .sort((left, right) => compareValues(left.value, right.value, sort.direction))
    .map(({ row }) => row);
}

/** Groups without rows of their own stay where they are. */
function sortGroups<Row extends SheetRow>(
  groups: readonly SheetGroup<Row>[],
  sort: SheetSort,
): readonly SheetGroup<Row>[] {
  const byRow = new Map(
    groups.flatMap((group) => (group.row ? [[group.row.id, group] as const] : [])),
  );
  if (byRow.size < groups.length) return groups;
  const rows = groups.flatMap(({ row }) => (row === null ? [] : [row]));
  return sortRows(rows, sort).flatMap(({ id }) => byRow.get(id) ?? []);
}

function compareValues(
  left: ReturnType<SheetRow["valueIn"]>,
  right: ReturnType<SheetRow["valueIn"]>,
  direction: SheetSort["direction"],
): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const order = compareExact(left, right);
  return direction === "asc" ? order : -order;
}
