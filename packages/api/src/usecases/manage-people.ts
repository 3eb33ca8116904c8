/** What an administrator changes of people. */
import type { Issue } from "@zhanbasy/core";
import type { Person, PersonDetail } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import { bindingOf, checkBinding } from "./organisation-binding.ts";
import { makeResetLink } from "./own-account.ts";
import { type PeopleContext, personEntry } from "./people-context.ts";
import type { Actor, PersonChange } from "./people-ports.ts";

export type ChangedPerson =
  | { readonly kind: "changed"; readonly person: PersonDetail }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "unknown" | "last-administrator" | "own-administration" };

/** Nobody takes away their own administration, and one administrator always stays. */
export async function changePerson(
  { store, clock }: PeopleContext,
  actor: Actor,
  { personId, change }: { readonly personId: string; readonly change: PersonChange },
): Promise<ChangedPerson> {
  const person = await store.people.find(personId);
  if (person === undefined) return { kind: "unknown" };
  const { role = person.role, organisationIds = person.organisationIds } = change;
  const isActive = change.isActive ?? person.isActive;
  if (personId === actor.personId && (role !== person.role || !isActive)) {
    return { kind: "own-administration" };
  }
  const isBound = change.role !== undefined || change.organisationIds !== undefined;
  const binding = bindingOf({ role, organisationIds });
  const issues = isBound ? await checkBinding(store.people, binding) : [];
  if (issues.length > 0) return { kind: "refused", issues };
  // A role that was not named may be another one by now, and stays what it is.
  const whole = isBound ? { ...change, organisationIds: binding.organisationIds } : change;
  const entry = personEntry({
    ...{ madeAt: clock(), actor: actor.personId, action: "person-changed", personId },
    facts: factsOf(whole),
  });
  const changed = await store.people.change(personId, whole, entry);
  return typeof changed === "string" ? { kind: changed } : { kind: "changed", person: changed };
}

/** The name is told to have changed; what it is stands with the person. */
function factsOf({ role, organisationIds, isActive, name }: PersonChange): NewAuditEntry["facts"] {
  return {
    ...(role === undefined ? {} : { role }),
    ...(organisationIds === undefined ? {} : { organisations: organisationIds.join(",") }),
    ...(isActive === undefined ? {} : { active: `${isActive}` }),
    ...(name === undefined ? {} : { name: "changed" }),
  };
}

/** Ends all sessions of a person; nothing when there is no such person. */
export async function endSessionsOf(
  { store, clock }: PeopleContext,
  actor: Actor,
  personId: string,
): Promise<number | undefined> {
  if ((await store.people.find(personId)) === undefined) return undefined;
  const action = "sessions-ended";
  const entry = personEntry({ madeAt: clock(), actor: actor.personId, action, personId });
  return store.people.endSessions(personId, undefined, entry);
}

/**
 * A link to a new password for the administrator to hand over, and the entry of who has made it;
 * nothing for a person who has no password to be forgotten.
 */
export async function makePasswordLink(
  context: PeopleContext,
  actor: Actor,
  { id: personId, email }: Pick<Person, "id" | "email">,
): Promise<string | undefined> {
  const link = await makeResetLink(context, email);
  if (link === undefined) return undefined;
  const madeAt = context.clock();
  const action = "password-link-made";
  const entry = personEntry({ madeAt, actor: actor.personId, action, personId });
  await context.store.audit.append(entry);
  return link;
}
