/** Which organisations a person is bound to: a director to some, everybody else to none. */
import { type Issue, issue } from "@zhanbasy/core";
import type { Role } from "../access/roles.ts";
import type { PersonStore } from "./people-ports.ts";

export type Binding = { readonly role: Role; readonly organisationIds: readonly string[] };

/** The binding without what means nothing: others than directors see the city or nothing of it. */
export function bindingOf({ role, organisationIds }: Binding): Binding {
  const ids = role === "director" ? [...new Set(organisationIds)].sort() : [];
  return { role, organisationIds: ids };
}

/** Everything that is wrong with a binding. */
export async function checkBinding(
  people: Pick<PersonStore, "findUnknownOrganisations">,
  { role, organisationIds }: Binding,
): Promise<readonly Issue[]> {
  if (role !== "director") return [];
  if (organisationIds.length === 0) return [issue("organisations-missing", {}, {})];
  const unknown = await people.findUnknownOrganisations(organisationIds);
  return unknown.map((value) => issue("organisation-not-kept", {}, { value }));
}
