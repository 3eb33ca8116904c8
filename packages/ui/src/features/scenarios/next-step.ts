/** Which steps of a scenario's life a person is offered; what is permitted the server decides. */
import type { Role, ScenarioGate, ScenarioState, ScenarioSummary } from "@zhanbasy/api/contract";

/** The states through which a scenario goes, in their order. */
export const LIFE = ["draft", "submitted", "approved", "issued"] as const satisfies ScenarioState[];

/** What can be done with a scenario next. */
export type ScenarioAction = "submit" | "approve" | "issue" | "return" | "withdraw" | "copy";

/** The main action of the screen, and those beside it. */
export type OfferedActions = {
  readonly primary: ScenarioAction | undefined;
  readonly others: readonly ScenarioAction[];
};

/** Why a scenario cannot be edited by this person; undefined where it can. */
export type ReadOnlyReason = "archived" | "role" | Exclude<ScenarioState, "draft">;

/** What is offered to a person of this role. */
export function offeredActions(
  { state, isArchived }: Pick<ScenarioSummary, "state" | "isArchived">,
  role: Role,
): OfferedActions {
  if (isArchived) return onlyCopy(role);
  if (role === "editor") {
    if (state === "draft") return { primary: "submit", others: [] };
    return { primary: "copy", others: state === "submitted" ? ["withdraw"] : [] };
  }
  if (role === "approver") {
    if (state === "submitted") return { primary: "approve", others: ["return"] };
    if (state === "approved") return { primary: "issue", others: ["return"] };
  }
  return { primary: undefined, others: [] };
}

/** Why the person cannot edit it. */
export function findReadOnlyReason(
  { state, isArchived }: Pick<ScenarioSummary, "state" | "isArchived">,
  role: Role,
): ReadOnlyReason | undefined {
  if (isArchived) return "archived";
  if (state !== "draft") return state;
  return role === "editor" ? undefined : "role";
}

/** What stands in the way of an action now; nothing where the gate does not know it. */
export function obstaclesOf(
  gate: ScenarioGate | undefined,
  action: ScenarioAction,
): ScenarioGate["submit"] {
  if (gate === undefined) return [];
  switch (action) {
    case "submit":
      return gate.submit;
    case "approve":
      return gate.approve;
    case "issue":
      return gate.preliminary;
    case "return":
    case "withdraw":
    case "copy":
      return [];
  }
}

function onlyCopy(role: Role): OfferedActions {
  return { primary: role === "editor" ? "copy" : undefined, others: [] };
}
