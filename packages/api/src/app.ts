/** The server: the API under `/api/v1`, and the page everywhere else. */
import { OpenAPIHono, type z } from "@hono/zod-openapi";
import { type Issue, issue } from "@zhanbasy/core";
import { HTTPException } from "hono/http-exception";
import { BASE, checkAccess, createFindSession, requireEntries } from "./http/access.ts";
import type { Api, ApiContext, ApiEnvironment, ApiRequest } from "./http/api-context.ts";
import { createGuard } from "./http/guard.ts";
import { createKeptAnswers } from "./http/kept-answers.ts";
import { servePage } from "./http/page-files.ts";
import { refuse } from "./http/problem.ts";
import { addReference } from "./http/reference.ts";
import { addAccountRoutes } from "./http/routes/account.ts";
import { addAuditRoutes } from "./http/routes/audit.ts";
import { addFirstRunRoutes } from "./http/routes/first-run.ts";
import { addHealthRoutes } from "./http/routes/health.ts";
import { addInvitationRoutes } from "./http/routes/invitations.ts";
import { addMethodologyRoutes } from "./http/routes/methodologies.ts";
import { addOwnRoutes } from "./http/routes/own.ts";
import { addPeopleRoutes } from "./http/routes/people.ts";
import { addPublishingRoutes } from "./http/routes/publishing.ts";
import { addRegisterRoutes } from "./http/routes/registers.ts";
import { addRunLineRoutes } from "./http/routes/run-lines.ts";
import { addCalculationRoute, addRunRoutes } from "./http/routes/runs.ts";
import { addScenarioEditRoutes } from "./http/routes/scenario-edits.ts";
import { addScenarioEventRoutes } from "./http/routes/scenario-events.ts";
import { addScenarioRunRoutes } from "./http/routes/scenario-runs.ts";
import { addScenarioRoutes } from "./http/routes/scenarios.ts";
import { addSessionRoutes } from "./http/routes/session.ts";
import { addSingleSignOnRoutes } from "./http/routes/single-sign-on.ts";
import { warmUp } from "./http/warm-up.ts";
import { isDatabaseGone } from "./persistence/database-gone.ts";
import { errorCode } from "./serve/start-refusal.ts";
import { createDemonstrationStory } from "./usecases/demonstration-story.ts";
import { createReproducer } from "./usecases/reproduce-run.ts";
import { createScenarioContext } from "./usecases/scenario-context.ts";

/** What the server needs of the outside. */
export type AppContext = Pick<
  ApiContext,
  | "store"
  | "clock"
  | "ids"
  | "identity"
  | "letters"
  | "reach"
  | "firstRunCode"
  | "city"
  | "version"
  | "instance"
> & {
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** Aborted when the server ends; never unless it is given. */
  readonly closing?: AbortSignal;
  /** How often a line of events that is silent is tried. */
  readonly heartbeatMs?: number;
  /** Takes one line of JSON about a fault of ours; standard error unless given. */
  readonly log?: (line: string) => void;
};

/** As long as servers in between let a line be silent, at least. */
const HEARTBEAT_MS = 15_000;

/** All routes over a store that was migrated; no port is opened. */
export function createApp(app: AppContext): Api {
  const { log = logToStandardError } = app;
  const scenarioContext = createScenarioContext(app);
  const context: ApiContext = {
    ...app,
    log,
    address: app.reach.address,
    closing: app.closing ?? new AbortController().signal,
    heartbeatMs: app.heartbeatMs ?? HEARTBEAT_MS,
    reproduce: createReproducer(app.store),
    scenarioContext,
    tellDemonstration: createDemonstrationStory(scenarioContext),
    kept: createKeptAnswers(),
    findSession: createFindSession({ ...app, idleMinutes: app.reach.idleMinutes }),
    warmUp: () => {
      // What went wrong was told by the request that it happened to.
      warmUp(server).catch(() => log(JSON.stringify({ event: "warm-up-failed" })));
    },
  };
  const server = new OpenAPIHono<ApiEnvironment>();
  server.use("*", async (request, next) => {
    request.set("requestId", app.ids());
    await next();
    request.res.headers.set("x-request-id", request.get("requestId"));
    request.res.headers.set("x-content-type-options", "nosniff");
    request.res.headers.set("referrer-policy", "no-referrer");
  });
  server.use("*", createGuard(app.reach));
  server.route(BASE, createApi(context));
  server.all("/api/*", (request) => refuse(request, "not-found"));
  server.get("*", servePage(app.pageFolder));
  server.notFound((request) => refuse(request, "not-found"));
  server.onError((error, request) => answerFault(error, request, log));
  return server;
}

function createApi(context: ApiContext): Api {
  const api = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result, request) =>
      result.success
        ? undefined
        : refuse(request, "malformed", { issues: result.error.issues.map(malformed) }),
  });
  api.use("*", checkAccess(context));
  addHealthRoutes(api, context);
  addSessionRoutes(api, context);
  addSingleSignOnRoutes(api, context);
  addAccountRoutes(api, context);
  addFirstRunRoutes(api, context);
  addPeopleRoutes(api, context);
  addInvitationRoutes(api, context);
  addRegisterRoutes(api, context);
  addMethodologyRoutes(api, context);
  addRunRoutes(api, context);
  addCalculationRoute(api, context);
  addRunLineRoutes(api, context);
  addScenarioRoutes(api, context);
  addScenarioEditRoutes(api, context);
  addScenarioRunRoutes(api, context);
  addScenarioEventRoutes(api, context);
  addPublishingRoutes(api, context);
  addOwnRoutes(api, context);
  addAuditRoutes(api, context);
  addReference(api, context);
  requireEntries(api);
  refuseOtherMethods(api);
  return api;
}

/** An address that exists tells which methods it takes. */
function refuseOtherMethods(api: Api): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of api.routes) {
    if (method === "ALL") continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, known] of methods) {
    const allowed = [...known].join(", ");
    api.all(path, (request) =>
      refuse(request, "method-not-allowed", { facts: { allowed }, headers: { allow: allowed } }),
    );
  }
}

/** The rule's message is what it expects. */
function malformed({ path, message, ...found }: z.core.$ZodIssue): Issue {
  const name = found.code === "unrecognized_keys" ? found.keys.join(", ") : path.join(".");
  return issue("request-malformed", {}, { name, expected: message });
}

async function answerFault(
  error: Error,
  request: ApiRequest,
  log: (line: string) => void,
): Promise<Response> {
  if (error instanceof HTTPException && error.status === 400) {
    const issues = [issue("request-malformed", {}, { name: "body", expected: "JSON" })];
    return refuse(request, "malformed", { issues });
  }
  if (error instanceof HTTPException && error.status === 415) return refuse(request, "not-json");
  // Whoever left in the middle of a request reads no answer, and it is no fault of ours.
  if (isAborted(error)) return refuse(request, "unavailable");
  const where = { method: request.req.method, path: request.req.path.replace(LINK, "$1") };
  log(JSON.stringify({ requestId: request.get("requestId"), ...where, ...describeFault(error) }));
  if (isDatabaseGone(error)) {
    return refuse(request, "unavailable", { headers: { "retry-after": "1" } });
  }
  return refuse(request, "internal");
}

function isAborted(error: Error): boolean {
  return error.message === "aborted" && errorCode(error) === "ECONNRESET";
}

/** What a link of a letter ends with lets in whoever has it. */
const LINK = /(\/(?:password-resets|invitations|reset|invitation)\/)[^/]+/;
/** In characters. */
const LONGEST_MESSAGE = 2_000;
/** A statement that failed names all it was given: tokens and addresses are among it. */
const GIVEN = /\nparams: .*$/s;

/** What the log tells of an error, down to the one that caused it. */
function describeFault({
  name,
  message,
  stack = "",
  cause,
}: Error): Readonly<Record<string, unknown>> {
  return {
    name,
    message: message.replace(GIVEN, "").slice(0, LONGEST_MESSAGE),
    // The stack begins with the message.
    stack: stack.replace(message, "").slice(0, LONGEST_MESSAGE),
    ...(cause instanceof Error ? { cause: describeFault(cause) } : {}),
  };
}

function logToStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
