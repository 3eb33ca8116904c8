/** How routes are described: the same answers and the same refusals everywhere. */
import type { z } from "@hono/zod-openapi";
import { problemSchema } from "./schemas.ts";

/** An answer in JSON. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A refusal. */
export function problemAnswer(description: string) {
  return { description, content: { "application/problem+json": { schema: problemSchema } } };
}

/** Every address that exists refuses the methods it does not take. */
export const OTHER_METHOD = { 405: { description: "The address takes other methods only" } };

/** Every route with parameters refuses what it does not understand. */
export const MALFORMED = { 400: problemAnswer("The request was not understood") };

/** What belongs to one thing that never changes: it may not exist, or be known already. */
export const KEPT = {
  304: { description: "The same as before" },
  404: problemAnswer("There is no such thing"),
};
