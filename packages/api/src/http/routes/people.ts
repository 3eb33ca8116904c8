/** People with an account, as an administrator sees and changes them. */
import { createRoute } from "@hono/zod-openapi";
import { issue } from "@zhanbasy/core";
import type { ApiContract, ApiWriting } from "../../contract.ts";
import { changePerson, endSessionsOf, makePasswordLink } from "../../usecases/manage-people.ts";
import { sendJson, sendList } from "../answers.ts";
import type { Api, ApiContext, ApiRequest } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { actorOf, sendDone } from "../entering.ts";
import {
  emptyRequest,
  personChangeRequest,
  personPageQuery,
  personParameter,
} from "../people-request-schemas.ts";
import { linkSchema, personDetailSchema } from "../people-schemas.ts";
import { refuse, refuseUnknown } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { pageSchema } from "../schemas.ts";
import { DONE, jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const list = createRoute({
  method: "get",
  path: "/people",
  tags: ["people"],
  summary: "People, by name",
  request: { query: personPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(personDetailSchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const change = createRoute({
  method: "patch",
  path: "/people/{personId}",
  tags: ["people"],
  summary: "Changes the rights of a person, or closes the account",
  ...jsonBodyAt(personParameter, personChangeRequest),
  responses: { 200: jsonAnswer(personDetailSchema, "The person"), ...UNKNOWN, ...WRITING },
});

const endSessions = createRoute({
  method: "delete",
  path: "/people/{personId}/sessions",
  tags: ["people"],
  summary: "Signs a person out everywhere",
  request: { params: personParameter, query: languageQuery },
  responses: { ...DONE, ...UNKNOWN, ...WRITING },
});

const passwordLink = createRoute({
  method: "post",
  path: "/people/{personId}/password-link",
  tags: ["people"],
  summary: "A link to a new password to hand over, where no letters can be sent",
  ...jsonBodyAt(personParameter, emptyRequest),
  responses: { 200: jsonAnswer(linkSchema, "The link"), ...UNKNOWN, ...WRITING },
});

/** Adds `/people` and what is below. */
export function addPeopleRoutes(api: Api, context: ApiContext): void {
  const { people } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/people"]>(request, {
      after,
      find: people.find,
      list: () => people.list({ limit, after }, context.clock()),
    });
  });
  api.openapi(change, async (request) => {
    const { personId } = request.req.valid("param");
    const asked = { personId, change: request.req.valid("json") };
    const changed = await changePerson(context, actorOf(request), asked);
    switch (changed.kind) {
      case "changed": {
        const answer: ApiWriting["PATCH /people/{personId}"] = changed.person;
        return sendJson(answer);
      }
      case "refused":
        return refuse(request, "person-refused", { issues: changed.issues });
      case "unknown":
        return refusePerson(request, personId);
      case "last-administrator":
      case "own-administration":
        return refuse(request, changed.kind);
    }
  });
  api.openapi(endSessions, async (request) => {
    const { personId } = request.req.valid("param");
    const ended = await endSessionsOf(context, actorOf(request), personId);
    return ended === undefined ? refusePerson(request, personId) : sendDone();
  });
  api.openapi(passwordLink, async (request) => {
    const { personId } = request.req.valid("param");
    const person = await people.find(personId);
    if (person === undefined) return refusePerson(request, personId);
    if (context.letters !== undefined) return refuse(request, "link-by-mail");
    const link = await makePasswordLink(context, actorOf(request), person);
    return link === undefined ? refusePerson(request, personId) : sendJson({ link });
  });
}

function refusePerson(request: ApiRequest, value: string): Promise<Response> {
  return refuseUnknown(request, issue("person-unknown", {}, { value }));
}
