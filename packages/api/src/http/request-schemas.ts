/**
 * What requests may say. The message of a rule is what is expected, for the sentence that refuses.
 */
import { z } from "@hono/zod-openapi";

const HASH = "SHA-256";
const UUID = "UUID";
const LIMIT = 1000;
const DEFAULT_LIMIT = 100;

const hash = z.string(HASH).regex(/^[0-9a-f]{64}$/, HASH);
const runId = z.uuid(UUID);

export const hashParameter = z.object({ hash });
export const runParameter = z.object({ runId });

const limit = z
  .string()
  .regex(/^\d{1,4}$/, `1–${LIMIT}`)
  .transform(Number)
  .refine((value) => value >= 1 && value <= LIMIT, `1–${LIMIT}`)
  .default(DEFAULT_LIMIT)
  .openapi({ type: "integer", minimum: 1, maximum: LIMIT, default: DEFAULT_LIMIT });

const language = z.enum(["ru", "kk", "en"], "ru | kk | en").optional();

/** Every route takes the language of its refusals. */
export const languageQuery = z.object({ language });

export const hashPageQuery = z.object({ limit, after: hash.optional(), language });
export const runPageQuery = z.object({ limit, after: runId.optional(), language });
export const linePageQuery = z.object({
  limit,
  after: z
    .string()
    .regex(/^\d{1,9}$/, "next")
    .optional(),
  language,
});

export const traceQuery = z.object({
  organisation: z
    .string()
    .max(64, "600140375485")
    .default("")
    .openapi({ description: "The BIN; none is citywide", example: "600140375485" }),
  line: z
    .string("secondary/04.2.360.040/formula")
    .min(1, "secondary/04.2.360.040/formula")
    .max(200, "secondary/04.2.360.040/formula")
    .openapi({ example: "secondary/04.2.360.040/formula" }),
  of: z.enum(["amount", "headcount"], "amount | headcount").default("amount"),
  language,
});

const RUN_REQUEST = "registerHash, methodologyHash, budgetYear, knownOn?, envelopeTenge?";

export const runRequestSchema = z
  .strictObject(
    {
      registerHash: hash,
      methodologyHash: hash,
      budgetYear: z.int("2026").min(1900, "2026").max(2199, "2026"),
      knownOn: z.iso.date("YYYY-MM-DD").optional(),
      envelopeTenge: z
        .string("432000000000.00")
        .regex(/^\d{1,20}(?:\.\d{1,2})?$/, "432000000000.00")
        .optional()
        .openapi({ description: "Tenge as text", example: "432000000000.00" }),
    },
    RUN_REQUEST,
  )
  .openapi("RunRequest");
