/** People and sessions of tests. */
import type {
  AuditEntry,
  Invitation,
  PersonDetail,
  Role,
  SessionState,
} from "../../../packages/api/src/contract.ts";

/** Somebody who is not of the demonstration. */
export const AIGUL: PersonDetail = {
  ...{ id: "p-1", name: "Айгуль Серикова", email: "aigul@example.kz", role: "administrator" },
  ...{ language: "ru", organisationIds: [], isActive: true, isSample: false },
  ...{ createdAt: "2026-11-01T09:00:00Z", lastSeenAt: "2026-11-22T09:00:00Z", sessionCount: 1 },
};

/** A director of two organisations who has not been here yet. */
export const DIRECTOR: PersonDetail = {
  ...AIGUL,
  ...{ id: "p-2", name: "Дархан Есенов", email: "darkhan@example.kz", role: "director" },
  ...{ organisationIds: ["600140375485", "600140001690"], lastSeenAt: null, sessionCount: 0 },
};

/** An invitation that is open. */
export const INVITATION: Invitation = {
  ...{ id: "i-1", email: "new@example.kz", name: "Мадина Ли", role: "auditor" },
  ...{ organisationIds: [], language: "kk", invitedBy: { id: "p-1", name: "Айгуль Серикова" } },
  ...{ createdAt: "2026-11-20T09:00:00Z", expiresAt: "2026-11-27T09:00:00Z", state: "open" },
};

/** An entry of the journal about a scenario. */
export const ENTRY: AuditEntry = {
  ...{ sequence: 12, madeAt: "2026-11-22T09:00:00Z", action: "scenario-edited" },
  ...{ actor: { id: "p-1", name: "Айгуль Серикова" }, subject: "scenario 4f0c1d2e-77aa" },
  ...{ facts: { revision: "3", edits: "2" }, hash: "ab12cd34".repeat(8) },
};

/** Nobody is signed in; people have accounts. */
export const NOBODY: SessionState = {
  ...{ person: null, isFirstRun: false, canOpenDemonstration: false, samples: null },
  ...{ singleSignOn: null, hasMail: true, idleMinutes: 30 },
};

/** A person of the demonstration by role. */
export function sample(role: Role): { readonly id: string; readonly name: string } & {
  readonly role: Role;
  readonly organisationIds: readonly string[];
} {
  return { id: `sample-${role}`, name: `Пример ${role}`, role, organisationIds: [] };
}

/** A session of somebody in this role. */
export function sessionOf(role: Role): SessionState & { readonly person: PersonDetail } {
  return { ...NOBODY, person: role === "director" ? DIRECTOR : { ...AIGUL, role } };
}
