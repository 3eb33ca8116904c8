/** What the server answers about people and about who is signed in. */
import type { Language } from "@zhanbasy/core";
import type { Role } from "./access/roles.ts";

export type { Role } from "./access/roles.ts";

/** Somebody as others see them: in a list of changes, beside a decision. */
export type PersonName = { readonly id: string; readonly name: string };

export type Person = PersonName & {
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  /** The organisations of a director; none for the others. */
  readonly organisationIds: readonly string[];
  readonly isActive: boolean;
  /** Invented, of the demonstration. */
  readonly isSample: boolean;
  readonly createdAt: string;
};

/** A person as an administrator sees them. */
export type PersonDetail = Person & {
  readonly lastSeenAt: string | null;
  readonly sessionCount: number;
};

/** Somebody who was asked to come. */
export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationIds: readonly string[];
  readonly language: Language;
  readonly invitedBy: PersonName;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: "open" | "accepted" | "expired" | "revoked";
};

/** What an invited person sees before they have an account. */
export type OpenInvitation = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
};

/**
 * An invitation as its maker gets it: the address of the page is told when no mail server is known,
 * so that it can be handed over.
 */
export type MadeInvitation = Invitation & {
  readonly isMailed: boolean;
  readonly link: string | null;
};

/** Who is signed in, and in which ways one can sign in here. Anybody may ask. */
export type SessionState = {
  readonly person: Person | null;
  /** Nobody has an account yet: an administrator comes first. */
  readonly isFirstRun: boolean;
  /** The demonstration may be opened here: nobody has an account and only this computer asks. */
  readonly canOpenDemonstration: boolean;
  /** People of the demonstration, who are entered without a password; null where there are none. */
  readonly samples: readonly Pick<Person, "id" | "name" | "role" | "organisationIds">[] | null;
  /** The name of the city's single sign-on; null where there is none. */
  readonly singleSignOn: string | null;
  /** Whether a forgotten password can be reset by mail. */
  readonly hasMail: boolean;
  /** After so many minutes without a request a session ends. */
  readonly idleMinutes: number;
};
