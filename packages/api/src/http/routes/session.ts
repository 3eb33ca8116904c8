/** Who is signed in; signing in and out. */
import { createRoute } from "@hono/zod-openapi";
import type { ApiContract, SessionState } from "../../contract.ts";
import { personEntry } from "../../usecases/people-context.ts";
import { enterAsSample, signIn } from "../../usecases/sign-in.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext, ApiRequest } from "../api-context.ts";
import { jsonAnswer, OTHER_METHOD } from "../describe-route.ts";
import { refuseAttempt, sendCookies } from "../entering.ts";
import { sampleRequest, signInRequest } from "../people-request-schemas.ts";
import { sessionStateSchema } from "../people-schemas.ts";
import { refuse } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { isAtThisComputer, networksOf, visitorOf } from "../visitor.ts";
import { ENTERED, jsonBody, WRITING } from "../writing-routes.ts";

const read = createRoute({
  method: "get",
  path: "/session",
  tags: ["session"],
  summary: "Who is signed in, and in which ways one can sign in here",
  responses: { 200: jsonAnswer(sessionStateSchema, "The session"), ...OTHER_METHOD },
});

const enter = createRoute({
  method: "post",
  path: "/session",
  tags: ["session"],
  summary: "Signs in with a password",
  ...jsonBody(signInRequest),
  responses: { ...ENTERED, ...WRITING },
});

const enterSample = createRoute({
  method: "post",
  path: "/session/sample",
  tags: ["session"],
  summary: "Signs in as an invented person of the demonstration, at this computer only",
  ...jsonBody(sampleRequest),
  responses: { ...ENTERED, ...WRITING },
});

const leave = createRoute({
  method: "delete",
  path: "/session",
  tags: ["session"],
  summary: "Signs out",
  request: { query: languageQuery },
  responses: { ...ENTERED, ...WRITING },
});

/** Adds `/session` and `/session/sample`. */
export function addSessionRoutes(api: Api, context: ApiContext): void {
  const isTrusted = networksOf(context.reach.trustedProxies);
  api.openapi(read, async (request) => {
    const answer: ApiContract["/session"] = await describeSession(context, request);
    return sendJson(answer);
  });
  api.openapi(enter, async (request) => {
    const credentials = request.req.valid("json");
    const outcome = await signIn(context, credentials, visitorOf(request, isTrusted));
    if (outcome.kind !== "done") return refuseAttempt(request, outcome, "sign-in-refused");
    await endReplaced(context, request);
    return sendCookies(outcome.value.cookies);
  });
  api.openapi(enterSample, async (request) => {
    if (!isAtThisComputer(request, context.reach)) return refuse(request, "demonstration-closed");
    const { personId } = request.req.valid("json");
    await context.tellDemonstration();
    const entered = await enterAsSample(context, personId, visitorOf(request, isTrusted));
    if (entered === undefined) return refuse(request, "demonstration-closed");
    await endReplaced(context, request);
    return sendCookies(entered.cookies);
  });
  api.openapi(leave, async (request) => {
    await endReplaced(context, request);
    return sendCookies([context.identity.forgetting]);
  });
}

/** The session that the request carried is over: it was left, or another one took its place. */
async function endReplaced(context: ApiContext, request: ApiRequest): Promise<void> {
  const actor = request.get("actor");
  const sessionId = request.get("sessionId");
  if (actor === undefined || sessionId === undefined) return;
  const { personId } = actor;
  const madeAt = context.clock();
  const entry = personEntry({ madeAt, actor: personId, action: "signed-out", personId });
  await context.store.sessions.end(sessionId, entry);
}

async function describeSession(context: ApiContext, request: ApiRequest): Promise<SessionState> {
  const { store, identity, letters, reach } = context;
  const actor = request.get("actor");
  const isHere = isAtThisComputer(request, reach);
  const person = actor === undefined ? undefined : await store.people.find(actor.personId);
  const isFirstRun = person === undefined && (await store.people.isEmpty());
  const samples = isHere ? await store.people.listSamples() : [];
  return {
    person: person ?? null,
    isFirstRun,
    canOpenDemonstration: isFirstRun && isHere,
    samples:
      samples.length === 0
        ? null
        : samples.map(({ id, name, role, organisationIds }) => ({
            ...{ id, name, role, organisationIds },
          })),
    singleSignOn: identity.singleSignOn?.name ?? null,
    hasMail: letters !== undefined,
    idleMinutes: reach.idleMinutes,
  };
}
