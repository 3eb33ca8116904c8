/** Methodologies: the law as data, and what its words are called. */
import { createRoute } from "@hono/zod-openapi";
import { InvariantViolation, type Issue, issue, parseMethodology } from "@zhanbasy/core";
import type { ApiContract, MethodologyDetail } from "../../contract.ts";
import { layersOf } from "../../usecases/kept-inputs.ts";
import { methodologyNames } from "../../usecases/methodology-names.ts";
import type { MethodologyStore } from "../../usecases/ports.ts";
import { sendKeptJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, KEPT, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { refuseUnknown } from "../problem.ts";
import { hashPageQuery, hashParameter, languageQuery } from "../request-schemas.ts";
import {
  documentsSchema,
  methodologyDetailSchema,
  methodologySchema,
  pageSchema,
} from "../schemas.ts";

const TAGS = ["methodologies"];

const list = createRoute({
  method: "get",
  path: "/methodologies",
  tags: TAGS,
  summary: "Methodologies, newest first",
  request: { query: hashPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(methodologySchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const one = createRoute({
  method: "get",
  path: "/methodologies/{hash}",
  tags: TAGS,
  summary: "A methodology with the names of its codes, values and rules",
  request: { params: hashParameter, query: languageQuery },
  responses: { 200: jsonAnswer(methodologyDetailSchema, "With names"), ...MALFORMED, ...KEPT },
});

const documents = createRoute({
  method: "get",
  path: "/methodologies/{hash}/documents",
  tags: TAGS,
  summary: "The documents of a methodology as they were read",
  request: { params: hashParameter, query: languageQuery },
  responses: { 200: jsonAnswer(documentsSchema, "Base layer first"), ...MALFORMED, ...KEPT },
});

/** Adds `/methodologies` and what is below. */
export function addMethodologyRoutes(api: Api, context: ApiContext): void {
  const { methodologies } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/methodologies"]>(request, {
      after,
      find: methodologies.find,
      list: () => methodologies.list({ limit, after }),
    });
  });
  api.openapi(one, (request) => {
    const { hash } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknown(hash));
    const find = () => findDetail(methodologies, hash);
    return sendKeptJson(context, request, { name: `methodologies/${hash}`, find, otherwise });
  });
  api.openapi(documents, (request) => {
    const { hash } = request.req.valid("param");
    const name = `methodologies/${hash}/documents`;
    const otherwise = () => refuseUnknown(request, unknown(hash));
    const find = () => methodologies.findDocuments(hash);
    return sendKeptJson(context, request, { name, find, otherwise });
  });
}

async function findDetail(
  methodologies: MethodologyStore,
  hash: string,
): Promise<MethodologyDetail | undefined> {
  const [summary, kept] = await Promise.all([
    methodologies.find(hash),
    methodologies.findDocuments(hash),
  ]);
  if (summary === undefined || kept === undefined) return undefined;
  const parsed = parseMethodology(layersOf(kept));
  if (!parsed.ok) throw new InvariantViolation(`kept methodology ${hash} is without faults`);
  return { ...summary, names: methodologyNames(parsed.value) };
}

function unknown(value: string): Issue {
  return issue("methodology-unknown", {}, { value });
}
