/**
 * Proves what was kept: the chain of the journal, and every issue from its stored inputs.
 *
 * An issue is calculated again from register, law and overrides as they are stored now. Whoever
 * changed any of them, a line, the issue itself or the journal leaves a difference somewhere.
 */
import { type CalculationRun, hashOf, InvariantViolation, lineName } from "@zhanbasy/core";
import type { AuditState, OverrideJson, PublicationKind, RunLine } from "../contract.ts";
import type { Store } from "./ports.ts";
import type { SealedPublication } from "./publication-ports.ts";
import { sealOf } from "./publication-seal.ts";
import { documentedOverrides, reproduceRun } from "./reproduce-run.ts";
import type { KeptRunScenario } from "./run-ports.ts";
import { createScenarioBooks, scenarioDocumentOf } from "./scenario-books.ts";

/**
 * What of an issue is not as it was issued: its result cannot be calculated again, its stored lines
 * are others, its scenario says otherwise, its seal does not fit, the journal knows another seal.
 */
export const ISSUE_DIFFERENCES = ["result", "lines", "scenario", "seal", "journal"] as const;
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
  const told = await sealsInJournal(store);
  const ids = issueId === undefined ? await issueIds(store) : [issueId];
  const issues: IssueProof[] = [];
  for (const id of ids) {
    const sealed = await store.publications.findSealed(id);
    if (sealed === undefined) return undefined;
    issues.push(await proveIssue(store, sealed, told.get(id)));
  }
  const kept = new Set(ids);
  const missing = issueId === undefined ? [...told.keys()].filter((id) => !kept.has(id)) : [];
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

/** The seal of each issue as it was written down when it was issued. */
async function sealsInJournal({
  audit,
}: Pick<Store, "audit">): Promise<ReadonlyMap<string, string>> {
  const seals = new Map<string, string>();
  let after: string | undefined;
  do {
    const { items, next } = await audit.list({ limit: PAGE, after }, undefined);
    for (const { action, facts } of items) {
      const { publication, seal } = facts;
      if (action !== "scenario-issued" || publication === undefined) continue;
      seals.set(publication, seal ?? "");
    }
    after = next ?? undefined;
  } while (after !== undefined);
  return seals;
}

async function proveIssue(
  store: Store,
  sealed: SealedPublication,
  told: string | undefined,
): Promise<IssueProof> {
  const { id, kind, budgetYear, number, seal, runId } = sealed;
  const scenario = await store.runs.findScenario(runId);
  const differences = [
    ...(await proveResult(store, runId)),
    ...(await proveScenario(store, sealed, scenario)),
    ...(await proveSeal(store, sealed, scenario)),
    ...(told === seal ? [] : [{ kind: "journal", detail: told ?? "" } as const]),
  ];
  return { id, kind, budgetYear, number, seal, differences };
}

/** Calculated again, the result has its hash, and each line is the one that is stored. */
async function proveResult(store: Store, runId: string): Promise<readonly IssueDifference[]> {
  const run = await reproduced(store, runId);
  if (run === undefined) return [{ kind: "result", detail: runId }];
  const stored = await storedLines(store, runId);
  const expected = run.lines.map((line) => nameOfLine({ ...line, amountTiyn: `${line.amount}` }));
  const found = stored.map(nameOfLine);
  const place = expected.findIndex((each, position) => each !== found[position]);
  if (place < 0 && found.length === expected.length) return [];
  return [{ kind: "lines", detail: found[place] ?? expected[place] ?? found.at(-1) ?? "" }];
}

/** Nothing when the stored inputs give another result, or none. */
async function reproduced(store: Store, runId: string): Promise<CalculationRun | undefined> {
  try {
    return await reproduceRun(store, runId);
  } catch (error) {
    if (error instanceof InvariantViolation) return undefined;
    throw error;
  }
}

async function storedLines(
  { runs }: Pick<Store, "runs">,
  runId: string,
): Promise<readonly RunLine[]> {
  const lines: RunLine[] = [];
  let after: string | undefined;
  do {
    const page = await runs.findLines(runId, { limit: PAGE, after });
    lines.push(...(page?.items ?? []));
    after = page?.next ?? undefined;
  } while (after !== undefined);
  return lines;
}

type NamedLine = Pick<
  RunLine,
  "organisationId" | "tier" | "budgetCode" | "method" | "amountTiyn"
> & { readonly headcount?: string | null | undefined };

/** `600140375485 secondary/04.2.360.040/formula 43200 211/12` */
function nameOfLine(line: NamedLine): string {
  const words = [line.organisationId, lineName(line), line.amountTiyn, line.headcount ?? ""];
  return words.join(" ").trim();
}

/** What is stored of the scenario's edits says what the run was calculated with. */
async function proveScenario(
  { scenarios }: Pick<Store, "scenarios">,
  { scenarioId, revision }: SealedPublication,
  kept: KeptRunScenario | undefined,
): Promise<readonly IssueDifference[]> {
  const head = await scenarios.findHead(scenarioId);
  if (head === undefined || kept === undefined) return [{ kind: "scenario", detail: scenarioId }];
  if (kept.id !== scenarioId || kept.revision !== revision) {
    return [{ kind: "scenario", detail: `${kept.id} ${kept.revision}` }];
  }
  const said = await saidBy(scenarios, head, revision);
  const run = documentedOverrides(kept.document);
  if (said === undefined) return [{ kind: "scenario", detail: scenarioId }];
  const own = said.map(contentOf);
  const place = run.findIndex((each, position) => contentOf(each) !== own[position]);
  if (place < 0 && own.length === run.length) return [];
  return [{ kind: "scenario", detail: JSON.stringify(said[place] ?? run[place] ?? {}) }];
}

/** Nothing when what is stored cannot even be read. */
async function saidBy(
  scenarios: Store["scenarios"],
  head: NonNullable<Awaited<ReturnType<Store["scenarios"]["findHead"]>>>,
  revision: number,
): Promise<readonly OverrideJson[] | undefined> {
  try {
    const content = await createScenarioBooks(scenarios).contentOf(head, revision);
    return documentedOverrides(scenarioDocumentOf(head.name, content));
  } catch (error) {
    if (error instanceof InvariantViolation) return undefined;
    throw error;
  }
}

/** Text of its own where it is nothing that the product could have written. */
function contentOf(override: OverrideJson): string {
  return (
    unlessBroken(() => hashOf(override as Parameters<typeof hashOf>[0])) ?? JSON.stringify(override)
  );
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
  scenario: KeptRunScenario | undefined,
): Promise<readonly IssueDifference[]> {
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
