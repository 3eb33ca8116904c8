/**
 * What stands in the way of each step of a scenario, for the person who asks.
 *
 * Every reason is told at once. A deficit keeps a scenario from being issued, never from being
 * submitted; who proposed a value never makes it official.
 */
import type { RegisterFinding } from "@zhanbasy/core";
import type { GroundedValue, PublicationKind, ScenarioState } from "../contract.ts";
import { groundValues, isCured } from "./grounds.ts";
import type { Actor } from "./people-ports.ts";
import type { Store } from "./ports.ts";
import type { FindingState } from "./publication-ports.ts";
import type { Assessment, Deficit } from "./scenario-assessment.ts";
import type { SaidOverride, ScenarioContent } from "./scenario-books.ts";
import type { ScenarioHead } from "./scenario-ports.ts";

/** One reason why a step cannot be taken now. */
export type GateReason =
  | { readonly code: "reason-missing"; readonly cell: string }
  | { readonly code: "finding-blocking"; readonly finding: RegisterFinding }
  | ({ readonly code: "deficit" } & Deficit)
  | { readonly code: "value-weak"; readonly value: GroundedValue }
  | { readonly code: "own-override"; readonly cell: string; readonly scenario: string }
  | { readonly code: "own-submission" }
  | { readonly code: "envelope-missing" }
  | {
      readonly code: "state";
      readonly state: ScenarioState | "archived";
      readonly expected: ScenarioState;
    };

/** Everything a gate is decided by. */
export type GateQuestion = {
  readonly actor: Actor;
  readonly head: ScenarioHead;
  readonly assessment: Assessment;
  readonly standing: GateStanding;
};

/** What is kept of a scenario beside its figures, as it is at the moment of the step. */
export type GateStanding = {
  readonly values: readonly GroundedValue[];
  readonly decisions: ReadonlyMap<string, FindingState>;
  /** Who submitted it last; nobody where it never was. */
  readonly submittedBy: string | undefined;
  readonly parentName: string | undefined;
  /** How its standing issue was made; nothing where it has none. */
  readonly issuedAs: PublicationKind | undefined;
};

/** Reads what the gates of a scenario are decided by. */
export async function readStanding(
  store: Store,
  head: ScenarioHead,
  { weak }: Pick<Assessment, "weak">,
): Promise<GateStanding> {
  // One after another: inside of a transaction there is one connection.
  const values = await groundValues(store, weak);
  const decisions = await store.findings.statesOf(head.registerHash);
  const detail = await store.scenarios.findDetail(head.id);
  const standing = await store.publications.findStanding(head.asOf.budgetYear);
  const submission = detail?.steps.findLast(({ to }) => to === "submitted");
  return {
    ...{ values, decisions, submittedBy: submission?.author.id },
    parentName: detail?.parent?.name,
    issuedAs: standing.find(({ scenarioId }) => scenarioId === head.id)?.kind,
  };
}

/** Reasons and findings keep a draft from being submitted. */
export function submissionGate({
  head,
  assessment,
  standing,
}: GateQuestion): readonly GateReason[] {
  return [
    ...stateReasons(head, "draft"),
    ...reasonsMissing(assessment.content),
    ...blockingFindings(assessment, standing),
  ];
}

/** Another person than who submitted approves. */
export function approvalGate({ actor, head, standing }: GateQuestion): readonly GateReason[] {
  const isOwn = head.state === "submitted" && standing.submittedBy === actor.personId;
  return [
    ...stateReasons(head, "submitted"),
    ...(isOwn ? [{ code: "own-submission" } as const] : []),
  ];
}

/** What keeps an approved scenario from being issued in this way. */
export function issueGate(question: GateQuestion, kind: PublicationKind): readonly GateReason[] {
  const { actor, head, assessment, standing } = question;
  const { hasLimit, deficits, content } = assessment;
  // What was issued as preliminary becomes official once its values have their acts.
  const isPreliminary = head.state === "issued" && standing.issuedAs === "preliminary";
  const common: readonly GateReason[] = [
    ...(kind === "official" && isPreliminary ? [] : stateReasons(head, "approved")),
    ...(hasLimit ? [] : [{ code: "envelope-missing" } as const]),
    ...deficits.map((deficit) => ({ code: "deficit", ...deficit }) as const),
    ...blockingFindings(assessment, standing),
  ];
  if (kind === "preliminary") return common;
  const weak = standing.values.filter((value) => !isCured(value));
  return [
    ...common,
    ...ownOverrides(actor, content, {
      own: head.name,
      inherited: standing.parentName ?? head.name,
    }),
    ...weak.map((value) => ({ code: "value-weak", value }) as const),
  ];
}

/** What is archived is taken out of the archive first, whatever its state. */
function stateReasons(
  { state, isArchived }: ScenarioHead,
  expected: ScenarioState,
): readonly GateReason[] {
  if (isArchived) return [{ code: "state", state: "archived", expected }];
  return state === expected ? [] : [{ code: "state", state, expected }];
}

/** Of each cell the last word counts, whoever said it. */
function reasonsMissing({ inherited, own }: ScenarioContent): readonly GateReason[] {
  const last = new Map([...inherited, ...own].map((each) => [each.cell, each]));
  return [...last.values()]
    .filter(({ said }) => said.reason.trim() === "")
    .map(({ cell }) => ({ code: "reason-missing", cell }));
}

function blockingFindings(
  { findings }: Assessment,
  { decisions }: GateStanding,
): readonly GateReason[] {
  return findings
    .filter(({ id, severity }) => severity === "blocking" && !decisions.get(id)?.waiver)
    .map((finding) => ({ code: "finding-blocking", finding }));
}

function ownOverrides(
  { personId }: Actor,
  { inherited, own }: ScenarioContent,
  names: { readonly own: string; readonly inherited: string },
): readonly GateReason[] {
  const reasonsOf = (overrides: readonly SaidOverride[], scenario: string) =>
    overrides
      .filter(({ author }) => author === personId)
      .map(({ cell }) => ({ code: "own-override", cell, scenario }) as const);
  return [...reasonsOf(inherited, names.inherited), ...reasonsOf(own, names.own)];
}
