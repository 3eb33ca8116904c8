/** Answers that open or end a session, and refusals that ask to wait. */
import { InvariantViolation } from "@zhanbasy/core";
import type { Actor } from "../usecases/people-ports.ts";
import type { ApiRequest } from "./api-context.ts";
import { type ProblemCode, refuse } from "./problem.ts";

/** Nothing but cookies: the page then asks who is signed in. */
export function sendCookies(cookies: readonly string[]): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 204, headers });
}

/** Done, and there is nothing to tell. */
export function sendDone(status: 202 | 204 = 204): Response {
  return new Response(null, { status, headers: { "cache-control": "no-store" } });
}

/** The refusal that tells how long to wait. */
export function refuseLocked(request: ApiRequest, seconds: number): Promise<Response> {
  return refuse(request, "locked", {
    facts: { seconds: `${seconds}` },
    headers: { "retry-after": `${seconds}` },
  });
}

/** The refusal of an attempt that was not done. */
export function refuseAttempt(
  request: ApiRequest,
  outcome: { readonly kind: "failed" } | { readonly kind: "locked"; readonly seconds: number },
  failed: ProblemCode,
): Promise<Response> {
  return outcome.kind === "locked"
    ? refuseLocked(request, outcome.seconds)
    : refuse(request, failed);
}

/** Who asks, on a route that the access table opens to nobody else. */
export function actorOf(request: ApiRequest): Actor {
  const actor: Actor | undefined = request.get("actor");
  if (actor === undefined) throw new InvariantViolation("only signed-in people reach this route");
  return actor;
}
