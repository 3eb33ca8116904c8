/**
 * Who may speak to the server at all: a browser that was sent to one of its own names, from our own
 * page.
 *
 * A foreign name that was pointed at this server is refused by the Host, a form on a foreign page
 * by its Origin and its media type.
 */
import type { Next } from "hono";
import type { ApiRequest, Reach } from "./api-context.ts";
import { refuse } from "./problem.ts";
import { bindingsOf, isSocketLocal } from "./visitor.ts";

/** The most that a request may carry, but for batches of edits. */
export const BODY_BYTES_LIMIT = 64 * 1024;
/** The most that a batch of edits may carry. */
export const BATCH_BYTES_LIMIT = 2 * 1024 * 1024;

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const BATCH_PATH = /^\/api\/v1\/scenarios\/[^/]+\/batches$/;

/** The most that a request to this address may carry. */
export function bodyBytesLimit(path: string): number {
  return BATCH_PATH.test(path) ? BATCH_BYTES_LIMIT : BODY_BYTES_LIMIT;
}

/** Refuses requests of strangers; lets the others pass. */
export function createGuard(reach: Pick<Reach, "listensOnLoopback" | "publicUrl">) {
  const publicHost = reach.publicUrl === undefined ? undefined : new URL(reach.publicUrl).host;
  return async (request: ApiRequest, next: Next): Promise<Response | undefined> => {
    const host = (request.req.header("host") ?? new URL(request.req.url).host).toLowerCase();
    const isInside = bindingsOf(request).insider !== undefined;
    const isLocal = isInside || reach.listensOnLoopback || isSocketLocal(request);
    const isOwn = host === publicHost || (isLocal && LOOPBACK_HOST.test(host));
    if (!isOwn) return refuse(request, "foreign-host");
    if (!READING.has(request.req.method)) {
      const origin = host === publicHost ? reach.publicUrl : undefined;
      const refusal = await checkWriting(request, { host, origin });
      if (refusal !== undefined) return refusal;
    }
    await next();
    return undefined;
  };
}

/** Our own page: its origin is told where it is known, and has our name otherwise. */
type OwnPage = { readonly host: string; readonly origin: string | undefined };

async function checkWriting(request: ApiRequest, own: OwnPage): Promise<Response | undefined> {
  const origin = request.req.header("origin");
  const site = request.req.header("sec-fetch-site") ?? "same-origin";
  if (!isOwnPage(origin, own) || site === "cross-site" || site === "same-site") {
    return refuse(request, "foreign-origin");
  }
  const [type = ""] = (request.req.header("content-type") ?? "").split(";");
  // No form can delete, and a script of another site would have to ask first, in vain.
  const mayBeBare = request.req.method === "DELETE" && type === "";
  if (!mayBeBare && type.trim().toLowerCase() !== "application/json") {
    return refuse(request, "not-json");
  }
  const limit = bodyBytesLimit(request.req.path);
  const length = Number(request.req.header("content-length") ?? "0");
  return length > limit ? refuseSize(request) : undefined;
}

function isOwnPage(origin: string | undefined, own: OwnPage): boolean {
  if (origin === undefined) return true;
  return own.origin === undefined ? hostOf(origin) === own.host : origin === own.origin;
}

/** The refusal of a request that carries too much. */
export function refuseSize(request: ApiRequest): Promise<Response> {
  const limit = bodyBytesLimit(request.req.path);
  return refuse(request, "too-large", { facts: { limit: `${limit}` } });
}

/** The host and port of an origin; nothing of `null` and of what is no address. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
