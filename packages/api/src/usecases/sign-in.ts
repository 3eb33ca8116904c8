/** Signing in: one refusal for whatever was wrong, and waits after failures. */
import type { Entered, Visitor } from "./identity-ports.ts";
import { attemptOnce, type Hurdle, NARROW, networkHurdle, type Outcome } from "./lock-out.ts";
import { type PeopleContext, personEntry } from "./people-context.ts";

export type Credentials = { readonly email: string; readonly password: string };

/** Opens a session; failures are counted by the address of mail and by the network. */
export async function signIn(
  context: PeopleContext,
  credentials: Credentials,
  visitor: Visitor,
): Promise<Outcome<Entered>> {
  const { identity, store, clock } = context;
  const own: Hurdle = {
    key: identity.disguise(`person ${credentials.email}`),
    ...{ rule: NARROW, wipes: true },
  };
  const hurdles = [networkHurdle(identity, "sign-in", visitor.address), own];
  const outcome = await attemptOnce({ failures: store.failures, clock }, hurdles, () =>
    identity.signIn(credentials, visitor),
  );
  if (outcome.kind === "locked" && outcome.isNew) {
    await noteLock(context, credentials.email, outcome.seconds);
  }
  return outcome;
}

/** An address without an account has no id, so the entry names nobody. */
async function noteLock({ store, clock }: PeopleContext, email: string, seconds: number) {
  const person = await store.people.findByEmail(email);
  const facts = { seconds: `${seconds}` };
  const madeAt = clock();
  await store.audit.append(
    person === undefined
      ? { madeAt, actor: undefined, action: "sign-in-locked", subject: "sign-in", facts }
      : personEntry({
          ...{ madeAt, actor: undefined, action: "sign-in-locked" },
          ...{ personId: person.id, facts },
        }),
  );
}

/** Opens a session of an invented person of the demonstration; nothing for anybody else. */
export async function enterAsSample(
  { store, identity }: PeopleContext,
  personId: string,
  visitor: Visitor,
): Promise<Entered | undefined> {
  const samples = await store.people.listSamples();
  if (!samples.some(({ id }) => id === personId)) return undefined;
  return identity.enter(personId, "sample", visitor);
}
