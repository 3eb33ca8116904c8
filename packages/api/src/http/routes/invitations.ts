/** Invitations: made and taken back by an administrator, accepted by who got the letter. */
import { createRoute } from "@hono/zod-openapi";
import { issue } from "@zhanbasy/core";
import type { ApiContract, ApiWriting } from "../../contract.ts";
import {
  acceptInvitation,
  findOffer,
  invite,
  revokeInvitation,
} from "../../usecases/invite-people.ts";
import { sendJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { actorOf, refuseAttempt, sendCookies, sendDone } from "../entering.ts";
import {
  acceptanceRequest,
  invitationParameter,
  invitationRequest,
  personPageQuery,
  tokenParameter,
} from "../people-request-schemas.ts";
import { invitationSchema, madeInvitationSchema, openInvitationSchema } from "../people-schemas.ts";
import { refuse, refuseUnknown } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { pageSchema } from "../schemas.ts";
import { networksOf, visitorOf } from "../visitor.ts";
import { DONE, ENTERED, jsonBody, jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const list = createRoute({
  method: "get",
  path: "/invitations",
  tags: ["people"],
  summary: "Invitations, newest first",
  request: { query: personPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(invitationSchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const make = createRoute({
  method: "post",
  path: "/invitations",
  tags: ["people"],
  summary: "Invites somebody by a letter, or by a link that is told once",
  ...jsonBody(invitationRequest),
  responses: { 201: jsonAnswer(madeInvitationSchema, "The invitation"), ...WRITING },
});

const revoke = createRoute({
  method: "delete",
  path: "/invitations/{invitationId}",
  tags: ["people"],
  summary: "Takes an invitation back",
  request: { params: invitationParameter, query: languageQuery },
  responses: { ...DONE, ...UNKNOWN, ...WRITING },
});

const offer = createRoute({
  method: "get",
  path: "/invitations/{token}/offer",
  tags: ["people"],
  summary: "What an invitation offers",
  request: { params: tokenParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(openInvitationSchema, "The offer"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
    429: problemAnswer("Too many failures: wait"),
  },
});

const accept = createRoute({
  method: "post",
  path: "/invitations/{token}/acceptance",
  tags: ["people"],
  summary: "Makes the account that was offered, and signs it in",
  ...jsonBodyAt(tokenParameter, acceptanceRequest),
  responses: { ...ENTERED, ...UNKNOWN, ...WRITING },
});

/** Adds `/invitations` and what is below. */
export function addInvitationRoutes(api: Api, context: ApiContext): void {
  const { invitations } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    const now = context.clock();
    return sendList<ApiContract["/invitations"]>(request, {
      after,
      find: (id) => invitations.find(id, now),
      list: () => invitations.list({ limit, after }, now),
    });
  });
  api.openapi(make, async (request) => {
    const made = await invite(context, actorOf(request), request.req.valid("json"));
    switch (made.kind) {
      case "made": {
        const answer: ApiWriting["POST /invitations"] = made.invitation;
        return sendJson(answer, 201);
      }
      case "refused":
        return refuse(request, "person-refused", { issues: made.issues });
      case "address-taken":
        return refuse(request, made.kind);
    }
  });
  api.openapi(revoke, async (request) => {
    const { invitationId } = request.req.valid("param");
    const revoked = await revokeInvitation(context, actorOf(request), invitationId);
    return revoked === undefined
      ? refuseUnknown(request, issue("invitation-unknown", {}, { value: invitationId }))
      : sendDone();
  });
  addAcceptance(api, context);
}

function addAcceptance(api: Api, context: ApiContext): void {
  const isTrusted = networksOf(context.reach.trustedProxies);
  api.openapi(offer, async (request) => {
    const { token } = request.req.valid("param");
    const found = await findOffer(context, token, visitorOf(request, isTrusted));
    if (found.kind !== "done") return refuseAttempt(request, found, "link-unknown");
    const { email, name, role, language } = found.value;
    const answer: ApiContract["/invitations/{token}/offer"] = { email, name, role, language };
    return sendJson(answer);
  });
  api.openapi(accept, async (request) => {
    const asked = { ...request.req.valid("param"), ...request.req.valid("json") };
    const accepted = await acceptInvitation(context, asked, visitorOf(request, isTrusted));
    switch (accepted.kind) {
      case "entered":
        return sendCookies(accepted.entered.cookies);
      case "refused":
        return refuse(request, "password-refused", { issues: accepted.issues });
      case "failed":
      case "locked":
        return refuseAttempt(request, accepted, "link-unknown");
    }
  });
}
