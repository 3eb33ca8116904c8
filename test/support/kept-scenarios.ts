/**
 * A city of twenty small schools with a draft over it, and three editors: 1,000 tenge for each of
 * the pupils of each school.
 */
import type { KeptBatch, OverrideJson } from "../../packages/api/src/contract.ts";

import { createScenario } from "../../packages/api/src/usecases/create-scenario.ts";
import {
  type DemonstrationCity,
  loadDemonstrationOnce,
} from "../../packages/api/src/usecases/load-demonstration.ts";
import type { Actor } from "../../packages/api/src/usecases/people-ports.ts";
import { saveScenarioBatch } from "../../packages/api/src/usecases/save-scenario-batch.ts";
import {
  createScenarioContext,
  type ScenarioContext,
} from "../../packages/api/src/usecases/scenario-context.ts";
import type { BatchEdit } from "../../packages/api/src/usecases/scenario-edits.ts";
import { ENGINE_VERSION, ok } from "../../packages/core/src/index.ts";
import type { testDatabase } from "./database.ts";
import { getValue } from "./get-value.ts";
import { parseSchool, schoolLayers } from "./school-methodology.ts";
import { organisation, pupils, snapshot } from "./school-register.ts";
import { storeOf } from "./signed-in.ts";

type Pool = ReturnType<typeof testDatabase>["pool"];

export type KeptScenarios = {
  readonly context: ScenarioContext;
  readonly editors: readonly [Actor, Actor, Actor];
  /** A draft of its own on the city as it stands. */
  readonly newDraft: (name?: string) => Promise<string>;
};

const NOW = "2026-11-22T10:00:00.000Z";
const SCHOOLS = Array.from({ length: 20 }, (_, place) => `s${`${place + 1}`.padStart(2, "0")}`);
const NAMES = ["Айгерім Үлгі", "Динара Пример", "Марат Пример"];

/** Keeps the city and the people once for a file of tests. */
export async function keepScenarios(pool: Pool): Promise<KeptScenarios> {
  const store = storeOf(pool);
  const outside = { store, clock: () => new Date(NOW), ids: () => crypto.randomUUID() };
  const layers = schoolLayers();
  const city: DemonstrationCity = {
    readMethodology: () => Promise.resolve(ok({ methodology: getValue(parseSchool()), layers })),
    readRegister: () => Promise.resolve(ok({ snapshot: twentySchools(), warnings: [] })),
  };
  await loadDemonstrationOnce({ ...outside, city });
  const [first, second, third] = await Promise.all(NAMES.map((name) => keepEditor(pool, name)));
  if (first === undefined || second === undefined || third === undefined) throw new Error("people");
  const context = createScenarioContext(outside);
  return {
    context,
    editors: [first, second, third],
    newDraft: async (name = "Вариант") => {
      const inputs = await inputsOf(context);
      const base = { kind: "inputs", inputs } as const;
      const made = await createScenario(context, { id: undefined, actor: first, name, base });
      return getValue(made).id;
    },
  };
}

/** Twenty schools with ten pupils in each cell. */
function twentySchools() {
  return snapshot({
    organisations: SCHOOLS.map((id) => organisation({ id })),
    headcounts: SCHOOLS.flatMap((id) =>
      ["2026-01-01", "2026-09-05"].flatMap((day) =>
        ["primary", "basic"].map((level) => pupils(id, day, level, 10)),
      ),
    ),
  });
}

async function inputsOf({ store }: ScenarioContext) {
  const { items } = await store.runs.list({ limit: 1, after: undefined });
  const [run] = items;
  if (run === undefined) throw new Error("no city was kept");
  const { registerHash, methodologyHash, budgetYear } = run;
  return { registerHash, methodologyHash, budgetYear, knownOn: undefined, envelope: undefined };
}

/** An editor with an account, who needs no password here. */
async function keepEditor(pool: Pool, name: string): Promise<Actor> {
  const personId = crypto.randomUUID();
  await pool.query(
    `INSERT INTO people (id, email, name, email_verified, role, language, is_active, is_sample)
     VALUES ($1, $2, $3, true, 'editor', 'ru', true, false)`,
    [personId, `${personId}@example.kz`, name],
  );
  return { personId, name, role: "editor", organisationIds: [] };
}

/** A count of a school as an override: `pupilsOf(1, "180")`, one of its four cells. */
export function pupilsOf(school: number, value: string, cell = 0, reason = "сверка"): OverrideJson {
  const count = cell % 2 === 0 ? "january" : "september";
  const level = cell < 2 ? "primary" : "basic";
  return {
    fact: "pupils",
    organisation: SCHOOLS[school] ?? "",
    key: { count, level },
    ...{ value, reason },
  };
}

/** Another rate for every pupil. */
export function rateOf(value: string, reason = "проба"): OverrideJson {
  return { parameter: "rate", value, reason };
}

export type Saying = {
  readonly scenarioId: string;
  readonly actor: Actor;
  readonly at: number;
  readonly edits: readonly BatchEdit[];
  readonly batchId?: string;
};

/** A batch as the page sends it. */
export function say({ context }: Pick<KeptScenarios, "context">, saying: Saying) {
  const { scenarioId, actor, at, edits, batchId = crypto.randomUUID() } = saying;
  return saveScenarioBatch(context, {
    ...{ scenarioId, actor, batchId, edits, baseRevision: at, resultHash: undefined },
    engineVersion: ENGINE_VERSION,
  });
}

/** The same of one who is sure that it is kept. */
export async function keep(
  scenarios: Pick<KeptScenarios, "context">,
  saying: Saying,
): Promise<KeptBatch> {
  const outcome = await say(scenarios, saying);
  if (outcome.kind !== "kept") throw new Error(`the batch was not kept: ${outcome.kind}`);
  return outcome.batch;
}
