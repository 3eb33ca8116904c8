/** What people change of their own account, and how a forgotten password is replaced. */
import { InvariantViolation, type Issue } from "@zhanbasy/core";
import type { Person } from "../contract.ts";
import type { Entered, Visitor } from "./identity-ports.ts";
import { attemptOnce, type Hurdle, NARROW, networkHurdle, type Outcome } from "./lock-out.ts";
import { checkPassword } from "./password-rules.ts";
import { type PeopleContext, personEntry } from "./people-context.ts";
import type { Actor, PersonChange } from "./people-ports.ts";

/** Another name, another language. */
export async function changeOwnAccount(
  { store, clock }: PeopleContext,
  { personId }: Actor,
  change: Pick<PersonChange, "name" | "language">,
): Promise<Person> {
  const facts = {
    ...(change.name === undefined ? {} : { name: "changed" }),
    ...(change.language === undefined ? {} : { language: change.language }),
  };
  const action = "person-changed";
  const entry = personEntry({ madeAt: clock(), actor: personId, action, personId, facts });
  const changed = await store.people.change(personId, change, entry);
  if (typeof changed === "string") throw new InvariantViolation("who is signed in has an account");
  const { lastSeenAt: _seen, sessionCount: _count, ...person } = changed;
  return person;
}

/** Ends the other sessions of who asks; how many there were. */
export function endOtherSessions(
  { store, clock }: PeopleContext,
  { personId }: Actor,
  sessionId: string,
): Promise<number> {
  const action = "sessions-ended";
  const entry = personEntry({ madeAt: clock(), actor: personId, action, personId });
  return store.people.endSessions(personId, sessionId, entry);
}

export type PasswordChange =
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | Outcome<Entered>;

/** Takes the next password for the current one; all sessions end, and a new one is opened. */
export async function changeOwnPassword(
  context: PeopleContext,
  request: { readonly personId: string; readonly current: string; readonly next: string },
  visitor: Visitor,
): Promise<PasswordChange> {
  const { store, identity, clock } = context;
  const person = await store.people.find(request.personId);
  if (person === undefined) return { kind: "failed" };
  const issues = checkPassword(request.next, person);
  if (issues.length > 0) return { kind: "refused", issues };
  const own: Hurdle = {
    key: identity.disguise(`person ${person.email}`),
    ...{ rule: NARROW, wipes: true },
  };
  const outcome = await attemptOnce({ failures: store.failures, clock }, [own], () =>
    identity.changePassword(request, visitor),
  );
  if (outcome.kind === "done") await tellOfChange(context, person);
  return outcome;
}

/** The letter is a warning; the password is changed whether or not the post takes it. */
async function tellOfChange({ letters }: PeopleContext, person: Person): Promise<void> {
  const { email: to, name, language } = person;
  try {
    await letters?.sendPasswordChanged({ to, name, language });
  } catch {
    // Nobody waits for this letter.
  }
}

/** The link with which somebody sets a new password, good for an hour. */
export async function makeResetLink(
  { identity, address }: PeopleContext,
  email: string,
): Promise<string | undefined> {
  const token = await identity.makeResetToken(email);
  return token === undefined ? undefined : `${address()}/reset/${token}`;
}

/**
 * Sends the letter with the link, when the address has an account; too many letters to one address
 * are not sent. Whoever asks is told neither.
 */
export async function sendResetLetter(context: PeopleContext, email: string): Promise<void> {
  const { store, identity, letters, clock } = context;
  const person = await store.people.findByEmail(email);
  if (person === undefined || letters === undefined) return;
  const key = identity.disguise(`reset ${email}`);
  const { isRefused } = await store.failures.attempt(key, NARROW, clock());
  if (isRefused) return;
  const link = await makeResetLink(context, email);
  if (link === undefined) return;
  await letters.sendReset({ to: person.email, name: person.name, language: person.language, link });
}

export type PasswordReset =
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | Outcome<Person>;

/** Sets a forgotten password by the link of the letter; all sessions of the person end. */
export async function resetPassword(
  context: PeopleContext,
  { token, password }: { readonly token: string; readonly password: string },
  visitor: Visitor,
): Promise<PasswordReset> {
  const { store, identity, clock } = context;
  const hurdles = [networkHurdle(identity, "link", visitor.address)];
  const found = await attemptOnce({ failures: store.failures, clock }, hurdles, async () => {
    const personId = await identity.findResetPerson(token);
    return personId === undefined ? undefined : store.people.find(personId);
  });
  if (found.kind !== "done") return found;
  const person = found.value;
  const issues = checkPassword(password, person);
  if (issues.length > 0) return { kind: "refused", issues };
  const isSet = await identity.resetPassword({ token, personId: person.id, password });
  if (!isSet) return { kind: "failed" };
  await store.failures.forgive(identity.disguise(`person ${person.email}`), "all");
  await tellOfChange(context, person);
  return found;
}
