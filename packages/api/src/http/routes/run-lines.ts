/** The lines of a run: as pages, as a file, and why one of them is what it is. */
import { createRoute, z } from "@hono/zod-openapi";
import { InvariantViolation, type Issue, issue, schemeOfIds } from "@zhanbasy/core";
import type { RunLine } from "../../contract.ts";
import { linesCsv } from "../../files/lines-csv.ts";
import { explainRun } from "../../usecases/explain-run.ts";
import type { RunStore } from "../../usecases/ports.ts";
import { sendKept, sendKeptJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, KEPT, MALFORMED } from "../describe-route.ts";
import { packText } from "../kept-answers.ts";
import { refuse, refuseUnknown } from "../problem.ts";
import { languageQuery, linePageQuery, runParameter, traceQuery } from "../request-schemas.ts";
import { lineSchema, pageSchema, traceSchema } from "../schemas.ts";

const lines = createRoute({
  method: "get",
  path: "/runs/{runId}/lines",
  tags: ["runs"],
  summary: "The lines of a run by organisation, tier, budget code and method",
  request: { params: runParameter, query: linePageQuery },
  responses: {
    200: jsonAnswer(pageSchema(lineSchema), "A part of the lines"),
    ...MALFORMED,
    ...KEPT,
  },
});

const file = createRoute({
  method: "get",
  path: "/runs/{runId}/lines.csv",
  tags: ["runs"],
  summary: "The lines of a run as the file that `zhanbasy calculate --out` writes",
  request: { params: runParameter, query: languageQuery },
  responses: {
    200: { description: "Tenge", content: { "text/csv": { schema: z.string() } } },
    ...MALFORMED,
    ...KEPT,
  },
});

const trace = createRoute({
  method: "get",
  path: "/runs/{runId}/trace",
  tags: ["runs"],
  summary: "Why a line is what it is, down to counts and clauses",
  request: { params: runParameter, query: traceQuery },
  responses: {
    200: jsonAnswer(traceSchema, "A graph; its first node is the figure"),
    ...MALFORMED,
    ...KEPT,
  },
});

/** Adds what is below `/runs/{runId}` about lines. */
export function addRunLineRoutes(api: Api, context: ApiContext): void {
  const { runs } = context.store;
  api.openapi(lines, async (request) => {
    const { runId } = request.req.valid("param");
    const { limit, after } = request.req.valid("query");
    return sendKeptJson(context, request, {
      name: `runs/${runId}/lines/${limit}/${after ?? ""}`,
      find: () => runs.findLines(runId, { limit, after }),
      otherwise: () => refuseUnknown(request, unknownRun(runId)),
    });
  });
  api.openapi(file, async (request) => {
    const { runId } = request.req.valid("param");
    const response = await sendKept(context, request, {
      name: `runs/${runId}/lines.csv`,
      make: async () => {
        const csv = await findCsv(runs, runId);
        return csv === undefined ? undefined : packText(csv, "text/csv; charset=utf-8");
      },
      otherwise: () => refuseUnknown(request, unknownRun(runId)),
    });
    const name = `zhanbasy-${runId.slice(0, 8)}.csv`;
    if (response.ok) response.headers.set("content-disposition", `attachment; filename="${name}"`);
    return response;
  });
  api.openapi(trace, async (request) => {
    const { runId } = request.req.valid("param");
    const { organisation, line, of } = request.req.valid("query");
    const figure = { organisationId: organisation, line, of };
    const explain = () => explainRun(context.reproduce, runId, figure);
    return sendKeptJson(context, request, {
      name: `runs/${runId}/trace/${of}/${organisation}/${line}`,
      find: async () => {
        const found = await explain();
        return found?.ok === true ? found.value : undefined;
      },
      otherwise: async () => {
        const found = await explain();
        if (found === undefined || found.ok) return refuseUnknown(request, unknownRun(runId));
        return refuse(request, "not-found", { issues: found.issues });
      },
    });
  });
}

function unknownRun(value: string): Issue {
  return issue("run-unknown", {}, { value });
}

/** All lines of a run, which add up to its total. */
async function findCsv(runs: RunStore, runId: string): Promise<string | undefined> {
  const run = await runs.find(runId);
  if (run === undefined) return undefined;
  const page = await runs.findLines(runId, { limit: run.lineCount, after: undefined });
  const items: readonly RunLine[] = page?.items ?? [];
  const kept = items.map((line) => ({ ...line, amount: BigInt(line.amountTiyn) }));
  const total = kept.reduce((sum, { amount }) => sum + amount, 0n);
  if (total.toString() !== run.totalTiyn) {
    throw new InvariantViolation(`run ${runId} adds up to its total`);
  }
  const ids = kept.map(({ organisationId }) => organisationId).filter((id) => id !== "");
  return linesCsv(kept, schemeOfIds(ids));
}
