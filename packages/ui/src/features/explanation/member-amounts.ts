/**
 * Who has a share in one line of a group or of the city: the largest by name, the rest as a sum.
 */
import type { RunColumns } from "@zhanbasy/api/contract";

/** An organisation's own amount. */
export type MemberShare = { readonly id: string; readonly amountTiyn: bigint };

/** The largest shares, and all others together; both add up to the part exactly. */
export type MemberAmounts = {
  readonly largest: readonly MemberShare[];
  readonly restCount: number;
  readonly restTiyn: bigint;
};

const SHOWN = 8;

/** The shares of a line among the rows that `isMember` holds for. */
export function memberAmounts(
  columns: RunColumns,
  line: string,
  isMember: (row: number) => boolean,
): MemberAmounts {
  const column = columns.lines.find((each) => each.line === line);
  const shares = (column?.rows ?? []).flatMap((row, position): readonly MemberShare[] => {
    const id = columns.organisations.ids[row];
    const amount = column?.amountsTiyn[position];
    if (!isMember(row) || id === undefined || amount === undefined) return [];
    return [{ id, amountTiyn: BigInt(amount) }];
  });
  const sorted = shares.toSorted(byAmount);
  const rest = sorted.slice(SHOWN);
  return {
    largest: sorted.slice(0, SHOWN),
    restCount: rest.length,
    restTiyn: rest.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n),
  };
}

/** Largest first; of equal ones the smaller id. */
function byAmount(left: MemberShare, right: MemberShare): number {
  if (left.amountTiyn === right.amountTiyn) return left.id < right.id ? -1 : 1;
  return left.amountTiyn > right.amountTiyn ? -1 : 1;
}
