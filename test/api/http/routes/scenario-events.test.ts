import { beforeAll, describe, expect, it } from "vitest";
import type { PersonName, ScenarioEvent } from "../../../../packages/api/src/contract.ts";
import { WINDOWS_LIMIT } from "../../../../packages/api/src/http/scenario-watchers.ts";
import type { ScenarioChangeEvent } from "../../../../packages/api/src/usecases/scenario-ports.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  rateOf,
} from "../../../support/kept-scenarios.ts";
import { appOver } from "../../../support/kept-school.ts";
import { cookieOf } from "../../../support/signed-in.ts";

const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const { pool } = testDatabase();
let scenarios: KeptScenarios;

let first: Watching;
let second: Watching;

/** Somebody signed in. */
type Watching = { readonly person: PersonName; readonly cookie: string };

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
  [first, second] = await Promise.all([enter("Айгерім"), enter("Динара")]);
});

describe("who looks at a scenario", () => {
  it("is told who else does, and of each revision as it is kept", async () => {
    const scenarioId = await scenarios.newDraft();
    const [actor] = scenarios.editors;
    const server = serve();
    const mine = await server.open(scenarioId, first);
    expect(await mine.next()).toEqual(presence(scenarioId, first));
    const theirs = await server.open(scenarioId, second);
    expect(await mine.next()).toEqual(presence(scenarioId, first, second));
    await keep(scenarios, { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100") }] });
    const revision = { kind: "revision", scenarioId, revision: 2, authorId: actor.personId };
    expect(await mine.next()).toEqual(revision);
    await theirs.leave();
    expect(await mine.next()).toEqual(presence(scenarioId, first));
    await mine.leave();
  });

  it("is told nothing more once the session or the server ends", async () => {
    const scenarioId = await scenarios.newDraft();
    const leaving = await enter("Марат");
    const server = serve();
    const line = await server.open(scenarioId, leaving);
    await line.next();
    await pool.query("DELETE FROM sessions WHERE person_id = $1", [leaving.person.id]);
    expect(await line.next()).toBeUndefined();
    const other = await server.open(scenarioId, second);
    await other.next();
    server.end();
    expect(await other.next()).toBeUndefined();
  });

  it("may have so many windows and no more", async () => {
    const scenarioId = await scenarios.newDraft();
    const server = serve();
    const lines = await Promise.all(
      Array.from({ length: WINDOWS_LIMIT }, () => server.open(scenarioId, first)),
    );
    const answer = await server.ask(scenarioId, first);
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ code: "too-many-streams" });
    await Promise.all(lines.map((line) => line.leave()));
    const again = await server.open(scenarioId, first);
    expect(await again.next()).toEqual(presence(scenarioId, first));
    await again.leave();
  });
});

describe("a page that reads nothing", () => {
  it("is not told any more once its session is over", async () => {
    const leaving = await enter("Марат");
    const { server, line } = await unread(leaving);
    expect(line.isLeft()).toBe(false);
    await pool.query("DELETE FROM sessions WHERE person_id = $1", [leaving.person.id]);
    await expect.poll(line.isLeft).toBe(true);
    server.end();
  });

  it("is given up before its events fill the memory", async () => {
    const { server, scenarioId, line } = await unread(second);
    for (let place = 0; place < 2_000; place += 1) line.tell({ kind: "changed", scenarioId });
    await expect.poll(line.isLeft).toBe(true);
    server.end();
  });

  it("and asks for the head only takes no window", async () => {
    const scenarioId = await scenarios.newDraft();
    const server = serve();
    const path = `/api/v1/scenarios/${scenarioId}/events`;
    for (let place = 0; place <= WINDOWS_LIMIT; place += 1) {
      const head = { method: "HEAD", headers: { cookie: first.cookie } };
      expect((await server.app.request(path, head)).status).toBe(200);
    }
    const line = await server.open(scenarioId, first);
    expect(await line.next()).toEqual(presence(scenarioId, first));
    await line.leave();
  });
});

it("nobody looks at a scenario that is not there", async () => {
  const answer = await serve().ask(NOBODY, first);
  expect(answer.status).toBe(404);
});

function presence(scenarioId: string, ...watching: readonly Watching[]): ScenarioEvent {
  return { kind: "presence", scenarioId, people: watching.map(({ person }) => person) };
}

async function enter(name: string): Promise<Watching> {
  const { store, clock } = scenarios.context;
  const cookie = await cookieOf(store, "editor", { clock, name });
  const answer = await serve().app.request("/api/v1/session", { headers: { cookie } });
  const { person } = (await answer.json()) as { readonly person: PersonName };
  return { person: { id: person.id, name: person.name }, cookie };
}

/** Somebody whose page was answered and does not read; what its line is told is ours to say. */
async function unread(watching: Watching) {
  const scenarioId = await scenarios.newDraft();
  const { store } = scenarios.context;
  let told: (event: ScenarioChangeEvent) => void = () => undefined;
  let isLeft = false;
  const watch: typeof store.scenarioFeed.watch = (_id, listener) => {
    told = listener;
    return Promise.resolve(() => {
      isLeft = true;
    });
  };
  const server = serve({ ...store, scenarioFeed: { watch } });
  const answer = await server.ask(scenarioId, watching);
  expect(answer.status).toBe(200);
  const line = { tell: (event: ScenarioChangeEvent) => told(event), isLeft: () => isLeft };
  return { server, scenarioId, line };
}

/** A server that looks often whether a line may still be open. */
function serve(store = scenarios.context.store) {
  const closing = new AbortController();
  const { clock } = scenarios.context;
  const app = appOver(store, { as: "nobody", clock, closing: closing.signal, heartbeatMs: 30 });
  const ask = async (scenarioId: string, { cookie }: Watching): Promise<Response> =>
    app.request(`/api/v1/scenarios/${scenarioId}/events`, { headers: { cookie } });
  return {
    ...{ app, ask },
    open: async (scenarioId: string, watching: Watching) =>
      readLine(await ask(scenarioId, watching)),
    end: () => closing.abort(),
  };
}

/** Events of a stream one after another; nothing at its end. Heartbeats say nothing. */
function readLine(answer: Response) {
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("a stream has a body");
  let text = "";
  const next = async (): Promise<unknown> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
        continue;
      }
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const data = block.split("\n").find((line) => line.startsWith("data: "));
      if (data !== undefined) return JSON.parse(data.slice("data: ".length));
    }
  };
  return { next, leave: () => reader.cancel() };
}
