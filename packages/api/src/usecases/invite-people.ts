/** Invitations: made and taken back by an administrator, accepted by who got the letter. */
import { createHash, randomBytes } from "node:crypto";
import type { Issue, Language } from "@zhanbasy/core";
import type { Role } from "../access/roles.ts";
import type { Invitation, MadeInvitation } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Entered, Visitor } from "./identity-ports.ts";
import { attemptOnce, networkHurdle, type Outcome } from "./lock-out.ts";
import { bindingOf, checkBinding } from "./organisation-binding.ts";
import { checkPassword } from "./password-rules.ts";
import type { PeopleContext } from "./people-context.ts";
import type { Actor, NewPerson } from "./people-ports.ts";

const WEEK_MS = 7 * 86_400_000;

export type InvitationRequest = {
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationIds: readonly string[];
  readonly language: Language;
};

export type InvitationAnswer =
  | { readonly kind: "made"; readonly invitation: MadeInvitation }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "address-taken" };

/**
 * Keeps an invitation, good for a week, and sends its letter. Where no letter can be sent the link
 * is told, once, for the administrator to hand over. An older open one to the address is void.
 */
export async function invite(
  context: PeopleContext,
  actor: Actor,
  request: InvitationRequest,
): Promise<InvitationAnswer> {
  const { store, clock, ids } = context;
  const asked = { ...request, ...bindingOf(request) };
  const issues = await checkBinding(store.people, asked);
  if (issues.length > 0) return { kind: "refused", issues };
  if ((await store.people.findByEmail(asked.email)) !== undefined) return { kind: "address-taken" };
  const now = clock();
  const earlier = await store.invitations.findByEmail(asked.email, now);
  if (earlier !== undefined) await revokeInvitation(context, actor, earlier.id);
  const token = randomBytes(24).toString("base64url");
  const id = ids();
  const expiresAt = new Date(now.getTime() + WEEK_MS);
  await store.invitations.save(
    {
      ...{ ...asked, id, expiresAt, createdAt: now },
      ...{ tokenHash: hashOfToken(token), invitedBy: actor.personId },
    },
    entryOf("invitation-made", { id, actor, madeAt: now, facts: { role: asked.role } }),
  );
  const link = `${context.address()}/invitation/${token}`;
  const isMailed = await sendLetter(context, actor, { ...asked, link, expiresAt });
  const invitation: MadeInvitation = {
    ...{ ...asked, id, invitedBy: { id: actor.personId, name: actor.name }, state: "open" },
    ...{ createdAt: now.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ isMailed, link: isMailed ? null : link },
  };
  return { kind: "made", invitation };
}

/** False where there is no post, and when the post did not take it. */
async function sendLetter(
  { letters }: PeopleContext,
  actor: Actor,
  letter: InvitationRequest & { readonly link: string; readonly expiresAt: Date },
): Promise<boolean> {
  if (letters === undefined) return false;
  const { email: to, name, language, role, link, expiresAt } = letter;
  try {
    const inviter = actor.name;
    await letters.sendInvitation({ to, name, language, role, inviter, link, expiresAt });
    return true;
  } catch {
    // The administrator is told that it was not sent, and gets the link instead.
    return false;
  }
}

/** Takes an invitation back; false when it is over already, nothing when there is none. */
export async function revokeInvitation(
  { store, clock }: PeopleContext,
  actor: Actor,
  id: string,
): Promise<boolean | undefined> {
  const madeAt = clock();
  if ((await store.invitations.find(id, madeAt)) === undefined) return undefined;
  const entry = entryOf("invitation-revoked", { id, actor, madeAt });
  return store.invitations.revoke(id, entry);
}

/** The open invitation of a token; guesses of a network are counted. */
export async function findOffer(
  { store, identity, clock }: PeopleContext,
  token: string,
  visitor: Visitor,
): Promise<Outcome<Invitation>> {
  const { failures } = store;
  const hurdles = [networkHurdle(identity, "link", visitor.address)];
  return attemptOnce({ failures, clock }, hurdles, async () => {
    const found = await store.invitations.findByToken(hashOfToken(token), clock());
    return found?.state === "open" ? found : undefined;
  });
}

export type Acceptance =
  | { readonly kind: "entered"; readonly entered: Entered }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "failed" }
  | { readonly kind: "locked"; readonly seconds: number };

/** Makes the account that was offered, and opens its first session. */
export async function acceptInvitation(
  context: PeopleContext,
  { token, name, password }: Readonly<Record<"token" | "name" | "password", string>>,
  visitor: Visitor,
): Promise<Acceptance> {
  const { store, identity, clock, ids } = context;
  const offer = await findOffer(context, token, visitor);
  if (offer.kind !== "done") return offer;
  const { id, email, role, organisationIds, language } = offer.value;
  const issues = checkPassword(password, { email, name });
  if (issues.length > 0) return { kind: "refused", issues };
  const now = clock();
  const person: NewPerson = {
    ...{ id: ids(), email, name, role, organisationIds, language, createdAt: now },
    // Where there is no post an administrator has handed the link over.
    ...{ isSample: false, isEmailProved: context.letters !== undefined },
    passwordHash: await identity.hashPassword(password),
  };
  const entry: NewAuditEntry = {
    ...{ madeAt: now, actor: person.id, action: "invitation-accepted" },
    ...{ subject: `invitation ${id}`, facts: { person: person.id } },
  };
  if (!(await store.invitations.accept(id, person, entry))) return { kind: "failed" };
  return { kind: "entered", entered: await identity.enter(person.id, "invitation", visitor) };
}

function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function entryOf(
  action: "invitation-made" | "invitation-revoked",
  {
    id,
    actor,
    madeAt,
    facts = {},
  }: {
    readonly id: string;
    readonly actor: Actor;
    readonly madeAt: Date;
    readonly facts?: NewAuditEntry["facts"];
  },
): NewAuditEntry {
  return { madeAt, actor: actor.personId, action, subject: `invitation ${id}`, facts };
}
