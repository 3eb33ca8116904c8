/**
 * Rows of groups and of the total that add up what their members have. Sums are made when they are
 * asked for, column by column, exactly, and kept until the owner says that figures have changed.
 */
import { addExact, type ExactValue } from "../exact-value.ts";
import type { SheetCell, SheetGroup, SheetRow, SheetTree } from "../sheet.ts";

/** A figure of a column; null where nothing has one. */
export type ValueIn = (columnId: string) => ExactValue | null;

/** What a tree is made of; the texts of its rows are the owner's. */
export type SummedSource<Row extends SheetRow> = {
  readonly members: readonly Row[];
  /** The group of a member, in the order in which groups come; null stands without a row. */
  readonly groupOf: (member: Row) => string | null;
  /** Groups in their order; those that no member belongs to have no row. */
  readonly groupIds: readonly string[];
  /** Whether the figures of a column add up; all others have none in groups and in the total. */
  readonly isSummed: (columnId: string) => boolean;
  readonly groupRow: (groupId: string, members: readonly Row[], valueIn: ValueIn) => Row;
  readonly totalRow: (members: readonly Row[], valueIn: ValueIn) => Row;
};

/** The tree, and the way to let go of sums that a change has made untrue. */
export type SummedTree<Row extends SheetRow> = {
  readonly tree: SheetTree<Row>;
  /** Figures of these members have changed: their group and the total add up these columns anew. */
  readonly forget: (cells: readonly SheetCell[]) => void;
  /** Figures of all members may have changed. */
  readonly forgetAll: () => void;
};

/** A sum that is kept by column until it is forgotten. */
type KeptSum = { readonly valueIn: ValueIn; readonly kept: Map<string, ExactValue | null> };

/** Groups with rows first, then members without one. */
export function summedTree<Row extends SheetRow>(source: SummedSource<Row>): SummedTree<Row> {
  const { members, isSummed } = source;
  const byGroup = membersByGroup(source);
  const sums = new Map(
    [...byGroup].map(([id, own]) => [
      id,
      keepSum(
        own.map(({ valueIn }) => valueIn),
        isSummed,
      ),
    ]),
  );
  const total = keepSum(
    [...sums.values()].map(({ valueIn }) => valueIn),
    isSummed,
  );
  const groups = [...byGroup].map(([id, own]): SheetGroup<Row> => {
    const valueIn = sums.get(id)?.valueIn ?? total.valueIn;
    return { row: id === null ? null : source.groupRow(id, own, valueIn), members: own };
  });
  let groupOfMember: ReadonlyMap<string, string | null> | null = null;
  return {
    tree: { groups, total: source.totalRow(members, total.valueIn) },
    forget: (cells) => {
      groupOfMember ??= new Map(members.map((member) => [member.id, source.groupOf(member)]));
      for (const { rowId, columnId } of cells) {
        const group = groupOfMember.get(rowId);
        if (group === undefined) continue;
        sums.get(group)?.kept.delete(columnId);
        total.kept.delete(columnId);
      }
    },
    forgetAll: () => {
      for (const { kept } of [...sums.values(), total]) kept.clear();
    },
  };
}

function membersByGroup<Row extends SheetRow>({
  members,
  groupOf,
  groupIds,
}: SummedSource<Row>): ReadonlyMap<string | null, readonly Row[]> {
  const byGroup = new Map<string | null, Row[]>(groupIds.map((id) => [id, []]));
  for (const member of members) {
    const id = groupOf(member);
    const own = byGroup.get(id);
    if (own === undefined) byGroup.set(id, [member]);
    else own.push(member);
  }
  return new Map([...byGroup].filter(([, own]) => own.length > 0));
}

function keepSum(parts: readonly ValueIn[], isSummed: (columnId: string) => boolean): KeptSum {
  const kept = new Map<string, ExactValue | null>();
  const valueIn = (columnId: string): ExactValue | null => {
    const known = kept.get(columnId);
    if (known !== undefined) return known;
    const sum = isSummed(columnId) ? sumOf(parts, columnId) : null;
    kept.set(columnId, sum);
    return sum;
  };
  return { valueIn, kept };
}

/** What nobody has is not zero. */
function sumOf(parts: readonly ValueIn[], columnId: string): ExactValue | null {
  let sum: ExactValue | null = null;
  for (const valueIn of parts) {
    const value = valueIn(columnId);
    if (value !== null) sum = sum === null ? value : addExact(sum, value);
  }
  return sum;
}
