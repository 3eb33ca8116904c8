/**
 * The scenario of an issue as it is stored: what it stands on, its edits, its revision and its
 * steps, against the run that was issued and the entries of the journal.
 */
import { InvariantViolation } from "@zhanbasy/core";
import type { AuditEntry, OverrideJson, RunSummary, ScenarioStep } from "../contract.ts";
import { isSameJson } from "./is-same-json.ts";
import type { Store } from "./ports.ts";
import type { SealedPublication } from "./publication-ports.ts";
import { documentedOverrides } from "./reproduce-run.ts";
import type { KeptRunScenario } from "./run-ports.ts";
import { createScenarioBooks, scenarioDocumentOf } from "./scenario-books.ts";
import type { ScenarioHead } from "./scenario-ports.ts";
import { STEP_ACTIONS, stepFacts } from "./take-step.ts";

/**
 * What differs: the overrides, the base (year, day, register, law), the result of the revision,
 * what edits say of what stood before them, the steps.
 */
export type ScenarioDifference = {
  readonly kind: "scenario" | "base" | "revision" | "previous" | "steps";
  readonly detail: string;
};

type Proof = Pick<Store, "scenarios" | "runs">;

/** `entries` are those of the journal about steps of this scenario, the oldest first. */
export async function proveScenario(
  { scenarios, runs }: Proof,
  { scenarioId, revision, runId }: SealedPublication,
  entries: readonly AuditEntry[],
): Promise<readonly ScenarioDifference[]> {
  const head = await scenarios.findHead(scenarioId);
  const kept = await runs.findScenario(runId);
  const run = await runs.find(runId);
  if (head === undefined || kept === undefined || run === undefined) {
    return [{ kind: "scenario", detail: scenarioId }];
  }
  return [
    ...(await proveOverrides(scenarios, { head, kept, revision })),
    ...proveBase(head, run),
    ...(await proveRevision(scenarios, run, { scenarioId, revision })),
    ...(await provePrevious(scenarios, head, revision)),
    ...(await proveSteps(scenarios, scenarioId, entries)),
  ];
}

type Scenarios = Store["scenarios"];

/** What is stored of the edits says what the run was calculated with. */
async function proveOverrides(
  scenarios: Scenarios,
  proof: {
    readonly head: ScenarioHead;
    readonly kept: KeptRunScenario;
    readonly revision: number;
  },
): Promise<readonly ScenarioDifference[]> {
  const { head, kept, revision } = proof;
  if (kept.id !== head.id || kept.revision !== revision) {
    return [{ kind: "scenario", detail: `${kept.id} ${kept.revision}` }];
  }
  const said = await saidBy(scenarios, head, revision);
  const run = documentedOverrides(kept.document);
  if (said === undefined) return [{ kind: "scenario", detail: head.id }];
  const place = run.findIndex((each, position) => !isSameJson(each, said[position]));
  if (place < 0 && said.length === run.length) return [];
  const shown = said[Math.max(place, 0)] ?? run[place] ?? {};
  return [{ kind: "scenario", detail: JSON.stringify(shown) }];
}

/** Nothing when what is stored cannot even be read. */
async function saidBy(
  scenarios: Scenarios,
  head: ScenarioHead,
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

/** A scenario never leaves what it stands on, which is what its run was calculated over. */
function proveBase(
  { asOf, registerHash, methodologyHash }: ScenarioHead,
  run: RunSummary,
): readonly ScenarioDifference[] {
  const parts = [
    [`${asOf.budgetYear}`, `${run.budgetYear}`],
    [asOf.knownOn, run.knownOn],
    [registerHash, run.registerHash],
    [methodologyHash, run.methodologyHash],
  ] as const;
  return parts
    .filter(([own, kept]) => own !== kept)
    .map(([own]) => ({ kind: "base", detail: own }));
}

async function proveRevision(
  scenarios: Scenarios,
  { resultHash, totalTiyn }: RunSummary,
  { scenarioId, revision }: Pick<SealedPublication, "scenarioId" | "revision">,
): Promise<readonly ScenarioDifference[]> {
  const range = { after: revision - 1, upTo: revision };
  const [found] = await scenarios.revisionsBetween(scenarioId, range);
  if (found?.resultHash === resultHash && found.totalTiyn === totalTiyn) return [];
  return [{ kind: "revision", detail: `${found?.totalTiyn ?? ""} ${found?.resultHash ?? ""}` }];
}

/** Of the scenario and of those it stands on: each edit knows what the ones before it had said. */
async function provePrevious(
  scenarios: Scenarios,
  head: ScenarioHead,
  upTo: number,
): Promise<readonly ScenarioDifference[]> {
  const said = new Map<string, OverrideJson | null>();
  for (const { number, edits } of await scenarios.revisionsBetween(head.id, { after: 0, upTo })) {
    const other = edits.find(({ cell, previous }) => !isSameJson(previous, said.get(cell) ?? null));
    if (other !== undefined) return [{ kind: "previous", detail: `${number} ${other.cell}` }];
    for (const { cell, override } of edits) said.set(cell, override);
  }
  if (head.parent === undefined) return [];
  const parent = await scenarios.findHead(head.parent.id);
  return parent === undefined ? [] : provePrevious(scenarios, parent, head.parent.revision);
}

const STEPS: ReadonlySet<string> = new Set(Object.values(STEP_ACTIONS));

/** Whether an entry of the journal tells of a step of a scenario. */
export function isStepEntry({ action }: Pick<AuditEntry, "action">): boolean {
  return STEPS.has(action);
}

/** Each step follows from the one before it and is what the journal tells of it. */
async function proveSteps(
  scenarios: Scenarios,
  scenarioId: string,
  entries: readonly AuditEntry[],
): Promise<readonly ScenarioDifference[]> {
  const steps = (await scenarios.findDetail(scenarioId))?.steps ?? [];
  const found = steps.map(wordsOfStep);
  const told = entries.map(wordsOfEntry);
  const strange = steps.findIndex(({ from }, place) => from !== (steps[place - 1]?.to ?? "draft"));
  const untold = found.findIndex((words) => !told.includes(words));
  const place = [strange, untold].find((each) => each >= 0);
  if (place !== undefined) return [{ kind: "steps", detail: shownStep(steps[place]) }];
  const lost = told.find((words) => !found.includes(words));
  return lost === undefined && found.length === told.length
    ? []
    : [{ kind: "steps", detail: lost ?? "" }];
}

function wordsOfStep({ to, author, madeAt, runId, ...step }: ScenarioStep): string {
  const facts = stepFacts({ ...step, runId: runId ?? undefined });
  return [STEP_ACTIONS[to], author.id, madeAt, ...namedFacts(facts)].join(" ");
}

function wordsOfEntry({ action, actor, madeAt, facts }: AuditEntry): string {
  return [action, actor?.id ?? "", madeAt, ...namedFacts(facts)].join(" ");
}

function namedFacts({ revision, run, reason }: AuditEntry["facts"]): readonly string[] {
  return [revision ?? "", run ?? "", reason ?? ""];
}

function shownStep(step: ScenarioStep | undefined): string {
  return step === undefined ? "" : `${step.from} → ${step.to} ${step.madeAt}`;
}
