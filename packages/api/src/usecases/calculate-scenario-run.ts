/** A calculation of a scenario with all its lines, under a name that a person gives it. */
import { InvariantViolation, ok, type Result } from "@zhanbasy/core";
import type { RunSummary } from "../contract.ts";
import { buildScenarioRun } from "./build-scenario-run.ts";
import type { Actor } from "./people-ports.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import type { ScenarioHead } from "./scenario-ports.ts";

export type NamedRunRequest = {
  readonly scenarioId: string;
  readonly actor: Pick<Actor, "personId">;
  readonly name: string;
};

/** Keeps a new run of the newest revision each time it is asked; nothing when there is none. */
export async function calculateScenarioRun(
  context: ScenarioContext,
  { scenarioId, actor, name }: NamedRunRequest,
): Promise<{ readonly head: ScenarioHead; readonly result: Result<RunSummary> } | undefined> {
  const { store, clock, ids } = context;
  const head = await store.scenarios.findHead(scenarioId);
  if (head === undefined) return undefined;
  const request = { id: ids(), createdAt: clock(), name };
  const built = await buildScenarioRun(context, head, request);
  if (!built.ok) return { head, result: built };
  await store.together(async (kept) => {
    await kept.runs.save(built.value);
    await kept.audit.append({
      ...{ madeAt: request.createdAt, actor: actor.personId, action: "run-calculated" },
      subject: `run ${request.id}`,
      facts: { scenario: scenarioId, revision: `${head.revision}` },
    });
  });
  const summary = await store.runs.find(request.id);
  if (summary === undefined) throw new InvariantViolation("a run that was kept is found");
  return { head, result: ok(summary) };
}
