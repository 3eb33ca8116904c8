/**
 * The protection ledger: what each stage did to each line, and who paid.
 *
 * The rows of a stage and group add up to zero: what organisations gained, the envelope gave and
 * left-overs kept. The rows of a line add up to the difference between its formula and its final
 * amount.
 */
import { compareIds, invariant } from "../../kernel/index.ts";
import { type Tiyn, tiyn } from "../../money/index.ts";
import type { Payer, StagedItem, StageGroup, StageOutcome } from "./outcome.ts";

export type LedgerRow = {
  /** Empty text for a row of the envelope or of a left-over. */
  readonly organisationId: string;
  /** The definition of the line; empty text where there is no organisation. */
  readonly line: string;
  readonly stage: string;
  /** The group within which the stage acted; empty text for the whole city. */
  readonly group: string;
  readonly before: Tiyn | undefined;
  readonly after: Tiyn | undefined;
  readonly change: Tiyn;
  /** Who pays for a rise or receives a cut; what the row itself is where nobody else is. */
  readonly paidBy: Payer | "left-over";
};

/** Every change of every stage, stages in their order, then by group, organisation and line. */
export function ledgerOf(outcomes: readonly StageOutcome[]): readonly LedgerRow[] {
  return outcomes.flatMap((outcome) => {
    const rows = [...outcome.items.values()]
      .filter(({ before, after }) => before !== after)
      .map((item) => rowOf(item, outcome));
    const balances = [...outcome.groups.values()].flatMap((group) => balancesOf(group, outcome));
    const all = [...rows, ...balances].sort(compareRows);
    assertBalanced(all, outcome);
    return all;
  });
}

function compareRows(left: LedgerRow, right: LedgerRow): number {
  // Rows without an organisation close their group.
  const closing = Number(left.organisationId === "") - Number(right.organisationId === "");
  return (
    compareIds(left.group, right.group) ||
    closing ||
    compareIds(left.organisationId, right.organisationId) ||
    compareIds(left.line, right.line) ||
    compareIds(left.paidBy, right.paidBy)
  );
}

function rowOf(item: StagedItem, { stage }: StageOutcome): LedgerRow {
  const { organisationId, line, group, before, after, payer } = item;
  const change = tiyn(after - before);
  return { organisationId, line, stage: stage.id, group, before, after, change, paidBy: payer };
}

/** What the envelope gave stands against it; what nobody received is kept apart. */
function balancesOf({ name, given, left }: StageGroup, { stage }: StageOutcome) {
  const row = (change: bigint, paidBy: LedgerRow["paidBy"]): LedgerRow => ({
    ...{ organisationId: "", line: "", stage: stage.id, group: name },
    ...{ before: undefined, after: undefined },
    change: tiyn(change),
    paidBy,
  });
  return [
    ...(given === 0n ? [] : [row(-given, "envelope")]),
    ...(left === 0n ? [] : [row(left, "left-over")]),
  ];
}

function assertBalanced(rows: readonly LedgerRow[], { stage }: StageOutcome): void {
  const sums = new Map<string, bigint>();
  for (const { group, change } of rows) sums.set(group, (sums.get(group) ?? 0n) + change);
  for (const [group, sum] of sums) {
    invariant(sum === 0n, `the ledger of ${stage.id} ${group} adds up`);
  }
}
