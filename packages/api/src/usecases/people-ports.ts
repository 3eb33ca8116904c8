/** What the use cases need of the place where people, invitations and sessions are kept. */
import type { Language } from "@zhanbasy/core";
import type { Role } from "../access/roles.ts";
import type { Invitation, Page, Person, PersonDetail } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { PageRequest } from "./run-ports.ts";

/** Who asks: the person of the session that a request carries. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** The organisations of a director; none for the others. */
  readonly organisationIds: readonly string[];
};

/** A person to be kept. */
export type NewPerson = {
  readonly id: string;
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly organisationIds: readonly string[];
  readonly isSample: boolean;
  /** Whether it is proved that letters to the address reach the person. */
  readonly isEmailProved: boolean;
  /** Nothing for who signs in in another way. */
  readonly passwordHash: string | undefined;
  readonly createdAt: Date;
};

/** What an administrator, or the person, changes; what is left out stays. */
export type PersonChange = {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly language?: Language | undefined;
  readonly organisationIds?: readonly string[] | undefined;
  readonly isActive?: boolean | undefined;
};

export type NewInvitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationIds: readonly string[];
  readonly language: Language;
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** People by id, sorted by name. Each change is kept together with its entry in the journal. */
export type PersonStore = {
  /** Keeps the first people of all, or nobody: false when somebody has an account already. */
  readonly saveFirst: (
    people: readonly NewPerson[],
    entries: readonly NewAuditEntry[],
  ) => Promise<boolean>;
  /**
   * Another role, and an account that is closed, end all sessions of the person. The last
   * administrator with an open account stays one.
   */
  readonly change: (
    personId: string,
    change: PersonChange,
    entry: NewAuditEntry,
  ) => Promise<PersonDetail | "unknown" | "last-administrator">;
  readonly list: (page: PageRequest, now: Date) => Promise<Page<PersonDetail>>;
  readonly find: (personId: string) => Promise<Person | undefined>;
  readonly findByEmail: (email: string) => Promise<Person | undefined>;
  /** Whether nobody has an account at all. */
  readonly isEmpty: () => Promise<boolean>;
  /** Which of these organisations no kept register knows. */
  readonly findUnknownOrganisations: (ids: readonly string[]) => Promise<readonly string[]>;
  readonly listSamples: () => Promise<readonly Person[]>;
  /** Ends sessions of the person, but for the one that is to stay; how many there were. */
  readonly endSessions: (
    personId: string,
    stays: string | undefined,
    entry: NewAuditEntry,
  ) => Promise<number>;
};

export type InvitationStore = {
  readonly save: (invitation: NewInvitation, entry: NewAuditEntry) => Promise<void>;
  readonly list: (page: PageRequest, now: Date) => Promise<Page<Invitation>>;
  readonly find: (invitationId: string, now: Date) => Promise<Invitation | undefined>;
  readonly findByToken: (tokenHash: string, now: Date) => Promise<Invitation | undefined>;
  /** The newest open one for the address. */
  readonly findByEmail: (email: string, now: Date) => Promise<Invitation | undefined>;
  /**
   * Keeps the person and closes the invitation: false when it is not open any more, or when the
   * address has an account by now.
   */
  readonly accept: (
    invitationId: string,
    person: NewPerson,
    entry: NewAuditEntry,
  ) => Promise<boolean>;
  readonly revoke: (invitationId: string, entry: NewAuditEntry) => Promise<boolean>;
};
