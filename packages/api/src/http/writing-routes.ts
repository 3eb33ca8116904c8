/** How routes that change something are described: what they take and what they may refuse. */
import type { z } from "@hono/zod-openapi";
import { OTHER_METHOD, problemAnswer } from "./describe-route.ts";
import { BODY_BYTES_LIMIT } from "./guard.ts";
import { limitBody } from "./limit-body.ts";
import { languageQuery } from "./request-schemas.ts";

/** A body in JSON of an ordinary size, and the language of refusals. */
export function jsonBody<Body extends z.ZodType>(schema: Body) {
  return {
    request: { query: languageQuery, body: requiredJson(schema) },
    middleware: ORDINARY_SIZE,
  };
}

/** The same at an address that names something. */
export function jsonBodyAt<Body extends z.ZodType, Names extends z.ZodObject>(
  params: Names,
  schema: Body,
) {
  return {
    request: { params, query: languageQuery, body: requiredJson(schema) },
    middleware: ORDINARY_SIZE,
  };
}

function requiredJson<Body extends z.ZodType>(schema: Body) {
  return { required: true as const, content: { "application/json": { schema } } };
}

/** Refuses a body that is larger than it says. */
const ORDINARY_SIZE = limitBody(BODY_BYTES_LIMIT);

/** What every route that changes something may refuse. */
export const WRITING = {
  400: problemAnswer("The request was not understood"),
  401: problemAnswer("Nobody is signed in"),
  403: problemAnswer("There is no right, or another site asked"),
  409: problemAnswer("It does not fit with what there is"),
  413: problemAnswer("The request is too large"),
  415: problemAnswer("The request is no JSON"),
  422: problemAnswer("What was asked is refused"),
  429: problemAnswer("Too many failures: wait"),
  ...OTHER_METHOD,
};

/** Done: nothing is told, but a session may have begun or ended. */
export const ENTERED = {
  204: {
    description: "Done",
    headers: { "set-cookie": { schema: { type: "string" as const }, description: "The session" } },
  },
};

/** Done, without a word. */
export const DONE = { 204: { description: "Done" } };

/** The thing that is named may not exist. */
export const UNKNOWN = { 404: problemAnswer("There is no such thing") };
