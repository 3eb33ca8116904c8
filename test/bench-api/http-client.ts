/**
 * The API as a browser asks it: over connections that stay open, with the cookie of a session.
 *
 * The bench is a process of its own: what it does itself never stands in the way of the server.
 */
import { Agent, type IncomingHttpHeaders, request as send } from "node:http";
import { gunzipSync } from "node:zlib";
import type { Session } from "./session.ts";

export type Question = {
  readonly method?: string;
  /** Below `/api/v1`, with its query. */
  readonly path: string;
  readonly session?: Session;
  readonly body?: unknown;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, packed where the server packed it. */
  readonly body: Buffer;
};

export type Client = {
  /** The answer, whatever its status; fails where no answer came. */
  readonly ask: (question: Question) => Promise<Answer>;
  readonly close: () => void;
};

const BASE = "/api/v1";
const CONNECTIONS = 128;
const PATIENCE_MS = 30_000;
/** Less than the server's 5 seconds: no request goes out while the server hangs up. */
const IDLE_MS = 3_000;

/** Asks the server at this origin: `http://localhost:41234`. */
export function createClient(origin: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, timeout: IDLE_MS });
  const { hostname, port } = new URL(origin);
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const body = question.body === undefined ? undefined : JSON.stringify(question.body);
      const asked = send(
        {
          ...{ agent, hostname, port, path: BASE + question.path, timeout: PATIENCE_MS },
          method: question.method ?? "GET",
          headers: headersOf(question, body),
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("error", reject);
          answer.on("end", () => {
            const { statusCode = 0, headers } = answer;
            resolve({ status: statusCode, headers, body: Buffer.concat(parts) });
          });
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
      asked.on("error", reject);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** What an answer says; fails where it is a refusal. */
export async function askFor<Value>(client: Client, question: Question): Promise<Value> {
  const answer = await client.ask(question);
  if (isWell(answer.status)) return readAnswer(answer) as Value;
  const said = textOf(answer).slice(0, 1000);
  throw new Error(`${question.method ?? "GET"} ${question.path}: ${answer.status} ${said}`);
}

/** What stands in an answer; nothing in one without content. */
export function readAnswer(answer: Answer): unknown {
  return answer.body.length === 0 ? undefined : (JSON.parse(textOf(answer)) as unknown);
}

/** Whether a status says that the question was answered. */
export function isWell(status: number): boolean {
  return status >= 200 && status < 400;
}

function textOf({ headers, body }: Answer): string {
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}

function headersOf(
  { session, method = "GET" }: Question,
  body: string | undefined,
): Readonly<Record<string, string>> {
  return {
    "accept-encoding": "gzip",
    ...(session === undefined ? {} : { cookie: session.cookie }),
    ...(method === "GET" ? {} : { "content-type": "application/json" }),
    ...(body === undefined ? {} : { "content-length": `${Buffer.byteLength(body)}` }),
  };
}
