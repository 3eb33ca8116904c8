/**
 * Who may ask what: the one place where it is decided.
 *
 * Every route of the API stands here, and a route that does not is an error of ours that stops the
 * start. `own` means that a director gets what belongs to their organisations and nothing else: the
 * database itself shows them no other row.
 */
import { ROLES, type Role } from "./roles.ts";

/** Anybody; whoever is signed in; or the named roles. */
export type Access = "anybody" | "signed-in" | readonly Role[];

/** All who see the whole city. */
const CITY = ROLES.filter((role) => role !== "director");
const DEPARTMENT = ["editor"] as const;
const DECIDING = ["approver"] as const;
const ADMINISTRATION = ["administrator"] as const;

/** By method and path, as the routes name themselves. */
export const ACCESS = {
  "GET /health": "anybody",
  "GET /openapi.json": "signed-in",
  "GET /docs": "signed-in",
  "GET /docs/{file}": "signed-in",

  "GET /session": "anybody",
  "POST /session": "anybody",
  "DELETE /session": "anybody",
  "POST /session/sample": "anybody",
  "POST /session/single-sign-on": "anybody",
  "GET /session/single-sign-on/callback": "anybody",
  "DELETE /session/others": "signed-in",
  "PATCH /session/person": "signed-in",
  "POST /session/password": "signed-in",
  "POST /password-resets": "anybody",
  "POST /password-resets/{token}": "anybody",
  "POST /first-run": "anybody",
  "POST /first-run/demonstration": "anybody",
  "POST /first-run/city": ADMINISTRATION,

  "GET /people": ["administrator", "auditor"],
  "PATCH /people/{personId}": ADMINISTRATION,
  "DELETE /people/{personId}/sessions": ADMINISTRATION,
  "POST /people/{personId}/password-link": ADMINISTRATION,
  "GET /invitations": ["administrator", "auditor"],
  "POST /invitations": ADMINISTRATION,
  "DELETE /invitations/{invitationId}": ADMINISTRATION,
  "GET /invitations/{token}/offer": "anybody",
  "POST /invitations/{token}/acceptance": "anybody",

  "GET /registers": CITY,
  "GET /registers/{hash}": CITY,
  "GET /registers/{hash}/columns": CITY,
  "GET /methodologies": CITY,
  "GET /methodologies/{hash}": CITY,
  "GET /methodologies/{hash}/documents": CITY,
  "GET /runs": CITY,
  "POST /runs": DEPARTMENT,
  "GET /runs/{runId}": CITY,
  "GET /runs/{runId}/totals": CITY,
  "GET /runs/{runId}/columns": CITY,
  "GET /runs/{runId}/lines": CITY,
  "GET /runs/{runId}/lines.csv": CITY,
  "GET /runs/{runId}/trace": CITY,

  "GET /scenarios": CITY,
  "POST /scenarios": DEPARTMENT,
  "GET /scenarios/{scenarioId}": CITY,
  "PATCH /scenarios/{scenarioId}": DEPARTMENT,
  "GET /scenarios/{scenarioId}/revisions": CITY,
  "GET /scenarios/{scenarioId}/values": CITY,
  "POST /scenarios/{scenarioId}/batches": DEPARTMENT,
  "POST /scenarios/{scenarioId}/undo": DEPARTMENT,
  "POST /scenarios/{scenarioId}/runs": DEPARTMENT,
  "GET /scenarios/{scenarioId}/events": CITY,

  "GET /scenarios/{scenarioId}/gate": CITY,
  "GET /scenarios/{scenarioId}/weak-values": CITY,
  "GET /scenarios/{scenarioId}/findings": CITY,
  "POST /scenarios/{scenarioId}/finding-decisions": ["editor", "approver"],
  "POST /scenarios/{scenarioId}/steps": ["editor", "approver"],
  "POST /scenarios/{scenarioId}/publications": DECIDING,
  "POST /grounds": ["editor", "approver"],
  "POST /grounds/{groundId}/confirmation": ["editor", "approver"],
  "GET /publications": CITY,
  "GET /publications/{publicationId}": CITY,

  "GET /own/allocation": ["director"],
  "GET /own/organisations/{organisationId}": ["director"],

  "GET /audit": ["administrator", "auditor"],
  "GET /audit/state": ["administrator", "auditor"],
} as const satisfies Readonly<Record<string, Access>>;

export type RouteName = keyof typeof ACCESS;

/** Whether a person with this role, or nobody, may ask the route. */
export function isAllowed(access: Access, role: Role | undefined): boolean {
  if (access === "anybody") return true;
  if (role === undefined) return false;
  return access === "signed-in" || access.includes(role);
}
