/** The scenarios of the demonstration: the city as it stands, and two ways to have it otherwise. */
import { ENGINE_VERSION, InvariantViolation, type Issue, tiyn } from "@zhanbasy/core";
import type { OverrideJson, RunSummary } from "../contract.ts";
import { createScenario, type ScenarioBase } from "./create-scenario.ts";
import type { Actor } from "./people-ports.ts";
import { saveScenarioBatch } from "./save-scenario-batch.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import type { BatchEdit } from "./scenario-edits.ts";

const BASE_NAME = "База 2026";

const FIRST: readonly OverrideJson[] = [
  {
    ...{ parameter: "secondary.Ez", key: { level: "primary" }, value: "465488" },
    reason: "Подбор: наибольшая ставка начальной школы, при которой хватает конверта",
  },
  {
    ...{ fact: "secondary.enrolled", organisation: "600140375485" },
    key: { count: "september", level: "primary", programme: "general" },
    ...{ value: "524", reason: "Сверка списков: четверо учеников переведены в другую школу" },
  },
];

const SECOND: readonly OverrideJson[] = [
  {
    ...{ parameter: "preschool.monthly_rate", validFrom: "2026-09-01", validTo: "2027-01-01" },
    ...{ key: { child_category: "from_3", group_type: "full_day" }, value: "68000" },
    reason: "Предложение отдела дошкольного воспитания с нового учебного года",
  },
  {
    parameter: "special_needs.supplement_year",
    ...{ key: { category: "speech", form: "inclusive" }, value: "185000" },
    reason: "Добавлены часы логопеда",
  },
  {
    ...{ envelope: "431500000000.00" },
    reason: "Ожидаемое сокращение при уточнении бюджета",
  },
];

type Author = Pick<Actor, "personId">;

/**
 * Makes them on the inputs of the newest run, unless there is a scenario already; the last is by
 * the second editor. What does not fit another city than that of the demonstration is left out.
 */
export async function createDemonstrationScenarios(
  context: ScenarioContext,
  editorIds: readonly string[],
): Promise<void> {
  const { store } = context;
  const [first, second] = editorIds.map((personId) => ({ personId }));
  const one = { limit: 1, after: undefined };
  const [known, runs] = await Promise.all([store.scenarios.list(one), store.runs.list(one)]);
  const [run] = runs.items;
  if (known.items.length > 0 || run === undefined || first === undefined) return;
  const base = await begin(context, first, { name: BASE_NAME, base: inputsOf(run) });
  const branch: ScenarioBase = { kind: "branch", parentId: base, revision: undefined };
  const left = await begin(context, first, { name: "Вариант А", base: branch });
  await say(context, first, { scenarioId: left, overrides: FIRST });
  const other = second ?? first;
  const right = await begin(context, other, { name: "Вариант Б", base: branch });
  await say(context, other, { scenarioId: right, overrides: SECOND });
}

function inputsOf(run: RunSummary): ScenarioBase {
  const { registerHash, methodologyHash, budgetYear, envelope } = run;
  const limit = envelope && { limit: tiyn(BigInt(envelope.limitTiyn)), status: envelope.status };
  const inputs = { registerHash, methodologyHash, budgetYear, knownOn: undefined };
  return { kind: "inputs", inputs: { ...inputs, envelope: limit ?? undefined } };
}

async function begin(
  context: ScenarioContext,
  actor: Author,
  { name, base }: { readonly name: string; readonly base: ScenarioBase },
): Promise<string> {
  const made = await createScenario(context, { id: undefined, actor, name, base });
  if (!made.ok) throw new InvariantViolation(`the demonstration begins ${name}`);
  return made.value.id;
}

async function say(
  context: ScenarioContext,
  actor: Author,
  said: { readonly scenarioId: string; readonly overrides: readonly OverrideJson[] },
): Promise<void> {
  const edits = said.overrides.map((override): BatchEdit => ({ override }));
  const outcome = await saveScenarioBatch(context, {
    ...{ scenarioId: said.scenarioId, actor, edits, batchId: context.ids(), baseRevision: 1 },
    ...{ engineVersion: ENGINE_VERSION, resultHash: undefined },
  });
  if (outcome.kind === "kept") return;
  if (outcome.kind !== "refused") throw new InvariantViolation(`the batch is ${outcome.kind}`);
  const unfit = new Set(outcome.issues.map(positionOf));
  const overrides = said.overrides.filter((_, position) => !unfit.has(position));
  if (overrides.length === said.overrides.length) {
    throw new InvariantViolation("what does not fit has a place in the batch");
  }
  if (overrides.length > 0) await say(context, actor, { ...said, overrides });
}

/** `edits`, position, and what is below. */
function positionOf({ place }: Issue): unknown {
  return place.path?.[1];
}
