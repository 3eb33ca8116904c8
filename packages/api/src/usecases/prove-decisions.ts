/**
 * What an issue rests on beside its figures: the grounds of its values and the decisions on its
 * findings. The issue keeps a copy of each; the rows must go on saying what the copy says.
 */
import type { Finding, Ground, GroundedValue } from "../contract.ts";
import { isSameJson } from "./is-same-json.ts";
import type { Store } from "./ports.ts";
import type { KeptFindingDecision, SealedPublication } from "./publication-ports.ts";

export type DecisionDifference = {
  readonly kind: "ground" | "finding";
  /** The value, or the finding. */
  readonly detail: string;
};

/** A seal that fits is asked for elsewhere: of a copy that is broken only what is whole counts. */
export async function proveDecisions(
  store: Pick<Store, "grounds" | "findings" | "runs">,
  { grounds, findings, runId }: SealedPublication,
): Promise<readonly DecisionDifference[]> {
  const differences: DecisionDifference[] = [];
  for (const { subject, ground } of wholeOf<GroundedValue>(grounds)) {
    if (!isWhole(ground)) continue;
    const found = await store.grounds.find(ground.id);
    if (found?.subject !== subject || !isSameGround(ground, found)) {
      differences.push({ kind: "ground", detail: subject });
    }
  }
  const run = await store.runs.find(runId);
  const decisions = run === undefined ? [] : await store.findings.decisionsOf(run.registerHash);
  for (const finding of wholeOf<Finding>(findings)) {
    if (!areKept(finding, decisions)) differences.push({ kind: "finding", detail: finding.id });
  }
  return differences;
}

function wholeOf<Item>(list: unknown): readonly Item[] {
  const items: readonly Item[] = Array.isArray(list) ? (list as readonly Item[]) : [];
  return items.filter(isWhole);
}

function isWhole<Item>(value: Item): value is Item & object {
  return typeof value === "object" && value !== null;
}

/** People may take another name; one that nobody had confirmed yet may be confirmed later. */
function isSameGround(copy: Ground, row: Ground): boolean {
  const entered = ({ status, act, clause, enteredBy, enteredAt }: Ground) => {
    return [status, act, clause, enteredBy?.id, enteredAt];
  };
  const confirmed = ({ confirmedBy, confirmedAt }: Ground) => [confirmedBy?.id, confirmedAt];
  if (!isSameJson(entered(copy), entered(row))) return false;
  return copy.confirmedBy === null || isSameJson(confirmed(copy), confirmed(row));
}

/** Both the owner and the waiver of a finding come from decisions that are still kept. */
function areKept(
  { id, owner, waiver }: Finding,
  decisions: readonly KeptFindingDecision[],
): boolean {
  const own = decisions.filter(({ finding }) => finding === id);
  const isOwned =
    !isWhole(owner) ||
    own.some((each) => {
      return each.kind === "owner" && each.owner === owner.id;
    });
  const isWaived =
    !isWhole(waiver) ||
    own.some((each) => {
      const { kind, reason, author, madeAt } = each;
      const row = [reason, author, madeAt];
      return (
        kind === "waiver" && isSameJson(row, [waiver.reason, waiver.author?.id, waiver.madeAt])
      );
    });
  return isOwned && isWaived;
}
