/**
 * What the use cases need of the place where sessions and failures are kept, of what proves who
 * somebody is, and of the post.
 */
import type { Language } from "@zhanbasy/core";
import type { Role } from "../access/roles.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Actor } from "./people-ports.ts";

/** Where a request comes from. */
export type Visitor = {
  /** The network address; empty where none is known. */
  readonly address: string;
  readonly userAgent: string;
};

/** A session that is in force, and whose it is. */
export type KnownSession = {
  readonly id: string;
  readonly actor: Actor;
  readonly seenAt: Date;
};

export type SessionStore = {
  /** The session of a token: not over, not idle since `idleSince`, of somebody with an account. */
  readonly find: (
    token: string,
    moments: { readonly now: Date; readonly idleSince: Date },
  ) => Promise<KnownSession | undefined>;
  /** Notes that the session was used. */
  readonly touch: (sessionId: string, now: Date) => Promise<void>;
  readonly end: (sessionId: string, entry: NewAuditEntry) => Promise<void>;
};

/** How many failures are free, and how long the waits are that follow them. */
export type LockRule = {
  readonly free: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** Failures that are older than this are forgotten. */
  readonly forgetSeconds: number;
};

/** An attempt that was counted, or one that came too early. */
export type Attempt = {
  readonly isRefused: boolean;
  /** Whether this very attempt was the one that began a wait. */
  readonly isLocking: boolean;
  readonly lockedUntil: Date | undefined;
};

/** Failures by what is tried, as hashes: neither addresses nor codes are kept. */
export type FailureStore = {
  /** Counts an attempt before it is made, so that no two at once pass for one. */
  readonly attempt: (key: string, rule: LockRule, now: Date) => Promise<Attempt>;
  /** The attempt succeeded: it is taken back, or all are forgotten. */
  readonly forgive: (key: string, what: "one" | "all") => Promise<void>;
};

/** How a session began. */
export type WayIn = "password" | "single-sign-on" | "sample" | "first-run" | "invitation";

/** A session that was opened: whose, and the cookies that carry it. */
export type Entered = { readonly personId: string; readonly cookies: readonly string[] };

/** Proof of who somebody is. Nothing of it tells apart an unknown address and a wrong password. */
export type Identity = {
  readonly hashPassword: (password: string) => Promise<string>;
  readonly signIn: (
    credentials: { readonly email: string; readonly password: string },
    visitor: Visitor,
  ) => Promise<Entered | undefined>;
  /** Opens a session for somebody who is known by another proof. */
  readonly enter: (personId: string, way: WayIn, visitor: Visitor) => Promise<Entered>;
  /** Ends all sessions and opens a new one; nothing when the current password is another. */
  readonly changePassword: (
    request: { readonly personId: string; readonly current: string; readonly next: string },
    visitor: Visitor,
  ) => Promise<Entered | undefined>;
  /** A token for a new password, valid for an hour; nothing for an address without an account. */
  readonly makeResetToken: (email: string) => Promise<string | undefined>;
  /** Whose token it is, while it is valid. */
  readonly findResetPerson: (token: string) => Promise<string | undefined>;
  /** Sets the password and ends all sessions of the person; false when the token is over. */
  readonly resetPassword: (request: {
    readonly token: string;
    readonly personId: string;
    readonly password: string;
  }) => Promise<boolean>;
  /** A text as a key under which failures are counted, from which nobody reads the text. */
  readonly disguise: (text: string) => string;
  /** The token of the session cookie whose signature is ours. */
  readonly readCookie: (cookies: string | undefined) => string | undefined;
  /** The cookie that makes a browser forget its session. */
  readonly forgetting: string;
  readonly singleSignOn: SingleSignOn | undefined;
};

/** The city's own sign-in, at another server. */
export type SingleSignOn = {
  readonly name: string;
  /** Where to send the browser; nothing when the other server does not answer. */
  readonly start: () => Promise<
    { readonly url: string; readonly cookies: readonly string[] } | undefined
  >;
  /** What the other server sent the browser back with. */
  readonly finish: (
    returned: { readonly query: string; readonly cookies: string | undefined },
    visitor: Visitor,
  ) => Promise<SingleSignOnEnd>;
};

export type SingleSignOnEnd =
  | { readonly kind: "entered"; readonly cookies: readonly string[] }
  | { readonly kind: "unknown-person" | "failed"; readonly cookies: readonly string[] };

/** Letters; each throws when the post does not take it. */
export type Letters = {
  readonly sendInvitation: (letter: {
    readonly to: string;
    readonly name: string;
    readonly language: Language;
    readonly role: Role;
    readonly inviter: string;
    readonly link: string;
    readonly expiresAt: Date;
  }) => Promise<void>;
  readonly sendReset: (letter: LetterTo & { readonly link: string }) => Promise<void>;
  readonly sendPasswordChanged: (letter: LetterTo) => Promise<void>;
};

/** Somebody with an account, and the language they read. */
export type LetterTo = {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
};
