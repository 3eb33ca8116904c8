import { expect, it } from "vitest";
import type { Role } from "../../packages/api/src/access/roles.ts";
import type { ApiContract, ScenarioDetail } from "../../packages/api/src/contract.ts";
import { testDatabase } from "../support/database.ts";
import {
  type HostileRequest,
  hostileRequest,
  requestsWithControlCharacters,
} from "../support/hostile-requests.ts";
import { appOver, keepSchool } from "../support/kept-school.ts";
import { readOpenApi } from "../support/openapi-operations.ts";
import type { Plausible } from "../support/plausible-json.ts";
import { createRandom } from "../support/random.ts";
import { connectionFrom, cookieOf } from "../support/signed-in.ts";
import { whoSends } from "../support/who-sends.ts";

const REQUESTS = 300;
const SEED = 20_260_101;
const ROLES: readonly Role[] = ["administrator", "editor", "approver", "auditor", "director"];
const { pool } = testDatabase();

type App = ReturnType<typeof appOver>;

it("requests that nobody should send are refused in good order", async () => {
  const logged: string[] = [];
  const { store, run } = await keepSchool(pool);
  const app = appOver(store, { as: "nobody", log: (line) => logged.push(line) });
  const clock = (): Date => new Date("2026-11-23T10:00:00.000Z");
  const enter = async (role: Role) => ({ role, cookie: await cookieOf(store, role, { clock }) });
  const people = await Promise.all(ROLES.map(enter));
  const scenario = await makeScenario(app, people[1]?.cookie ?? "", run);
  const setting: Plausible = {
    openApi: readOpenApi(await read(app, "/openapi.json", people[0]?.cookie ?? "")),
    random: createRandom(SEED),
    known: {
      ...{ scenarioId: [scenario.id], runId: [run.id], engineVersion: [run.engineVersion] },
      ...{ hash: [run.registerHash, run.methodologyHash], registerHash: [run.registerHash] },
      methodologyHash: [run.methodologyHash],
    },
  };
  const faults: string[] = [];
  const statuses = new Set<number>();
  const requests = [
    ...[1, 2, 3].flatMap(() => requestsWithControlCharacters(setting)),
    ...Array.from({ length: REQUESTS }, () => hostileRequest(setting)),
  ];
  for (const request of requests) {
    const place = whoSends(setting.random, request, people);
    const person = people[place];
    const status = await send(app, request, person?.cookie);
    // The request before may have ended the session.
    if (status === 401 && person !== undefined) people[place] = await enter(person.role);
    statuses.add(status); if (request.about.includes("a control")) console.log(status, person?.role, request.about, request.target.slice(0, 90));
    if (status >= 500) faults.push(`${status}: ${request.about} ${request.target.slice(0, 200)}`);
  }
  expect(faults).toEqual([]);
  expect(logged).toEqual([]);
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 403, 404, 405, 413, 415]));
}, 60_000);

async function makeScenario(
  app: App,
  cookie: string,
  { registerHash, methodologyHash, budgetYear }: ApiContract["/runs"]["items"][number],
): Promise<ScenarioDetail> {
  const body = { name: "A", registerHash, methodologyHash, budgetYear };
  const answer = await app.request("/api/v1/scenarios", {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as ScenarioDetail;
}

async function read(app: App, path: string, cookie: string): Promise<unknown> {
  const answer = await app.request(`/api/v1${path}`, { headers: { cookie } });
  return (await answer.json()) as unknown;
}

/** The status of the answer; 400 where no request can be made of it at all. */
async function send(
  app: App,
  { target, method, headers, body }: HostileRequest,
  cookie: string | undefined,
): Promise<number> {
  const request = requestOf(`http://localhost${target}`, {
    method,
    headers: [...headers, ...(cookie === undefined ? [] : [["cookie", cookie] as const])].map(
      ([name, value]): [string, string] => [name, value],
    ),
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  if (request === undefined) return 400;
  const answer = await app.request(request, undefined, connectionFrom("127.0.0.1"));
  // An answer without an end, such as that of events, is left.
  await (answer.headers.get("content-type")?.startsWith("text/event-stream") === true
    ? answer.body?.cancel()
    : answer.arrayBuffer());
  return answer.status;
}

function requestOf(address: string, init: RequestInit): Request | undefined {
  try {
    return new Request(address, init);
  } catch {
    return undefined;
  }
}
