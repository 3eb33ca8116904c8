/** What some problems carry beside their issues, as schemas for the reference. */
import { z } from "@hono/zod-openapi";
import type * as contract from "../contract.ts";

const text = z.string();
const override = z.record(text, z.unknown()).nullable();

const editConflictSchema = z
  .strictObject({
    ...{ cell: text, base: override, theirs: override, mine: override },
    author: z.strictObject({ id: text, name: text }),
    ...{ madeAt: z.iso.datetime(), revision: z.int() },
  })
  .openapi("EditConflict") satisfies z.ZodType<contract.EditConflict>;

const OBSTACLES = [
  ...(["reason-missing", "finding-blocking", "deficit", "value-weak"] as const),
  ...(["own-override", "own-submission", "envelope-missing", "state"] as const),
] satisfies readonly contract.Obstacle["code"][];

/** Why a step cannot be taken now. */
export const obstacleSchema = z
  .strictObject({ code: z.enum(OBSTACLES), facts: z.record(text, text), message: text })
  .openapi("Obstacle") satisfies z.ZodType<contract.Obstacle>;

/** The members of `problem+json` that only some refusals have. */
export const problemMembers = {
  conflicts: z.array(editConflictSchema).optional(),
  obstacles: z.array(obstacleSchema).optional(),
};
