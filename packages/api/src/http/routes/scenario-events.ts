/**
 * Changes of a scenario as they happen, and who else looks at it: server-sent events.
 *
 * Nothing is told twice and nothing is kept: a page that comes back reads the scenario anew.
 */
import { setTimeout as pause } from "node:timers/promises";
import { createRoute, z } from "@hono/zod-openapi";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { ScenarioEvent } from "../../contract.ts";
import type { Api, ApiContext, ApiRequest } from "../api-context.ts";
import { MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { refuse } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { refuseScenario } from "../scenario-answers.ts";
import { scenarioParameter } from "../scenario-request-schemas.ts";
import { createScenarioWatchers, WINDOWS_LIMIT } from "../scenario-watchers.ts";

const RETRY_MS = 2_000;
/** A page that leaves so many events unread is not there; one that comes back reads anew. */
const UNREAD_LIMIT = 1_000;

const events = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/events",
  tags: ["scenarios"],
  summary: "Changes of a scenario as they happen, and who looks at it",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: {
      description: "Events `revision`, `changed` and `presence`",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...MALFORMED,
    404: problemAnswer("There is no such scenario"),
    429: problemAnswer("The person has too many windows open"),
    ...OTHER_METHOD,
  },
});

/** Adds the events of a scenario. */
export function addScenarioEventRoutes(api: Api, context: ApiContext): void {
  const { store } = context;
  const watchers = createScenarioWatchers(store.scenarioFeed);
  api.openapi(events, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { personId: id, name } = actorOf(request);
    if ((await store.scenarios.findHead(scenarioId)) === undefined) {
      return refuseScenario(request, scenarioId);
    }
    // Nobody would read the events, nor end them.
    if (request.req.method === "HEAD") return new Response(null, { headers: HEADERS });
    const line = createLine();
    const leave = await watchers.enter({ scenarioId, person: { id, name }, tell: line.tell });
    if (leave === undefined) {
      return refuse(request, "too-many-streams", { facts: { limit: `${WINDOWS_LIMIT}` } });
    }
    const response = streamSSE(request, async (stream) => {
      try {
        line.open(stream);
        await keepOpen(context, request, { stream, line });
      } finally {
        leave();
      }
    });
    for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
    return response;
  });
}

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // A server in between may not wait for more.
  "x-accel-buffering": "no",
};

type Line = {
  readonly tell: (event: ScenarioEvent) => void;
  readonly open: (stream: SSEStreamingApi) => void;
  /** Says nothing, so that what lies in between does not take the line for dead. */
  readonly beat: () => void;
};

/**
 * Texts are written one after another, those from before the line was open first. Nobody waits
 * until they are read.
 */
function createLine(): Line {
  const waiting: string[] = [];
  let stream: SSEStreamingApi | undefined;
  let writing = Promise.resolve();
  let unread = 0;
  const write = async (text: string): Promise<void> => {
    await stream?.write(text);
    unread -= 1;
  };
  const send = (text: string): void => {
    if (stream === undefined) waiting.push(text);
    else if (unread >= UNREAD_LIMIT) stream.abort();
    else {
      unread += 1;
      writing = writing.then(() => write(text));
    }
  };
  return {
    tell: (event) => send(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`),
    open: (opened) => {
      stream = opened;
      send(`retry: ${RETRY_MS}\n\n`);
      waiting.splice(0).forEach(send);
    },
    beat: () => send(": \n\n"),
  };
}

/** Until the page leaves, the server ends, or the person is signed out. */
async function keepOpen(
  context: ApiContext,
  request: ApiRequest,
  { stream, line }: { readonly stream: SSEStreamingApi; readonly line: Line },
): Promise<void> {
  const { closing, heartbeatMs } = context;
  const left = new AbortController();
  stream.onAbort(() => left.abort());
  const ended = AbortSignal.any([left.signal, closing]);
  while (!ended.aborted && !stream.aborted) {
    // Its only fault is that the wait was cut short.
    await pause(heartbeatMs, undefined, { signal: ended }).catch(() => undefined);
    if (ended.aborted || !(await isSignedIn(context, request))) return;
    line.beat();
  }
}

/** Who cannot be known now is told nothing: their page asks again, and is refused or let in. */
async function isSignedIn({ findSession }: ApiContext, request: ApiRequest): Promise<boolean> {
  try {
    return (await findSession(request)) !== undefined;
  } catch {
    return false;
  }
}
