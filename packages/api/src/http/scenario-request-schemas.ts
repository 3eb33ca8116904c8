/** What requests about scenarios may say; the message of a rule is what is expected. */
import { z } from "@hono/zod-openapi";
import { type CalendarDate, findCalendarDate, findTiyn, type Tiyn } from "@zhanbasy/core";
import type { ScenarioBase } from "../usecases/create-scenario.ts";
import type { BatchEdit } from "../usecases/scenario-edits.ts";
import { LAST_YEAR, pageLimit } from "./request-schemas.ts";

const HASH = "SHA-256";
const UUID = "UUID";
const NAME_LENGTH = 120;
const NAME = `1–${NAME_LENGTH}`;
const REVISION = "1, 2, 3, …";
const REVISION_LIMIT = 2_147_483_647;
const DAY = "YYYY-MM-DD, 1900–2199";
const TENGE = "432000000000.00";
const TENGE_DIGITS = /^\d{1,20}(?:\.\d{1,2})?$/;
const EDITS_LIMIT = 5_000;
const EDIT = "{ override } | { cell }";
const VERSION_LENGTH = 64;
const CELL_LENGTH = 2_000;

const hash = z.string(HASH).regex(/^[0-9a-f]{64}$/, HASH);
const uuid = z.uuid(UUID).toLowerCase();
const revision = z.int(REVISION).min(1, REVISION).max(REVISION_LIMIT, REVISION);
const language = z.enum(["ru", "kk", "en"], "ru | kk | en").optional();

/** What people call it: a line of text that is not empty. */
const name = z
  .string(NAME)
  .max(NAME_LENGTH * 2, NAME)
  .transform((text) => text.trim())
  .refine((text) => text.length > 0 && text.length <= NAME_LENGTH, NAME)
  .refine((text) => !/\p{Cc}/u.test(text), NAME)
  .openapi({ type: "string", minLength: 1, maxLength: NAME_LENGTH, example: "Вариант А" });

export const scenarioParameter = z.object({ scenarioId: uuid });
export const scenarioPageQuery = z.object({ limit: pageLimit, after: uuid.optional(), language });
export const revisionPageQuery = z.object({
  limit: pageLimit,
  after: z
    .string("next")
    .regex(/^\d{1,9}$/, "next")
    .optional(),
  language,
});

const INPUTS = ["registerHash", "methodologyHash", "budgetYear"] as const;
const OF_INPUTS = [...INPUTS, "knownOn", "envelopeTenge"] as const;

/** A scenario to be made: a branch of its parent, or one on a register and a methodology. */
export const scenarioRequestSchema = z
  .strictObject(
    {
      id: uuid.optional(),
      name,
      parent: z
        .strictObject({ id: uuid, revision: revision.optional() }, "id, revision?")
        .optional(),
      registerHash: hash.optional(),
      methodologyHash: hash.optional(),
      budgetYear: z.int("2026").min(1900, "2026").max(LAST_YEAR, "2026").optional(),
      knownOn: z
        .string(DAY)
        .refine((text) => findCalendarDate(text) !== undefined, DAY)
        .optional()
        .openapi({ type: "string", format: "date", example: "2026-06-30" }),
      envelopeTenge: z
        .string(TENGE)
        .regex(TENGE_DIGITS, TENGE)
        .refine((text) => findTiyn(text) !== undefined, TENGE)
        .optional()
        .openapi({ description: "Tenge as text", example: TENGE }),
    },
    "id?, name, parent | registerHash, methodologyHash, budgetYear, knownOn?, envelopeTenge?",
  )
  .superRefine((asked, context) => {
    const isBranch = asked.parent !== undefined;
    for (const member of isBranch ? OF_INPUTS : INPUTS) {
      if ((asked[member] === undefined) === isBranch) continue;
      const message = isBranch ? "parent" : `parent | ${INPUTS.join(", ")}`;
      context.addIssue({ code: "custom", path: [member], message });
    }
  })
  .openapi("ScenarioRequest");

/** What the request says the scenario is to stand on. */
export function baseOf(asked: z.output<typeof scenarioRequestSchema>): ScenarioBase {
  const { parent, registerHash = "", methodologyHash = "", budgetYear = 0 } = asked;
  if (parent !== undefined) {
    return { kind: "branch", parentId: parent.id, revision: parent.revision };
  }
  const limit: Tiyn | undefined = findTiyn(asked.envelopeTenge ?? "");
  const knownOn: CalendarDate | undefined = findCalendarDate(asked.knownOn ?? "");
  const envelope = limit === undefined ? undefined : ({ limit, status: "assumed" } as const);
  return {
    kind: "inputs",
    inputs: { registerHash, methodologyHash, budgetYear, knownOn, envelope },
  };
}

/** A change of what a scenario is called and of whether it lies in the archive. */
export const scenarioChangeSchema = z
  .strictObject(
    { name: name.optional(), isArchived: z.boolean("true | false").optional() },
    "name?, isArchived?",
  )
  .openapi("ScenarioChange");

const override = z
  .record(z.string(), z.unknown(), "{ … }")
  .refine((found) => !("author" in found || "madeAt" in found), "{ … } − author, madeAt")
  .openapi({ description: "A member of a scenario document; its reason may be empty" });

const edit = z
  .strictObject(
    { override: override.optional(), cell: z.string(EDIT).max(CELL_LENGTH, EDIT).optional() },
    EDIT,
  )
  .refine((found) => (found.override === undefined) !== (found.cell === undefined), EDIT)
  .transform(
    (found): BatchEdit =>
      found.override === undefined ? { cell: found.cell ?? "" } : { override: found.override },
  );

const batchMembers = {
  batchId: uuid,
  engineVersion: z.string("1.0.0").max(VERSION_LENGTH, "1.0.0"),
};

/** A batch of edits. */
export const batchRequestSchema = z
  .strictObject(
    {
      ...batchMembers,
      baseRevision: revision,
      resultHash: hash.optional(),
      edits: z.array(edit, EDIT).min(1, `1–${EDITS_LIMIT}`).max(EDITS_LIMIT, `1–${EDITS_LIMIT}`),
    },
    "batchId, baseRevision, engineVersion, resultHash?, edits",
  )
  .openapi("EditBatch");

/** Taking back what one said last. */
export const undoRequestSchema = z
  .strictObject(
    { ...batchMembers, baseRevision: revision.optional() },
    "batchId, baseRevision?, engineVersion",
  )
  .openapi("UndoRequest");

/** A calculation under a name. */
export const namedRunSchema = z.strictObject({ name }, "name").openapi("NamedRunRequest");
