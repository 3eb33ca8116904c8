/** Somebody who was invited and comes by the city's single sign-on, without a password of ours. */
import type { NewPerson } from "../usecases/people-ports.ts";
import type { Clock, Ids, Store } from "../usecases/ports.ts";

/** What the other server tells of who it signed in. */
type Profile = Readonly<Record<string, unknown>>;

/**
 * Makes the account that an open invitation offers to the address, when the other server has
 * proved the address; otherwise nothing happens, and an unknown address is refused later.
 */
export async function joinByInvitation(
  { store, clock, ids }: { readonly store: Store; readonly clock: Clock; readonly ids: Ids },
  profile: Profile,
): Promise<void> {
  const { email, email_verified: isProved } = profile;
  if (typeof email !== "string" || (isProved !== true && isProved !== "true")) return;
  if ((await store.people.findByEmail(email)) !== undefined) return;
  const now = clock();
  const invitation = await store.invitations.findByEmail(email, now);
  if (invitation === undefined) return;
  const { name, role, organisationIds, language } = invitation;
  const person: NewPerson = {
    ...{ id: ids(), email: invitation.email, name, role, organisationIds, language },
    ...{ isSample: false, isEmailProved: true, passwordHash: undefined, createdAt: now },
  };
  await store.invitations.accept(invitation.id, person, {
    ...{ madeAt: now, actor: person.id, action: "invitation-accepted" },
    ...{ subject: `invitation ${invitation.id}`, facts: { person: person.id } },
  });
}
