/** Answers about people as schemas, each held to its type of the contract. */
import { z } from "@hono/zod-openapi";
import { ROLES } from "../access/roles.ts";
import type * as contract from "../contract.ts";
import { LANGUAGES } from "../create-translate.ts";

const text = z.string();
const moment = z.iso.datetime();
const role = z.enum(ROLES);
const language = z.enum(LANGUAGES);
const personName = z.strictObject({ id: text, name: text });
const organisationIds = z.array(text);

const personMembers = {
  ...{ id: text, name: text, email: text, role, language, organisationIds },
  ...{ isActive: z.boolean(), isSample: z.boolean(), createdAt: moment },
};

/** A person. */
export const personSchema = z
  .strictObject(personMembers)
  .openapi("Person") satisfies z.ZodType<contract.Person>;

/** A person as an administrator sees them. */
export const personDetailSchema = z
  .strictObject({ ...personMembers, lastSeenAt: moment.nullable(), sessionCount: z.int() })
  .openapi("PersonDetail") satisfies z.ZodType<contract.PersonDetail>;

const invitationMembers = {
  ...{ id: text, email: text, name: text, role, organisationIds, language },
  ...{ invitedBy: personName, createdAt: moment, expiresAt: moment },
  state: z.enum(["open", "accepted", "expired", "revoked"]),
};

/** Somebody who was asked to come. */
export const invitationSchema = z
  .strictObject(invitationMembers)
  .openapi("Invitation") satisfies z.ZodType<contract.Invitation>;

/** An invitation as its maker gets it. */
export const madeInvitationSchema = z
  .strictObject({ ...invitationMembers, isMailed: z.boolean(), link: text.nullable() })
  .openapi("MadeInvitation") satisfies z.ZodType<contract.MadeInvitation>;

/** What an invited person sees before they have an account. */
export const openInvitationSchema = z
  .strictObject({ email: text, name: text, role, language })
  .openapi("OpenInvitation") satisfies z.ZodType<contract.OpenInvitation>;

const sampleSchema = z.strictObject({ id: text, name: text, role, organisationIds });

/** Who is signed in, and in which ways one can sign in. */
export const sessionStateSchema = z
  .strictObject({
    person: personSchema.nullable(),
    ...{ isFirstRun: z.boolean(), canOpenDemonstration: z.boolean() },
    samples: z.array(sampleSchema).nullable(),
    ...{ singleSignOn: text.nullable(), hasMail: z.boolean(), idleMinutes: z.int() },
  })
  .openapi("SessionState") satisfies z.ZodType<contract.SessionState>;

/** An address to go to. */
export const urlSchema = z.strictObject({ url: text });

/** A link to hand over. */
export const linkSchema = z.strictObject({ link: text });
