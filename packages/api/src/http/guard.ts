/**
 * Who may speak to the server at all: a browser on this computer, from our own page.
 *
 * A foreign name that was pointed at this computer is refused by the Host, a form on a foreign page
 * by its Origin and its media type.
 */
import type { Next } from "hono";
import type { ApiRequest } from "./api-context.ts";
import { refuse } from "./problem.ts";

/** The most that a request may carry. */
export const BODY_BYTES_LIMIT = 64 * 1024;

const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses requests of strangers; lets the others pass. */
export async function guard(request: ApiRequest, next: Next): Promise<Response | undefined> {
  const host = request.req.header("host") ?? new URL(request.req.url).host;
  if (!OWN_HOST.test(host)) return refuse(request, "foreign-host");
  if (!READING.has(request.req.method)) {
    const refusal = await checkWriting(request, host);
    if (refusal !== undefined) return refusal;
  }
  await next();
  return undefined;
}

async function checkWriting(request: ApiRequest, host: string): Promise<Response | undefined> {
  const origin = request.req.header("origin");
  const site = request.req.header("sec-fetch-site") ?? "same-origin";
  const isOwn = origin === undefined || hostOf(origin) === host.toLowerCase();
  if (!isOwn || site === "cross-site" || site === "same-site") {
    return refuse(request, "foreign-origin");
  }
  const [type = ""] = (request.req.header("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") return refuse(request, "not-json");
  const length = Number(request.req.header("content-length") ?? "0");
  return length > BODY_BYTES_LIMIT ? refuseSize(request) : undefined;
}

/** The refusal of a request that carries too much. */
export function refuseSize(request: ApiRequest): Promise<Response> {
  return refuse(request, "too-large", { facts: { limit: `${BODY_BYTES_LIMIT}` } });
}

/** The host and port of an origin; nothing of `null` and of what is no address. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
