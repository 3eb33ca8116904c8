/** How many members of a comparison get more, less and the same, and who came and went. */
import { type Tiyn, tiyn } from "../money/index.ts";
import { type Comparison, changeOfRow, type SidePair } from "./compare-runs.ts";

/** Members and what they make of the change. */
export type ChangePart = { readonly count: number; readonly amount: Tiyn };

/** What is more and what is less add up to the change. */
export type ChangeSummary = {
  readonly change: Tiyn;
  readonly more: ChangePart;
  readonly less: ChangePart;
  readonly same: ChangePart;
  /** Of those above, who has an amount on the second side alone, and on the first alone. */
  readonly appeared: ChangePart & { readonly members: readonly (readonly string[])[] };
  readonly gone: ChangePart & { readonly members: readonly (readonly string[])[] };
};

/** From one side of the comparison to another. */
export function summariseChange({ rows }: Comparison, pair: SidePair): ChangeSummary {
  const parts = { more: openPart(), less: openPart(), same: openPart() };
  const [appeared, gone] = [openPart(), openPart()];
  for (const row of rows) {
    const change = changeOfRow(row, pair);
    if (change === undefined) continue;
    add(parts[change.kind], row.member, change.amount);
    if (change.presence === "appeared") add(appeared, row.member, change.amount);
    if (change.presence === "gone") add(gone, row.member, change.amount);
  }
  const { more, less, same } = parts;
  return {
    change: tiyn(more.amount + less.amount),
    ...{ more: partOf(more), less: partOf(less), same: partOf(same) },
    appeared: { ...partOf(appeared), members: appeared.members },
    gone: { ...partOf(gone), members: gone.members },
  };
}

type OpenPart = { amount: bigint; readonly members: (readonly string[])[] };

function openPart(): OpenPart {
  return { amount: 0n, members: [] };
}

function add(part: OpenPart, member: readonly string[], amount: bigint): void {
  part.amount += amount;
  part.members.push(member);
}

function partOf({ amount, members }: OpenPart): ChangePart {
  return { count: members.length, amount: tiyn(amount) };
}
