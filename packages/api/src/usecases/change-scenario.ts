/** Another name for a scenario, or its way into the archive and back. */
import type { ScenarioDetail } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Actor } from "./people-ports.ts";
import { readScenario } from "./read-scenario.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import type { LockedScenario, ScenarioChange } from "./scenario-ports.ts";

export type ChangeRequest = {
  readonly scenarioId: string;
  readonly actor: Pick<Actor, "personId">;
  readonly change: ScenarioChange;
};

/** The scenario as it is afterwards; only a draft may be changed. Nothing where there is none. */
export async function changeScenario(
  context: ScenarioContext,
  request: ChangeRequest,
): Promise<ScenarioDetail | "scenario-not-draft" | undefined> {
  const { store, takeTurn } = context;
  const { scenarioId } = request;
  const done = await takeTurn(scenarioId, () =>
    store.scenarios.withLock(scenarioId, (locked) => keepChange(context, request, locked)),
  );
  return done === "kept" ? readScenario(context, scenarioId) : done;
}

async function keepChange(
  { clock }: ScenarioContext,
  { scenarioId, actor, change }: ChangeRequest,
  { head, change: keep }: LockedScenario,
): Promise<"kept" | "scenario-not-draft"> {
  if (head.state !== "draft") return "scenario-not-draft";
  const { name = head.name, isArchived = head.isArchived } = change;
  const isRenamed = name !== head.name;
  const isMoved = isArchived !== head.isArchived;
  if (!isRenamed && !isMoved) return "kept";
  const entry: NewAuditEntry = {
    ...{ madeAt: clock(), actor: actor.personId, action: "scenario-changed" },
    subject: `scenario ${scenarioId}`,
    facts: {
      ...(isRenamed ? { renamed: "yes" } : {}),
      ...(isMoved ? { archived: isArchived ? "yes" : "no" } : {}),
    },
  };
  await keep({ name, isArchived }, entry);
  return "kept";
}
