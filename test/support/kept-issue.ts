/**
 * A city on the way to its issue: two schools that stay, one that closes and has no successor, an
 * assumed rate of 1,000 tenge, and people of the roles that bring a scenario through.
 */
import type { Role } from "../../packages/api/src/access/roles.ts";
import { createScenario } from "../../packages/api/src/usecases/create-scenario.ts";
import { decideFindings } from "../../packages/api/src/usecases/findings.ts";
import { confirmGround, enterGround } from "../../packages/api/src/usecases/grounds.ts";
import { loadDemonstrationOnce } from "../../packages/api/src/usecases/load-demonstration.ts";
import type { Actor } from "../../packages/api/src/usecases/people-ports.ts";
import type { Assessment } from "../../packages/api/src/usecases/scenario-assessment.ts";
import { createScenarioContext } from "../../packages/api/src/usecases/scenario-context.ts";
import type { ScenarioHead } from "../../packages/api/src/usecases/scenario-ports.ts";
import {
  createStepContext,
  type StepContext,
  takeStep,
} from "../../packages/api/src/usecases/take-step.ts";
import { findTiyn, ok, type RegisterSnapshot } from "../../packages/core/src/index.ts";
import type { testDatabase } from "./database.ts";
import { getValue } from "./get-value.ts";
import { keep, rateOf } from "./kept-scenarios.ts";
import type { appOver } from "./kept-school.ts";
import { parseSchool, schoolLayers } from "./school-methodology.ts";
import { estimate, lastYear, organisation, pupils, snapshot } from "./school-register.ts";
import { cookieHeader, identityOver, keepPerson, storeOf } from "./signed-in.ts";

type Pool = ReturnType<typeof testDatabase>["pool"];

export const LOST = "successor-missing lost";

/** 40 pupils at 1,000 tenge in each of the two schools, and 5.50 tenge citywide. */
const ISSUED_CITY: RegisterSnapshot = snapshot({
  organisations: [
    organisation(),
    organisation({ id: "b" }),
    organisation({ id: "lost", closed: "2026-03-31" }),
  ],
  headcounts: ["a", "b"].flatMap((id) =>
    ["2026-01-01", "2026-09-05"].flatMap((day) =>
      ["primary", "basic"].map((level) => pupils(id, day, level, 10)),
    ),
  ),
  estimates: [estimate({ tenge: "5.5", status: "local" })],
  lastYear: [lastYear("a", "40000"), lastYear("b", "40000"), lastYear("lost", "500")],
});

export type KeptIssue = {
  readonly context: StepContext;
  readonly editor: Actor;
  readonly colleague: Actor;
  readonly approver: Actor;
  readonly newDraft: (change?: DraftChange) => Promise<string>;
};

export type DraftChange = {
  /** Tenge; 200,000 unless told otherwise. */
  readonly envelope?: string | undefined;
  /** The rate that the editor puts in; the law's where it is left out. */
  readonly rate?: string;
  readonly reason?: string;
};

const START = Date.parse("2026-11-22T10:00:00.000Z");
const SECOND = 1_000;

/** A clock that goes on by a second each time somebody looks at it. */
function goingClock(): () => Date {
  let now = START;
  return () => {
    now += SECOND;
    return new Date(now);
  };
}

export async function keepIssue(pool: Pool, ownPool: Pool = pool): Promise<KeptIssue> {
  const store = storeOf(pool, ownPool);
  const outside = { store, clock: goingClock(), ids: () => crypto.randomUUID() };
  const layers = schoolLayers();
  await loadDemonstrationOnce({
    ...outside,
    city: {
      readMethodology: () => Promise.resolve(ok({ methodology: getValue(parseSchool()), layers })),
      readRegister: () => Promise.resolve(ok({ snapshot: ISSUED_CITY, warnings: [] })),
    },
  });
  const context = createStepContext(createScenarioContext(outside));
  const editor = await keepActor(pool, "editor", "Айгерім Үлгі");
  return {
    ...{ context, editor },
    colleague: await keepActor(pool, "editor", "Марат Пример"),
    approver: await keepActor(pool, "approver", "Динара Пример"),
    newDraft: (change = {}) => newDraft(context, editor, change),
  };
}

/** Somebody with an account, as the one who asks. */
export async function keepActor(
  pool: Pool,
  role: Role,
  name: string,
  organisationIds: readonly string[] = [],
): Promise<Actor> {
  return {
    personId: await keepPerson(pool, role, { name, organisationIds }),
    name,
    role,
    organisationIds,
  };
}

async function newDraft(
  context: StepContext,
  actor: Actor,
  { envelope = "200000", rate, reason = "подбор под конверт" }: DraftChange,
): Promise<string> {
  const { items } = await context.store.runs.list({ limit: 100, after: undefined });
  const run = items.find(({ scenario }) => scenario === null);
  const limit = findTiyn(envelope);
  if (run === undefined || limit === undefined) throw new Error("no city was kept");
  const { registerHash, methodologyHash, budgetYear } = run;
  const inputs = { registerHash, methodologyHash, budgetYear, knownOn: undefined };
  const limited = { ...inputs, envelope: { limit, status: "local" } } as const;
  const base = { kind: "inputs", inputs: limited } as const;
  const made = await createScenario(context, { id: undefined, actor, name: "Вариант", base });
  const { id } = getValue(made);
  const edits = rate === undefined ? [] : [{ override: rateOf(rate, reason) }];
  if (edits.length > 0) await keep({ context }, { scenarioId: id, actor, at: 1, edits });
  return id;
}

/** The scenario as it is now, and what there is to say of it. */
export async function lookAt(
  { context }: Pick<KeptIssue, "context">,
  scenarioId: string,
): Promise<{ readonly head: ScenarioHead; readonly assessment: Assessment }> {
  const head = await context.store.scenarios.findHead(scenarioId);
  if (head === undefined) throw new Error("no such scenario");
  return { head, assessment: getValue(await context.assess(head)) };
}

/** Lets the lost school stand, for every scenario over the city. */
export async function waiveLost(kept: KeptIssue, scenarioId: string): Promise<void> {
  const looked = await lookAt(kept, scenarioId);
  await decideFindings(kept.context, looked, {
    ...{ actor: kept.approver, findings: [LOST], kind: "waiver", owner: undefined },
    reason: "закрыта по решению маслихата",
  });
}

/** Through submission and approval, by the editor and the approver. */
export async function approve(kept: KeptIssue, scenarioId: string): Promise<void> {
  const { context, editor, approver } = kept;
  const submitted = { scenarioId, actor: editor, to: "submitted", reason: "" } as const;
  const approved = { scenarioId, actor: approver, to: "approved", reason: "" } as const;
  for (const step of [submitted, approved]) {
    const taken = await takeStep(context, step);
    if (taken.kind !== "taken") throw new Error(`the step was not taken: ${taken.kind}`);
  }
}

/** Enters an act for every value that lacks one, and lets a second person confirm each. */
export async function groundAll(kept: KeptIssue, scenarioId: string): Promise<void> {
  const { context, editor, colleague } = kept;
  const { assessment } = await lookAt(kept, scenarioId);
  for (const { subject } of assessment.weak) {
    const ground = {
      subject,
      status: "local",
      act: "Решение маслихата № 1",
      clause: "п. 2",
    } as const;
    const { id } = await enterGround(context, { actor: editor, ...ground });
    await confirmGround(context, { actor: colleague, groundId: id });
  }
}

/** A request's cookie of one of the people. */
export async function cookieFor(
  { context }: Pick<KeptIssue, "context">,
  actor: Actor,
): Promise<string> {
  const { store, clock } = context;
  const connection = { address: "127.0.0.1", userAgent: "" };
  const entered = await identityOver(store, { clock }).enter(
    actor.personId,
    "invitation",
    connection,
  );
  return cookieHeader(entered.cookies);
}

/** One request to the server by one of the people. */
export type Asked = {
  readonly cookie: string;
  /** GET where there is no body. */
  readonly body?: unknown;
  readonly language?: string;
};

/** The status and what was answered. */
export async function ask(
  app: ReturnType<typeof appOver>,
  path: string,
  { cookie, body, language = "ru" }: Asked,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const headers = { cookie, "accept-language": language, "content-type": "application/json" };
  const response = await app.request(`/api/v1${path}`, {
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}
