/** Lets a request reach its route when the access table says so, and tells the route who asks. */
import { InvariantViolation } from "@zhanbasy/core";
import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { ACCESS, type Access, isAllowed, type RouteName } from "../access/access-table.ts";
import type { Identity, KnownSession } from "../usecases/identity-ports.ts";
import type { Actor } from "../usecases/people-ports.ts";
import type { Clock, Store } from "../usecases/ports.ts";
import type { Api, ApiContext, ApiEnvironment, ApiRequest } from "./api-context.ts";
import { refuse } from "./problem.ts";
import { bindingsOf } from "./visitor.ts";

/** Where the API stands. */
export const BASE = "/api/v1";

const MINUTE_MS = 60_000;
const ENTRIES: ReadonlyMap<string, Access> = new Map(Object.entries(ACCESS));

/** What an open page asks by itself keeps no session alive. */
const UNNOTED: ReadonlySet<string> = new Set<RouteName>([
  "GET /session",
  "GET /scenarios/{scenarioId}/events",
]);

type SessionTerms = {
  readonly store: Pick<Store, "sessions">;
  readonly identity: Pick<Identity, "readCookie">;
  readonly clock: Clock;
  readonly idleMinutes: number;
};

/** Finds the session of a request by its cookie, without noting that it was used. */
export function createFindSession(terms: SessionTerms): ApiContext["findSession"] {
  const { store, identity, clock, idleMinutes } = terms;
  // Uses are noted to a minute, so a session may be a minute younger than it seems.
  const idleMs = (idleMinutes + 1) * MINUTE_MS;
  return async (request) => {
    const token = identity.readCookie(request.req.header("cookie"));
    if (token === undefined) return undefined;
    const now = clock();
    const idleSince = new Date(now.getTime() - idleMs);
    return store.sessions.find(token, { now, idleSince });
  };
}

/** Stands before all routes of the API. */
export function checkAccess(context: ApiContext): MiddlewareHandler<ApiEnvironment> {
  return async (request, next) => {
    const route = routeOf(request);
    const access = route === undefined ? undefined : ENTRIES.get(route);
    if (route === undefined || access === undefined) return next();
    const visit = await whoAsks(context, request, route);
    if (!isAllowed(access, visit?.actor.role)) {
      return refuse(request, visit === undefined ? "signed-out" : "no-right");
    }
    if (visit !== undefined) {
      request.set("actor", visit.actor);
      if (visit.session !== undefined) request.set("sessionId", visit.session.id);
    }
    return next();
  };
}

type Visit = { readonly actor: Actor; readonly session: KnownSession | undefined };

/** Nobody on routes that are for anybody and do not ask; the use of the session is noted. */
async function whoAsks(
  context: ApiContext,
  request: ApiRequest,
  route: string,
): Promise<Visit | undefined> {
  const { insider } = bindingsOf(request);
  if (insider !== undefined) return { actor: insider, session: undefined };
  if (ENTRIES.get(route) === "anybody" && !route.includes(" /session")) return undefined;
  const session = await context.findSession(request);
  if (session === undefined) return undefined;
  if (!UNNOTED.has(route)) await noteUse(context, session);
  return { actor: session.actor, session };
}

async function noteUse({ store, clock }: ApiContext, session: KnownSession): Promise<void> {
  const now = clock();
  if (now.getTime() - session.seenAt.getTime() < MINUTE_MS) return;
  await store.sessions.touch(session.id, now);
}

/** `GET /runs/{runId}`; nothing when no route takes the method. */
function routeOf(request: ApiRequest): string | undefined {
  const found = matchedRoutes(request).find(({ method }) => method !== "ALL");
  return found === undefined ? undefined : nameOf(found.method, found.path);
}

function nameOf(method: string, path: string): string {
  const own = path.startsWith(BASE) ? path.slice(BASE.length) : path;
  return `${method} ${own.replace(/:([A-Za-z]+)/g, "{$1}")}`;
}

/** A route that nobody decided about, and a decision about none, are errors of ours. */
export function requireEntries(api: Api): void {
  const routes = new Set(
    api.routes
      .filter(({ method }) => method !== "ALL")
      .map((each) => nameOf(each.method, each.path)),
  );
  const open = [...routes].filter((route) => !ENTRIES.has(route));
  const idle = [...ENTRIES.keys()].filter((route) => !routes.has(route));
  if (open.length + idle.length === 0) return;
  throw new InvariantViolation(`access is decided by route: ${[...open, ...idle].join(", ")}`);
}
