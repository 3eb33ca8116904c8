/** What people change of their own account, and how a forgotten password is replaced. */
import { createRoute } from "@hono/zod-openapi";
import type { Person } from "../../contract.ts";
import { networkHurdle } from "../../usecases/lock-out.ts";
import {
  changeOwnAccount,
  changeOwnPassword,
  endOtherSessions,
  resetPassword,
  sendResetLetter,
} from "../../usecases/own-account.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer } from "../describe-route.ts";
import { actorOf, refuseAttempt, refuseLocked, sendCookies, sendDone } from "../entering.ts";
import {
  newPasswordRequest,
  ownAccountRequest,
  passwordRequest,
  resetRequest,
  tokenParameter,
} from "../people-request-schemas.ts";
import { personSchema } from "../people-schemas.ts";
import { refuse } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { networksOf, visitorOf } from "../visitor.ts";
import { DONE, ENTERED, jsonBody, jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const change = createRoute({
  method: "patch",
  path: "/session/person",
  tags: ["session"],
  summary: "Changes the own name or language",
  ...jsonBody(ownAccountRequest),
  responses: { 200: jsonAnswer(personSchema, "The person"), ...WRITING },
});

const changePassword = createRoute({
  method: "post",
  path: "/session/password",
  tags: ["session"],
  summary: "Takes another password; all other sessions end",
  ...jsonBody(passwordRequest),
  responses: { ...ENTERED, ...WRITING },
});

const endOthers = createRoute({
  method: "delete",
  path: "/session/others",
  tags: ["session"],
  summary: "Signs out everywhere else",
  request: { query: languageQuery },
  responses: { ...DONE, ...WRITING },
});

const askReset = createRoute({
  method: "post",
  path: "/password-resets",
  tags: ["session"],
  summary: "Sends a letter with a link, when the address has an account",
  ...jsonBody(resetRequest),
  responses: { 202: { description: "The same for every address" }, ...WRITING },
});

const reset = createRoute({
  method: "post",
  path: "/password-resets/{token}",
  tags: ["session"],
  summary: "Sets a forgotten password by the link of the letter",
  ...jsonBodyAt(tokenParameter, newPasswordRequest),
  responses: { ...DONE, ...UNKNOWN, ...WRITING },
});

/** Adds `/session/person`, `/session/password`, `/session/others` and `/password-resets`. */
export function addAccountRoutes(api: Api, context: ApiContext): void {
  const isTrusted = networksOf(context.reach.trustedProxies);
  api.openapi(change, async (request) => {
    const asked = request.req.valid("json");
    const person: Person = await changeOwnAccount(context, actorOf(request), asked);
    return sendJson(person);
  });
  api.openapi(changePassword, async (request) => {
    const asked = request.req.valid("json");
    const { personId } = actorOf(request);
    const visitor = visitorOf(request, isTrusted);
    const changed = await changeOwnPassword(context, { personId, ...asked }, visitor);
    switch (changed.kind) {
      case "refused":
        return refuse(request, "password-refused", { issues: changed.issues });
      case "done":
        return sendCookies(changed.value.cookies);
      case "failed":
      case "locked":
        return refuseAttempt(request, changed, "password-wrong");
    }
  });
  api.openapi(endOthers, async (request) => {
    const sessionId = request.get("sessionId");
    if (sessionId !== undefined) await endOtherSessions(context, actorOf(request), sessionId);
    return sendDone();
  });
  addResets(api, context);
}

function addResets(api: Api, context: ApiContext): void {
  const { store, identity, clock, log } = context;
  const isTrusted = networksOf(context.reach.trustedProxies);
  api.openapi(askReset, async (request) => {
    const { email } = request.req.valid("json");
    const { address } = visitorOf(request, isTrusted);
    const { key, rule } = networkHurdle(identity, "reset", address);
    const now = clock();
    const { isRefused, lockedUntil = now } = await store.failures.attempt(key, rule, now);
    if (isRefused) {
      return refuseLocked(request, Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000));
    }
    // Answered before anything is looked up, so that the time tells nothing either.
    sendResetLetter(context, email).catch((error: unknown) => {
      log(JSON.stringify({ event: "reset-letter-not-sent", reason: reasonOf(error) }));
    });
    return sendDone(202);
  });
  api.openapi(reset, async (request) => {
    const { token } = request.req.valid("param");
    const { password } = request.req.valid("json");
    const visitor = visitorOf(request, isTrusted);
    const outcome = await resetPassword(context, { token, password }, visitor);
    switch (outcome.kind) {
      case "refused":
        return refuse(request, "password-refused", { issues: outcome.issues });
      case "done":
        return sendDone();
      case "failed":
      case "locked":
        return refuseAttempt(request, outcome, "link-unknown");
    }
  });
}

/** A code such as ECONNREFUSED: the message may hold the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
