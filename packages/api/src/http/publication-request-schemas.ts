/**
 * What requests about steps, grounds, findings and issues may say; messages tell what is expected.
 */
import { z } from "@hono/zod-openapi";
import { pageLimit } from "./request-schemas.ts";

const UUID = "UUID";
const LONGEST_REASON = 4_000;
const REASON = `0–${LONGEST_REASON}`;
const LONGEST_ACT = 500;
const ACT = `1–${LONGEST_ACT}`;
const LONGEST_SUBJECT = 2_000;
const SUBJECT = "subject";
const FINDINGS_LIMIT = 1_000;
const FINDINGS = `1–${FINDINGS_LIMIT}`;
const LONGEST_FINDING = 200;

const uuid = z.uuid(UUID).toLowerCase();
const language = z.enum(["ru", "kk", "en"], "ru | kk | en").optional();
/** A text that the database can hold. */
const hasNoNul = (text: string): boolean => !text.includes("\u0000");
const reason = z.string(REASON).max(LONGEST_REASON, REASON).refine(hasNoNul, REASON).default("");
const subject = z
  .string(SUBJECT)
  .min(1, SUBJECT)
  .max(LONGEST_SUBJECT, SUBJECT)
  .refine(hasNoNul, SUBJECT);

export const groundParameter = z.object({ groundId: uuid });
export const publicationParameter = z.object({ publicationId: uuid });
export const organisationParameter = z.object({
  organisationId: z.string().min(1).max(100).refine(hasNoNul),
});

export const publicationPageQuery = z.object({
  limit: pageLimit,
  after: uuid.optional(),
  language,
});

export const auditPageQuery = z.object({
  limit: pageLimit,
  after: z
    .string("next")
    .regex(/^\d{1,15}$/, "next")
    .optional(),
  subject: subject.optional().openapi({
    description: "What the entries are about",
    example: "scenario 4f0c61c2-5b1e-4c59-9a3e-1f6f2f3c8a10",
  }),
  language,
});

export const stepRequest = z
  .strictObject(
    { to: z.enum(["submitted", "approved", "draft"], "submitted | approved | draft"), reason },
    "to, reason?",
  )
  .openapi("StepRequest");

export const issueRequest = z
  .strictObject({ kind: z.enum(["preliminary", "official"], "preliminary | official") }, "kind")
  .openapi("IssueRequest");

const line = z
  .string(ACT)
  .max(LONGEST_ACT, ACT)
  .transform((value) => value.trim())
  .refine((value) => value !== "" && !/\p{Cc}/u.test(value), ACT)
  .openapi({ type: "string", minLength: 1, maxLength: LONGEST_ACT });

export const groundRequest = z
  .strictObject(
    {
      scenarioId: uuid,
      subject,
      status: z.enum(["enacted", "local"], "enacted | local"),
      act: line,
      clause: line,
    },
    "scenarioId, subject, status, act, clause",
  )
  .openapi("GroundRequest");

export const confirmationRequest = z.strictObject({}, "{}").openapi("ConfirmationRequest");

/** A waiver without a reason would tell nobody why the finding may stand. */
export const findingRequest = z
  .strictObject(
    {
      findings: z
        .array(
          z
            .string(FINDINGS)
            .min(1, FINDINGS)
            .max(LONGEST_FINDING, FINDINGS)
            .refine(hasNoNul, FINDINGS),
          FINDINGS,
        )
        .min(1, FINDINGS)
        .max(FINDINGS_LIMIT, FINDINGS),
      kind: z.enum(["owner", "waiver", "waiver-withdrawn"], "owner | waiver | waiver-withdrawn"),
      owner: uuid.nullable().optional(),
      reason,
    },
    "findings, kind, owner?, reason?",
  )
  .refine(({ kind, reason: why }) => kind !== "waiver" || why.trim() !== "", {
    path: ["reason"],
    message: `1–${LONGEST_REASON}`,
  })
  .openapi("FindingRequest");
