/** The server over HTTP with the demonstration city: the first answer of a new server, then more. */
import type { ApiContract, RunSummary } from "../../packages/api/src/contract.ts";
import { onDatabase, onServer } from "./running-product.ts";

/** Milliseconds of the first answer of each new server, and of the later answers of the last. */
export type AnswerTimes = {
  readonly name: string;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
};

const SERVERS = 3;

/** Every measured answer, on a bundled database of its own. */
export async function measureServer(runs: number): Promise<readonly AnswerTimes[]> {
  return onDatabase(async (url) => {
    const found: AnswerTimes[] = [];
    const names = await onServer(url, async (base) =>
      Object.keys(pathsOf(await latestRun(base), "")),
    );
    for (const name of names) found.push(await measureAnswer(url, name, runs));
    return found;
  });
}

async function measureAnswer(url: string, name: string, runs: number): Promise<AnswerTimes> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let server = 1; server <= SERVERS; server += 1) {
    await onServer(url, async (base) => {
      const run = await latestRun(base);
      const path = pathsOf(run, await lineOf(base, run))[name] ?? "";
      cold.push(await timeOf(`${base}${path}`));
      if (server < SERVERS) return;
      for (let answer = 0; answer < runs; answer += 1) warm.push(await timeOf(`${base}${path}`));
    });
  }
  return { name, cold, warm };
}

/** What the page asks for, and what its calculation will. */
function pathsOf({ id, registerHash }: RunSummary, line: string): Readonly<Record<string, string>> {
  return {
    "a run with its totals": `/runs/${id}`,
    "columns of the whole city": `/runs/${id}/columns`,
    "columns of its register": `/registers/${registerHash}/columns`,
    "why one line is what it is": `/runs/${id}/trace?${line}`,
  };
}

async function latestRun(base: string): Promise<RunSummary> {
  const answer = await fetch(`${base}/runs?limit=1`);
  const { items } = (await answer.json()) as ApiContract["/runs"];
  const [run] = items;
  if (run === undefined) throw new Error("no run was loaded");
  return run;
}

/** The last line of the run: an organisation, by its formula. */
async function lineOf(base: string, run: RunSummary): Promise<string> {
  const after = run.lineCount - 2;
  const answer = await fetch(`${base}/runs/${run.id}/lines?limit=1&after=${after}`);
  const { items } = (await answer.json()) as ApiContract["/runs/{runId}/lines"];
  const [line] = items;
  if (line === undefined) throw new Error("the run has no lines");
  const { organisationId, tier, budgetCode, method } = line;
  return `organisation=${organisationId}&line=${tier}/${budgetCode}/${method}`;
}

async function timeOf(address: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(address, { headers: { "accept-encoding": "gzip" } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} from ${address}`);
  return performance.now() - started;
}
