/** An issue whose rows are changed behind the product's back, and what its proof says then. */
import { issueScenario } from "../../packages/api/src/usecases/issue-scenario.ts";
import { isSound, verifyRecords } from "../../packages/api/src/usecases/verify-records.ts";
import type { testDatabase } from "./database.ts";
import { approve, groundAll, type KeptIssue, keepIssue, waiveLost } from "./kept-issue.ts";
import { tamper } from "./tamper.ts";

type Pools = Pick<ReturnType<typeof testDatabase>, "pool" | "ownerPool">;

/** A change of a table, `$1` in it being the issue, and what takes it back. */
export type Tampered = {
  readonly table: string;
  readonly change: string;
  readonly back: string;
};

export type ProvedIssue = {
  readonly kept: KeptIssue;
  readonly issueId: string;
  /** The kinds of what differs while the change stands; afterwards everything is sound again. */
  readonly differencesAfter: (change: Tampered) => Promise<readonly string[]>;
};

/** An official issue with one override, whose values all have their acts. */
export async function proveIssue({ pool, ownerPool }: Pools): Promise<ProvedIssue> {
  const kept = await keepIssue(pool);
  const scenarioId = await kept.newDraft({ rate: "1100" });
  await waiveLost(kept, scenarioId);
  await approve(kept, scenarioId);
  await groundAll(kept, scenarioId);
  const { context, approver: actor } = kept;
  const outcome = await issueScenario(context, { scenarioId, actor, kind: "official" });
  if (outcome.kind !== "issued") throw new Error(`not issued: ${outcome.kind}`);
  const issueId = outcome.publication.id;
  const prove = async () => {
    const proof = await verifyRecords(context.store, issueId);
    if (proof === undefined) throw new Error("nothing to prove");
    return proof;
  };
  return {
    ...{ kept, issueId },
    differencesAfter: async ({ table, change, back }) => {
      await tamper(ownerPool, { table, statement: change, values: [issueId] });
      const { issues } = await prove();
      await tamper(ownerPool, { table, statement: back, values: [issueId] });
      if (!isSound(await prove())) throw new Error("it was not taken back");
      return issues.flatMap(({ differences }) => differences.map(({ kind }) => kind));
    },
  };
}
