/** What a director is shown: the lines of their own organisations, by the current issue. */
import { createRoute } from "@hono/zod-openapi";
import { issue } from "@zhanbasy/core";
import type { ApiContract } from "../../contract.ts";
import { createOwnAllocationReader } from "../../usecases/own-allocation.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { refuseUnknown } from "../problem.ts";
import { organisationParameter } from "../publication-request-schemas.ts";
import { ownAllocationSchema } from "../publication-schemas.ts";
import { languageQuery } from "../request-schemas.ts";
import { UNKNOWN } from "../writing-routes.ts";

const all = createRoute({
  method: "get",
  path: "/own/allocation",
  tags: ["own"],
  summary: "The lines of one's own organisations by the current issue",
  request: { query: languageQuery },
  responses: {
    200: jsonAnswer(ownAllocationSchema, "Own organisations and nobody else's"),
    ...{ ...MALFORMED, ...OTHER_METHOD },
  },
});

const one = createRoute({
  method: "get",
  path: "/own/organisations/{organisationId}",
  tags: ["own"],
  summary: "The same for one of one's own organisations",
  request: { params: organisationParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(ownAllocationSchema, "That organisation"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
  },
});

/** Adds `/own` and what is below; what is not one's own is answered like what does not exist. */
export function addOwnRoutes(api: Api, context: ApiContext): void {
  const readOwn = createOwnAllocationReader(context.store);
  api.openapi(all, async (request) => {
    const answer: ApiContract["/own/allocation"] = await readOwn(actorOf(request).organisationIds);
    return sendJson(answer);
  });
  api.openapi(one, async (request) => {
    const { organisationId } = request.req.valid("param");
    const isOwn = actorOf(request).organisationIds.includes(organisationId);
    const answer: ApiContract["/own/organisations/{organisationId}"] | undefined = isOwn
      ? await readOwn([organisationId])
      : undefined;
    const unknown = issue("organisation-absent", {}, { value: organisationId });
    return answer === undefined ? refuseUnknown(request, unknown) : sendJson(answer);
  });
}
