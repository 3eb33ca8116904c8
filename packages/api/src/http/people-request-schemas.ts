/** What requests about people may say. The message of a rule is what is expected. */
import { z } from "@hono/zod-openapi";
import { ROLES } from "../access/roles.ts";
import { LANGUAGES } from "../create-translate.ts";
import { languageQuery, pageLimit } from "./request-schemas.ts";

const UUID = "UUID";
const EMAIL = "name@example.kz";
const NAME = "1–120";
const PASSWORD = "12–128";
const TOKEN = "A–Z, a–z, 0–9, -, _";
const CODE = "XXXX-XXXX";
const BIN = "600140375485";
const LANGUAGE = LANGUAGES.join(" | ");
const ROLE = ROLES.join(" | ");

const email = z
  .string(EMAIL)
  .trim()
  .toLowerCase()
  .max(254, EMAIL)
  .pipe(z.email(EMAIL))
  .openapi({ type: "string", format: "email", example: EMAIL });
/** Without signs that nobody sees, one of which a database does not keep. */
const PRINTABLE = /^\P{Cc}*$/u;
const name = z.string(NAME).trim().min(1, NAME).max(120, NAME).regex(PRINTABLE, NAME);
/** What is too short or too long for a password is told with its other faults. */
const password = z.string(PASSWORD).min(1, PASSWORD).max(1024, PASSWORD);
const role = z.enum(ROLES, ROLE);
const language = z.enum(LANGUAGES, LANGUAGE);
const organisationId = z.string(BIN).trim().min(1, BIN).max(64, BIN).regex(PRINTABLE, BIN);
const organisationIds = z.array(organisationId, BIN).max(100, BIN);
const uuid = z.uuid(UUID).toLowerCase();
const token = z.string(TOKEN).regex(/^[\w-]{1,64}$/, TOKEN);

export const personParameter = z.object({ personId: uuid });
export const invitationParameter = z.object({ invitationId: uuid });
export const tokenParameter = z.object({ token });
export const personPageQuery = z.object({
  ...{ limit: pageLimit, after: uuid.optional() },
  ...languageQuery.shape,
});

export const signInRequest = z
  .strictObject({ email, password }, "email, password")
  .openapi("SignInRequest");

export const sampleRequest = z
  .strictObject({ personId: uuid }, "personId")
  .openapi("SampleRequest");

/** A request that says nothing. */
export const emptyRequest = z.strictObject({}, "{}").openapi("EmptyRequest");

export const ownAccountRequest = z
  .strictObject({ name: name.optional(), language: language.optional() }, "name?, language?")
  .openapi("OwnAccountRequest");

export const passwordRequest = z
  .strictObject({ current: password, next: password }, "current, next")
  .openapi("PasswordRequest");

export const resetRequest = z.strictObject({ email }, "email").openapi("ResetRequest");

export const newPasswordRequest = z
  .strictObject({ password }, "password")
  .openapi("NewPasswordRequest");

export const invitationRequest = z
  .strictObject(
    { email, name, role, language, organisationIds: organisationIds.default([]) },
    "email, name, role, organisationIds, language",
  )
  .openapi("InvitationRequest");

export const acceptanceRequest = z
  .strictObject({ name, password }, "name, password")
  .openapi("AcceptanceRequest");

export const personChangeRequest = z
  .strictObject(
    {
      ...{ name: name.optional(), role: role.optional() },
      ...{ organisationIds: organisationIds.optional(), isActive: z.boolean("true").optional() },
    },
    "name?, role?, organisationIds?, isActive?",
  )
  .openapi("PersonChangeRequest");

export const firstRunRequest = z
  .strictObject(
    { code: z.string(CODE).min(1, CODE).max(40, CODE), name, email, password, language },
    "code, name, email, password, language",
  )
  .openapi("FirstRunRequest");
