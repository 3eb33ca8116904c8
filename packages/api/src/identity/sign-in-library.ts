/** The sign-in library with our tables, our names of cookies and our way to keep passwords. */
import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "../persistence/schema-people.ts";
import type { Clock, Ids, Store } from "../usecases/ports.ts";
import { accountRecords } from "./account-records.ts";
import { joinByInvitation } from "./join-by-invitation.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import type { CookieTerms } from "./signed-cookie.ts";
import type { UnitOfWork } from "./unit-of-work.ts";

/** The city's own sign-in server (OpenID Connect). */
export type SingleSignOnServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
};

export type LibraryTerms = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly work: UnitOfWork;
  readonly secret: string;
  readonly cookie: CookieTerms;
  /** The origin by which people reach the server. */
  readonly address: string;
  readonly singleSignOn: SingleSignOnServer | undefined;
};

/** How the library calls the one server of single sign-on. */
export const CITY = "city";

/** Where that server sends the browser back to. */
export const CALLBACK_PATH = "/api/v1/session/single-sign-on/callback";

const SESSION_SECONDS = 12 * 60 * 60;
/** How long a link to a new password is good for. */
export const RESET_SECONDS = 60 * 60;

export type Library = ReturnType<typeof createLibrary>;

/** Accounts come by the first run, by invitation and in no other way. */
export function createLibrary(terms: LibraryTerms) {
  const { cookie, ids, clock, work } = terms;
  return betterAuth({
    ...{ appName: "Zhanbasy", baseURL: terms.address, basePath: "/api/v1/session" },
    ...{ secret: terms.secret, telemetry: { enabled: false } },
    // Sentences of the library are for programmers, and some of them name addresses.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: accountRecords(work, clock),
    user: { modelName: "people" },
    session: {
      ...{ modelName: "sessions", fields: { userId: "personId" } },
      ...{ expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
      cookieCache: { enabled: false },
      additionalFields: { seenAt: { type: "date", required: false, input: false } },
    },
    account: {
      ...{ modelName: "accounts", fields: { userId: "personId" }, encryptOAuthTokens: true },
      // Nobody makes an account themselves, so that none can be waiting for its owner.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    emailAndPassword: {
      ...{ enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 1024 },
      ...{ revokeSessionsOnPasswordReset: true, resetPasswordTokenExpiresIn: RESET_SECONDS },
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => isPassword(password, hash),
      },
    },
    advanced: {
      database: { generateId: () => ids() },
      ipAddress: { disableIpTracking: true },
      ...{ useSecureCookies: false, cookiePrefix: cookie.name },
      defaultCookieAttributes: { secure: cookie.isSecure, sameSite: "lax", path: "/" },
      cookies: { session_token: { name: cookie.name }, state: { name: `${cookie.name}-state` } },
    },
    databaseHooks: { session: { create: { before: (session) => begin(terms, session) } } },
    plugins: [entrance, ...singleSignOn(terms)],
  });
}

/**
 * The session begins now, by our clock; a closed account gets none. Whose it is is asked in the
 * transaction that is open: who holds a connection and waits for another one may wait for ever.
 */
async function begin(
  { clock, work }: LibraryTerms,
  session: { readonly userId: string },
): Promise<false | { readonly data: Readonly<Record<string, unknown>> }> {
  const [person] = await work
    .current()
    .select({ isActive: people.isActive })
    .from(people)
    .where(eq(people.id, session.userId));
  if (person?.isActive !== true) return false;
  const now = clock();
  const visitor = work.entry()?.visitor;
  return {
    data: {
      ...session,
      ...{ createdAt: now, updatedAt: now, seenAt: now },
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
      ...{ ipAddress: visitor?.address ?? "", userAgent: visitor?.userAgent ?? "" },
    },
  };
}

/** Opens a session for somebody who is known already; the network does not reach it. */
const entrance = {
  id: "entrance",
  endpoints: {
    enter: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ personId: z.string() }) },
      async (request) => {
        const { internalAdapter } = request.context;
        const { personId } = request.body;
        const user = await internalAdapter.findUserById(personId);
        const session = user === null ? null : await internalAdapter.createSession(personId);
        if (user === null || session === null) return { isOpen: false };
        await setSessionCookie(request, { session, user });
        return { isOpen: true };
      },
    ),
  },
} satisfies BetterAuthPlugin;

function singleSignOn(terms: LibraryTerms) {
  const { singleSignOn: server, address } = terms;
  if (server === undefined) return [];
  const issuer = server.issuer.replace(/\/$/, "");
  return [
    genericOAuth({
      config: [
        {
          ...{ providerId: CITY, name: server.name, requireIdTokenVerification: true },
          ...{ clientId: server.clientId, clientSecret: server.clientSecret, pkce: true },
          discoveryUrl: `${issuer}/.well-known/openid-configuration`,
          scopes: ["openid", "email", "profile"],
          redirectURI: `${address}${CALLBACK_PATH}`,
          ...{ disableSignUp: true, disableImplicitSignUp: true, overrideUserInfo: false },
          mapProfileToUser: async (profile) => {
            await joinByInvitation(terms, profile);
            return {};
          },
        },
      ],
    }),
  ];
}
