/** The server and its database are killed while people write: nothing acknowledged may be lost. */
import { setTimeout as pause } from "node:timers/promises";
import type { BenchContext } from "./bench-context.ts";
import { type Answer, isWell } from "./http-client.ts";
import { checkWritten, signInWriters } from "./measure-writers.ts";
import { waitFor } from "./measured-product.ts";
import { branchScenario, readScenario, type SentBatch, sendBatch } from "./scenario-writing.ts";
import type { Session } from "./session.ts";
import { sessionOf } from "./sessions.ts";
import { createRecord, type Writing, type WritingRecord, write } from "./writer.ts";

/** What is killed: the server, the first process of the database, or all of its processes. */
type Victim = "server" | "database" | "whole database";

const WRITERS = 6;
const CELLS = 400;
const PATIENCE_MS = 60_000;
const RETRY_MS = 50;
const UNAVAILABLE = 503;
const QUICK: readonly Victim[] = ["server", "database"];
const LONG: readonly Victim[] = ["server", "database", "server", "whole database", "server"];

/** Kills in turn, each time after more batches were acknowledged. */
export async function measureKills(context: BenchContext): Promise<void> {
  const { client, city, sessions, random, isQuick } = context;
  const editor = sessionOf(sessions, "editor");
  const scenario = await branchScenario(client, editor, "Запись при сбоях");
  const writers = await signInWriters(context, WRITERS);
  const [first, ...others] = city.cells.slice(0, CELLS);
  if (first === undefined) throw new Error("the city has no cells");
  let goesOn = true;
  const record = createRecord();
  const writing: Writing = {
    ...{ scenario, cells: [first, ...others], random, goesOn: () => goesOn },
    send: (session, batch) => sendUntilAnswered(context, session, { scenario, batch }, record),
    readRevision: (session) => readUntilAnswered(context, session, scenario.id),
  };
  const work = Promise.all(writers.map((session) => write(writing, session, record)));
  const between = isQuick ? 30 : 200;
  const times: number[] = [];
  try {
    for (const victim of isQuick ? QUICK : LONG) {
      await waitForMore(record, between);
      times.push(await killAndWait(context, victim));
    }
    await waitForMore(record, between);
  } finally {
    goesOn = false;
    await work;
  }
  const faults = await checkWritten(context, writing, record);
  const kills = (isQuick ? QUICK : LONG).map((victim, place) => {
    return `${victim} ${((times[place] ?? 0) / 1000).toFixed(1)} s`;
  });
  context.tell({
    ...{ name: "acknowledged-lost", value: faults.length, unit: "", goal: "0" },
    meaning: `${record.acknowledged.length} batches acknowledged while these were killed; ready again after: ${kills.join(", ")}`,
  });
  context.tell({
    ...{ name: "ready-again-s", value: Math.max(...times) / 1000, unit: "s", goal: "< 10" },
    meaning: "the longest of those, until a session reads again",
  });
  context.addErrors(record.errors);
}

/** The same batch again and again until the server answers, as the page does it. */
async function sendUntilAnswered(
  { client }: BenchContext,
  session: Session,
  said: { readonly scenario: Writing["scenario"]; readonly batch: SentBatch },
  { errors }: WritingRecord,
): Promise<Answer> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await sendBatch(client, session, said).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return answer;
    if (answer !== undefined && answer.status !== UNAVAILABLE) {
      errors.push(`${answer.status} during a kill: ${answer.body.toString().slice(0, 300)}`);
    }
    if (Date.now() > end) throw new Error("nobody answers any more");
    await pause(RETRY_MS);
  }
}

async function readUntilAnswered(
  { client }: BenchContext,
  session: Session,
  scenarioId: string,
): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const read = await readScenario(client, session, scenarioId).catch(() => undefined);
    if (read !== undefined) return read.revision;
    if (Date.now() > end) throw new Error("nobody answers any more");
    await pause(RETRY_MS);
  }
}

async function waitForMore({ acknowledged, errors }: WritingRecord, count: number): Promise<void> {
  const enough = acknowledged.length + count;
  const isEnough = await waitFor(() => Promise.resolve(acknowledged.length >= enough), PATIENCE_MS);
  if (!isEnough) throw new Error(`writing has stopped: ${errors.slice(-3).join("; ")}`);
}

/** Milliseconds until another process answers a session. */
async function killAndWait(context: BenchContext, victim: Victim): Promise<number> {
  const { product, client, sessions } = context;
  const find = victim === "server" ? product.findServer : product.findDatabase;
  const killed = await find();
  if (killed === undefined) throw new Error(`there is no ${victim} to kill`);
  const session = sessionOf(sessions, "auditor");
  const started = performance.now();
  const children = victim === "whole database" ? product.childrenOf(killed) : [];
  for (const id of [killed, ...children]) kill(id);
  const isBack = await waitFor(async () => {
    const now = await find();
    if (now === undefined || now === killed) return false;
    const read = client.ask({ path: "/scenarios?limit=1", session });
    return read.then(({ status }) => isWell(status)).catch(() => false);
  }, PATIENCE_MS);
  if (!isBack) throw new Error(`the ${victim} did not come back`);
  return performance.now() - started;
}

/** One that has ended by itself meanwhile is no fault. */
function kill(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
