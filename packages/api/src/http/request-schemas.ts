/**
 * What requests may say. The message of a rule is what is expected, for the sentence that refuses.
 */
import { z } from "@hono/zod-openapi";
import { findCalendarDate, findTiyn } from "@zhanbasy/core";

const HASH = "SHA-256";
const UUID = "UUID";
const LIMIT = 1000;
const LIMITS = `1–${LIMIT}`;
const DEFAULT_LIMIT = 100;
const NEXT = "next";
const BIN = "600140375485";
const LINE = "secondary/04.2.360.040/formula";
const DAY = "YYYY-MM-DD, 1900–2199";
/** The day after a budget year is a day of the calendar too. */
export const LAST_YEAR = 2198;
const TENGE = "432000000000.00";
const TENGE_DIGITS = /^\d{1,20}(?:\.\d{1,2})?$/;

const hash = z.string(HASH).regex(/^[0-9a-f]{64}$/, HASH);
const runId = z.uuid(UUID).toLowerCase();

export const hashParameter = z.object({ hash });
export const runParameter = z.object({ runId });

/** How many items of a list are asked for. */
export const pageLimit = z
  .string(LIMITS)
  .regex(/^\d{1,4}$/, LIMITS)
  .transform(Number)
  .refine((value) => value >= 1 && value <= LIMIT, LIMITS)
  .default(DEFAULT_LIMIT)
  .openapi({ type: "integer", minimum: 1, maximum: LIMIT, default: DEFAULT_LIMIT });

const language = z.enum(["ru", "kk", "en"], "ru | kk | en").optional();

/** Every route takes the language of its refusals. */
export const languageQuery = z.object({ language });

export const hashPageQuery = z.object({ limit: pageLimit, after: hash.optional(), language });
export const runPageQuery = z.object({ limit: pageLimit, after: runId.optional(), language });
export const linePageQuery = z.object({
  limit: pageLimit,
  after: z
    .string(NEXT)
    .regex(/^\d{1,9}$/, NEXT)
    .optional(),
  language,
});

export const traceQuery = z.object({
  organisation: z
    .string(BIN)
    .max(64, BIN)
    .default("")
    .openapi({ description: "The BIN; none is citywide", example: BIN }),
  line: z.string(LINE).min(1, LINE).max(200, LINE).openapi({ example: LINE }),
  of: z.enum(["amount", "headcount"], "amount | headcount").default("amount"),
  language,
});

const RUN_REQUEST = "registerHash, methodologyHash, budgetYear, knownOn?, envelopeTenge?";

export const runRequestSchema = z
  .strictObject(
    {
      registerHash: hash,
      methodologyHash: hash,
      budgetYear: z.int("2026").min(1900, "2026").max(LAST_YEAR, "2026"),
      knownOn: z
        .string(DAY)
        .transform(readBy(findCalendarDate, DAY))
        .optional()
        .openapi({ type: "string", format: "date", example: "2026-06-30" }),
      envelopeTenge: z
        .string(TENGE)
        .regex(TENGE_DIGITS, TENGE)
        .transform(readBy(findTiyn, TENGE))
        .optional()
        .openapi({
          ...{ type: "string", pattern: TENGE_DIGITS.source },
          ...{ description: "Tenge as text", example: TENGE },
        }),
    },
    RUN_REQUEST,
  )
  .openapi("RunRequest");

/** What core does not read is refused: it must never pass for something that was not said. */
function readBy<Value>(find: (text: string) => Value | undefined, expected: string) {
  return (text: string, context: z.core.$RefinementCtx<string>): Value => {
    const value = find(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  };
}
