/** Registers: who exists and who was counted. */
import { createRoute } from "@hono/zod-openapi";
import { type Issue, issue } from "@zhanbasy/core";
import type { ApiContract } from "../../contract.ts";
import { sendKeptJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, KEPT, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { refuseUnknown } from "../problem.ts";
import { hashPageQuery, hashParameter, languageQuery } from "../request-schemas.ts";
import { pageSchema, registerColumnsSchema, registerSchema } from "../schemas.ts";

const TAGS = ["registers"];

const list = createRoute({
  method: "get",
  path: "/registers",
  tags: TAGS,
  summary: "Registers, newest first",
  request: { query: hashPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(registerSchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const one = createRoute({
  method: "get",
  path: "/registers/{hash}",
  tags: TAGS,
  summary: "A register by the hash of its content",
  request: { params: hashParameter, query: languageQuery },
  responses: { 200: jsonAnswer(registerSchema, "The register"), ...MALFORMED, ...KEPT },
});

const columns = createRoute({
  method: "get",
  path: "/registers/{hash}/columns",
  tags: TAGS,
  summary: "All that a register holds: the input of a calculation",
  request: { params: hashParameter, query: languageQuery },
  responses: { 200: jsonAnswer(registerColumnsSchema, "Columns"), ...MALFORMED, ...KEPT },
});

/** Adds `/registers` and what is below. */
export function addRegisterRoutes(api: Api, context: ApiContext): void {
  const { registers } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/registers"]>(request, {
      after,
      find: registers.find,
      list: () => registers.list({ limit, after }),
    });
  });
  api.openapi(one, (request) => {
    const { hash } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknown(hash));
    const find = () => registers.find(hash);
    return sendKeptJson(context, request, { name: `registers/${hash}`, find, otherwise });
  });
  api.openapi(columns, (request) => {
    const { hash } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknown(hash));
    const find = () => registers.findColumns(hash);
    return sendKeptJson(context, request, { name: `registers/${hash}/columns`, find, otherwise });
  });
}

function unknown(value: string): Issue {
  return issue("register-unknown", {}, { value });
}
