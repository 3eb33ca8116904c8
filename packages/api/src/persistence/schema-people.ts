/**
 * People and their sessions. Accounts, sessions, passwords and one-time values are written by the
 * sign-in library, which is told these names; invitations and failures to sign in are our own.
 */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ROLES } from "../access/roles.ts";
import { LANGUAGES } from "../create-translate.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => moment("created_at").notNull().defaultNow();
const updatedAt = () => moment("updated_at").notNull().defaultNow();

/** Who may sign in; nobody is ever removed, because the journal names them. */
export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey(),
    /** In small letters. */
    email: text().notNull().unique(),
    name: text().notNull(),
    emailVerified: boolean("email_verified").notNull(),
    image: text(),
    role: text({ enum: ROLES }).notNull(),
    language: text({ enum: LANGUAGES }).notNull(),
    isActive: boolean("is_active").notNull(),
    /** An invented person of the demonstration, who needs no password. */
    isSample: boolean("is_sample").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check("people_email", sql`${table.email} = lower(${table.email})`)],
);

const personId = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id);

/** The organisations of a director. */
export const personOrganisations = pgTable(
  "person_organisations",
  { personId: personId(), organisationId: text("organisation_id").notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.organisationId] })],
);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    personId: personId(),
    token: text().notNull().unique(),
    expiresAt: moment("expires_at").notNull(),
    /** When it was last used, to a minute. */
    seenAt: moment("seen_at").notNull().defaultNow(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("sessions_person").on(table.personId)],
);

/** The ways in which a person proves who they are: a password, a city's single sign-on. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    personId: personId(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text(),
    /** An argon2id hash. */
    password: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique("accounts_once").on(table.providerId, table.accountId)],
);

/** One-time values: of a reset, of a sign-in that is on its way through another server. */
export const verifications = pgTable(
  "verifications",
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    organisationIds: text("organisation_ids").array().notNull(),
    language: text({ enum: LANGUAGES }).notNull(),
    /** SHA-256 of the token in the letter. */
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => people.id),
    revokedAt: moment("revoked_at"),
  },
  (table) => [check("invitations_email", sql`${table.email} = lower(${table.email})`)],
);

/** Failures to sign in, by a hash of the address of mail or of the network. */
export const signInFailures = pgTable("sign_in_failures", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: moment("last_at").notNull(),
  lockedUntil: moment("locked_until"),
});
