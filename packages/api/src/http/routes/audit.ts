/** The journal: its entries, and whether its chain holds. */
import { createRoute } from "@hono/zod-openapi";
import type { ApiContract } from "../../contract.ts";
import { sendJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { auditPageQuery } from "../publication-request-schemas.ts";
import { auditEntrySchema, auditStateSchema } from "../publication-schemas.ts";
import { languageQuery } from "../request-schemas.ts";
import { pageSchema } from "../schemas.ts";

const list = createRoute({
  method: "get",
  path: "/audit",
  tags: ["audit"],
  summary: "Entries of the journal, newest first",
  request: { query: auditPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(auditEntrySchema), "A part of the journal"),
    ...{ ...MALFORMED, ...OTHER_METHOD },
  },
});

const state = createRoute({
  method: "get",
  path: "/audit/state",
  tags: ["audit"],
  summary: "Reads the whole journal and tells whether each entry follows from the one before",
  request: { query: languageQuery },
  responses: {
    200: jsonAnswer(auditStateSchema, "The state of the chain"),
    ...{ ...MALFORMED, ...OTHER_METHOD },
  },
});

/** Adds `/audit` and what is below. */
export function addAuditRoutes(api: Api, context: ApiContext): void {
  const { audit } = context.store;
  api.openapi(list, (request) => {
    const { limit, after, subject } = request.req.valid("query");
    return sendList<ApiContract["/audit"]>(request, {
      after,
      find: audit.find,
      list: () => audit.list({ limit, after }, subject),
    });
  });
  api.openapi(state, async () => {
    const answer: ApiContract["/audit/state"] = await audit.verify();
    return sendJson(answer);
  });
}
