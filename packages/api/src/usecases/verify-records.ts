/**
 * Proves what was kept: the chain of the journal, and every issue from its stored inputs.
 *
 * An issue is calculated again from register, law and overrides as they are stored now. Whoever
 * changed any of them, a line, the issue itself or the journal leaves a difference somewhere.
 */
import { InvariantViolation } from "@zhanbasy/core";
import type { AuditEntry, AuditState, PublicationKind } from "../contract.ts";
import type { Store } from "./ports.ts";
import { proveDecisions } from "./prove-decisions.ts";
import { proveRun } from "./prove-run.ts";
import { isStepEntry, proveScenario } from "./prove-scenario.ts";
import type { SealedPublication } from "./publication-ports.ts";
import { sealOf } from "./publication-seal.ts";

/**
 * What of an issue is not as it was issued: its result cannot be calculated again; lines, total or
 * what the run tells are others; its scenario says otherwise, stands on something else, has another
 * result, another past or other steps; a ground or a decision is another one; its seal does not
 * fit; the journal knows another seal.
 */
export const ISSUE_DIFFERENCES = [
  ...(["result", "lines", "total", "labels", "assumed", "weak"] as const),
  ...(["scenario", "base", "revision", "previous", "steps"] as const),
  ...(["ground", "finding", "seal", "journal"] as const),
] as const;
export type IssueDifference = {
  readonly kind: (typeof ISSUE_DIFFERENCES)[number];
  /** Which line, which override; nothing where there is no more to say. */
  readonly detail: string;
};

export type IssueProof = {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly budgetYear: number;
  readonly number: number;
  readonly seal: string;
  /** None where everything is as it was issued. */
  readonly differences: readonly IssueDifference[];
};

export type RecordsProof = {
  readonly journal: AuditState;
  /** By budget year and number. */
  readonly issues: readonly IssueProof[];
  /** Issues that the journal tells of and nobody has kept. */
  readonly missing: readonly string[];
};

/** Proves the journal and every issue, or the one that is named; nothing where there is none. */
export async function verifyRecords(
  store: Store,
  issueId: string | undefined,
): Promise<RecordsProof | undefined> {
  const journal = await store.audit.verify();
  const told = await toldByJournal(store);
  const ids = issueId === undefined ? await issueIds(store) : [issueId];
  const issues: IssueProof[] = [];
  for (const id of ids) {
    const sealed = await store.publications.findSealed(id);
    if (sealed === undefined) return undefined;
    issues.push(await proveIssue(store, sealed, told));
  }
  const kept = new Set(ids);
  const missing = issueId === undefined ? [...told.seals.keys()].filter((id) => !kept.has(id)) : [];
  return { journal, issues: issues.toSorted(compareIssues), missing: missing.toSorted() };
}

function compareIssues(left: IssueProof, right: IssueProof): number {
  return left.budgetYear - right.budgetYear || left.number - right.number;
}

/** Whether nothing of it differs. */
export function isSound({ journal, issues, missing }: RecordsProof): boolean {
  const isWhole = issues.every(({ differences }) => differences.length === 0);
  return journal.brokenAt === null && missing.length === 0 && isWhole;
}

const PAGE = 1_000;

async function issueIds({ publications }: Pick<Store, "publications">): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await publications.list({ limit: PAGE, after });
    ids.push(...items.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  return ids;
}

/** What the journal has written down about issues and scenarios. */
type Told = {
  /** The seal of each issue as it was given. */
  readonly seals: ReadonlyMap<string, string>;
  /** Steps by the name of the scenario, as `scenario 4f0c…`; the oldest first. */
  readonly steps: ReadonlyMap<string, readonly AuditEntry[]>;
};

async function toldByJournal({ audit }: Pick<Store, "audit">): Promise<Told> {
  const seals = new Map<string, string>();
  const steps = new Map<string, AuditEntry[]>();
  let after: string | undefined;
  do {
    const { items, next } = await audit.list({ limit: PAGE, after }, undefined);
    for (const entry of items.filter(isStepEntry)) {
      const { action, subject, facts } = entry;
      steps.set(subject, [entry, ...(steps.get(subject) ?? [])]);
      const { publication, seal } = facts;
      if (action !== "scenario-issued" || publication === undefined) continue;
      seals.set(publication, seal ?? "");
    }
    after = next ?? undefined;
  } while (after !== undefined);
  return { seals, steps };
}

async function proveIssue(
  store: Store,
  sealed: SealedPublication,
  { seals, steps }: Told,
): Promise<IssueProof> {
  const { id, kind, budgetYear, number, seal, scenarioId } = sealed;
  const told = seals.get(id);
  const differences = [
    ...(await proveRun(store, sealed.runId)),
    ...(await proveScenario(store, sealed, steps.get(`scenario ${scenarioId}`) ?? [])),
    ...(await proveDecisions(store, sealed)),
    ...(await proveSeal(store, sealed)),
    ...(told === seal ? [] : [{ kind: "journal", detail: told ?? "" } as const]),
  ];
  return { id, kind, budgetYear, number, seal, differences };
}

/** Nothing where what is stored has no canonical form. */
function unlessBroken<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvariantViolation) return undefined;
    throw error;
  }
}

async function proveSeal(
  { runs }: Pick<Store, "runs">,
  sealed: SealedPublication,
): Promise<readonly IssueDifference[]> {
  const scenario = await runs.findScenario(sealed.runId);
  const run = await runs.find(sealed.runId);
  if (run === undefined || scenario === undefined) return [{ kind: "seal", detail: "" }];
  const { id, scenarioId, revision, kind, budgetYear, number, issuedBy, issuedAt } = sealed;
  const { supersedes, grounds, findings } = sealed;
  const issue = {
    ...{ id, scenarioId, revision, kind, budgetYear, number },
    ...{ issuedBy: issuedBy.id, issuedAt, supersedes },
  };
  const found = unlessBroken(() => sealOf({ issue, grounds, findings, run, scenario }));
  return found === sealed.seal ? [] : [{ kind: "seal", detail: found ?? "" }];
}
