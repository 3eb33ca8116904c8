/** Proof of who somebody is, through the sign-in library; see `Identity` for what it promises. */
import { createHmac, randomBytes } from "node:crypto";
import { isAPIError } from "better-auth/api";
import { eq } from "drizzle-orm";
import { appendAudit } from "../persistence/append-audit.ts";
import type { Database } from "../persistence/database.ts";
import { verifications } from "../persistence/schema-people.ts";
import type { Entered, Identity, Visitor, WayIn } from "../usecases/identity-ports.ts";
import type { Clock, Ids, Store } from "../usecases/ports.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import {
  createLibrary,
  type Library,
  RESET_SECONDS,
  type SingleSignOnServer,
} from "./sign-in-library.ts";
import { cookieTerms, forgettingCookie, readSignedCookie } from "./signed-cookie.ts";
import { createSingleSignOn } from "./single-sign-on.ts";
import { createUnitOfWork, type UnitOfWork } from "./unit-of-work.ts";

export type IdentityTerms = {
  readonly database: Database;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: {
    /** Tells one place of data from another. */
    readonly instance: string;
    readonly secret: string;
    readonly isSecure: boolean;
    readonly singleSignOn: SingleSignOnServer | undefined;
    /** The origin by which people reach the server; known when it listens. */
    readonly address: () => string;
  };
};

/** What is shared by the ways of proof below. */
type Proof = {
  readonly terms: IdentityTerms;
  readonly work: UnitOfWork;
  /** Made when it is first needed: only then the address is known. */
  readonly library: () => Library;
};

/** Identity over a database that was migrated. */
export function createIdentity(terms: IdentityTerms): Identity {
  const { instance, secret, isSecure, singleSignOn } = terms.settings;
  const cookie = cookieTerms(instance, isSecure);
  const work = createUnitOfWork(terms.database);
  let made: Library | undefined;
  const library = (): Library => {
    const { store, clock, ids, settings } = terms;
    const address = settings.address();
    made ??= createLibrary({ store, clock, ids, work, secret, cookie, address, singleSignOn });
    return made;
  };
  const proof: Proof = { terms, work, library };
  return {
    hashPassword,
    signIn: (credentials, visitor) => signIn(proof, credentials, visitor),
    enter: (personId, way, visitor) => enter(proof, personId, { way, visitor }),
    changePassword: (request, visitor) => changePassword(proof, request, visitor),
    makeResetToken: (email) => makeResetToken(proof, email),
    findResetPerson: (token) => findResetPerson(proof, token),
    resetPassword: (request) => resetPassword(proof, request),
    disguise: (text) => createHmac("sha256", secret).update(`failures ${text}`).digest("hex"),
    readCookie: (cookies = "") => readSignedCookie(cookies, { name: cookie.name, secret }),
    forgetting: forgettingCookie(cookie),
    singleSignOn:
      singleSignOn === undefined
        ? undefined
        : createSingleSignOn({ name: singleSignOn.name, library, work }),
  };
}

async function signIn(
  { library, work }: Proof,
  credentials: { readonly email: string; readonly password: string },
  visitor: Visitor,
): Promise<Entered | undefined> {
  try {
    const { headers, response } = await work.entering({ way: "password", visitor }, () =>
      library().api.signInEmail({ body: { ...credentials }, returnHeaders: true }),
    );
    return { personId: response.user.id, cookies: headers.getSetCookie() };
  } catch (error) {
    // An unknown address, a wrong password and a closed account are one refusal.
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}

async function enter(
  { library, work }: Proof,
  personId: string,
  entry: { readonly way: WayIn | undefined; readonly visitor: Visitor },
): Promise<Entered> {
  const { headers, response } = await work.entering(entry, () =>
    library().api.enter({ body: { personId }, returnHeaders: true }),
  );
  if (!response.isOpen) throw new Error("no session was opened for a known person");
  return { personId, cookies: headers.getSetCookie() };
}

async function changePassword(
  proof: Proof,
  request: { readonly personId: string; readonly current: string; readonly next: string },
  visitor: Visitor,
): Promise<Entered | undefined> {
  const { library, work, terms } = proof;
  const { personId } = request;
  const { internalAdapter } = await library().$context;
  const account = await internalAdapter.findCredentialAccount(personId);
  const kept = account?.password ?? undefined;
  if (account === null || kept === undefined) return undefined;
  if (!(await isPassword(request.current, kept))) return undefined;
  const password = await hashPassword(request.next);
  return work.inTransaction(async (transaction) => {
    await internalAdapter.deleteUserSessions(personId);
    await internalAdapter.updateAccount(account.id, { password });
    const entered = await enter(proof, personId, { way: undefined, visitor });
    await appendAudit(transaction, {
      ...{ madeAt: terms.clock(), actor: personId, action: "password-changed" },
      ...{ subject: `person ${personId}`, facts: {} },
    });
    return entered;
  });
}

/** A fresh token makes older ones void. */
async function makeResetToken(
  { terms, library, work }: Proof,
  email: string,
): Promise<string | undefined> {
  const person = await terms.store.people.findByEmail(email);
  if (person === undefined || !person.isActive || person.isSample) return undefined;
  const { internalAdapter } = await library().$context;
  const token = randomBytes(24).toString("base64url");
  await work.inTransaction(async (transaction) => {
    await transaction.delete(verifications).where(eq(verifications.value, person.id));
    await internalAdapter.createVerificationValue({
      ...{ value: person.id, identifier: resetIdentifier(token) },
      expiresAt: new Date(Date.now() + RESET_SECONDS * 1000),
    });
  });
  return token;
}

async function findResetPerson({ library }: Proof, token: string): Promise<string | undefined> {
  const { internalAdapter } = await library().$context;
  const kept = await internalAdapter.findVerificationValue(resetIdentifier(token));
  return kept === null || kept.expiresAt < new Date() ? undefined : kept.value;
}

async function resetPassword(
  { library, work, terms }: Proof,
  request: { readonly token: string; readonly personId: string; readonly password: string },
): Promise<boolean> {
  const { token, personId, password } = request;
  try {
    await work.inTransaction(async (transaction) => {
      await library().api.resetPassword({ body: { token, newPassword: password } });
      await appendAudit(transaction, {
        ...{ madeAt: terms.clock(), actor: personId, action: "password-reset" },
        ...{ subject: `person ${personId}`, facts: {} },
      });
    });
    return true;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return false;
    throw error;
  }
}

/** As the library looks for it. */
function resetIdentifier(token: string): string {
  return `reset-password:${token}`;
}
