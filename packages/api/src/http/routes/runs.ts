/** Runs: what was calculated, and calculating anew. */
import { createRoute } from "@hono/zod-openapi";
import { type Issue, issue, type Tiyn } from "@zhanbasy/core";
import { bodyLimit } from "hono/body-limit";
import type { ApiContract } from "../../contract.ts";
import { calculateRun } from "../../usecases/calculate-run.ts";
import type { Envelope } from "../../usecases/ports.ts";
import { sendKeptJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, KEPT, MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { BODY_BYTES_LIMIT, refuseSize } from "../guard.ts";
import { refuse, refuseUnknown } from "../problem.ts";
import { languageQuery, runPageQuery, runParameter, runRequestSchema } from "../request-schemas.ts";
import {
  pageSchema,
  runColumnsSchema,
  runDetailSchema,
  runSchema,
  totalsSchema,
} from "../schemas.ts";

const list = createRoute({
  method: "get",
  path: "/runs",
  tags: ["runs"],
  summary: "Runs, newest first",
  request: { query: runPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(runSchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const create = createRoute({
  method: "post",
  path: "/runs",
  tags: ["runs"],
  summary: "Calculates a kept register under a kept methodology and keeps the run",
  request: {
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: runRequestSchema } } },
  },
  middleware: [
    bodyLimit({ maxSize: BODY_BYTES_LIMIT, onError: (request) => refuseSize(request) }),
  ] as const,
  responses: {
    201: {
      ...jsonAnswer(runSchema, "The run"),
      headers: { location: { schema: { type: "string" }, description: "Where the run is" } },
    },
    ...MALFORMED,
    403: problemAnswer("Asked by another site"),
    413: problemAnswer("The request is too large"),
    415: problemAnswer("The request is no JSON"),
    422: problemAnswer("The calculation was refused, with every issue"),
    ...OTHER_METHOD,
  },
});

const one = createRoute({
  method: "get",
  path: "/runs/{runId}",
  tags: ["runs"],
  summary: "A run with its totals, the assumed values under it and its warnings",
  request: { params: runParameter, query: languageQuery },
  responses: { 200: jsonAnswer(runDetailSchema, "The run"), ...MALFORMED, ...KEPT },
});

const totals = createRoute({
  method: "get",
  path: "/runs/{runId}/totals",
  tags: ["runs"],
  summary: "Every way of adding up the lines of a run",
  request: { params: runParameter, query: languageQuery },
  responses: { 200: jsonAnswer(totalsSchema, "The totals"), ...MALFORMED, ...KEPT },
});

const columns = createRoute({
  method: "get",
  path: "/runs/{runId}/columns",
  tags: ["runs"],
  summary: "A run as columns for a sheet",
  request: { params: runParameter, query: languageQuery },
  responses: { 200: jsonAnswer(runColumnsSchema, "Columns"), ...MALFORMED, ...KEPT },
});

/** Adds `/runs` and what is below, but for lines and traces. */
export function addRunRoutes(api: Api, context: ApiContext): void {
  const { runs } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/runs"]>(request, {
      after,
      find: runs.find,
      list: () => runs.list({ limit, after }),
    });
  });
  api.openapi(one, (request) => {
    const { runId } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknownRun(runId));
    const find = () => runs.findDetail(runId);
    return sendKeptJson(context, request, { name: `runs/${runId}`, find, otherwise });
  });
  api.openapi(totals, (request) => {
    const { runId } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknownRun(runId));
    const find = () => runs.findTotals(runId);
    return sendKeptJson(context, request, { name: `runs/${runId}/totals`, find, otherwise });
  });
  api.openapi(columns, (request) => {
    const { runId } = request.req.valid("param");
    const otherwise = () => refuseUnknown(request, unknownRun(runId));
    const find = () => runs.findColumns(runId);
    return sendKeptJson(context, request, { name: `runs/${runId}/columns`, find, otherwise });
  });
}

/** Adds the calculation of new runs. */
export function addCalculationRoute(api: Api, context: ApiContext): void {
  api.openapi(create, async (request) => {
    const { knownOn, envelopeTenge, ...asked } = request.req.valid("json");
    const envelope = envelopeOf(envelopeTenge);
    const { methodology, result } = await calculateRun(context, { ...asked, knownOn, envelope });
    if (!result.ok) {
      return refuse(request, "refused", { issues: result.issues, methodology });
    }
    return new Response(JSON.stringify(result.value), {
      status: 201,
      headers: {
        "content-type": "application/json; charset=utf-8",
        location: `/api/v1/runs/${result.value.id}`,
      },
    });
  });
}

function unknownRun(value: string): Issue {
  return issue("run-unknown", {}, { value });
}

/** Nobody names an act for the limit yet, so it is assumed. */
function envelopeOf(limit: Tiyn | undefined): Envelope | undefined {
  return limit === undefined ? undefined : { limit, status: "assumed" };
}
