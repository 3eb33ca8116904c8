/** The server over HTTP with the demonstration city: the first answer of a new server, then more. */
import type { ApiContract, RunSummary } from "../../packages/api/src/contract.ts";
import type { LocalPostgres } from "../../packages/api/src/persistence/local-postgres.ts";
import { onDatabase, onServer, type Served } from "./running-product.ts";

/** Milliseconds of the first answer of each new server, and of the later answers of the last. */
export type AnswerTimes = {
  readonly name: string;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
};

const SERVERS = 3;

/** Every measured answer, on a bundled database of its own. */
export async function measureServer(runs: number): Promise<readonly AnswerTimes[]> {
  return onDatabase(async (database) => {
    const found: AnswerTimes[] = [];
    const names = await onServer(database, async (served) =>
      Object.keys(pathsOf(await latestRun(served), "")),
    );
    for (const name of names) found.push(await measureAnswer(database, name, runs));
    return found;
  });
}

async function measureAnswer(
  database: LocalPostgres,
  name: string,
  runs: number,
): Promise<AnswerTimes> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let server = 1; server <= SERVERS; server += 1) {
    await onServer(database, async (served) => {
      const run = await latestRun(served);
      const path = pathsOf(run, await lineOf(served, run))[name] ?? "";
      cold.push(await timeOf(served, path));
      if (server < SERVERS) return;
      for (let answer = 0; answer < runs; answer += 1) warm.push(await timeOf(served, path));
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

async function latestRun(served: Served): Promise<RunSummary> {
  const answer = await ask(served, "/runs?limit=1");
  const { items } = (await answer.json()) as ApiContract["/runs"];
  const [run] = items;
  if (run === undefined) throw new Error("no run was loaded");
  return run;
}

/** The last line of the run: an organisation, by its formula. */
async function lineOf(served: Served, run: RunSummary): Promise<string> {
  const after = run.lineCount - 2;
  const answer = await ask(served, `/runs/${run.id}/lines?limit=1&after=${after}`);
  const { items } = (await answer.json()) as ApiContract["/runs/{runId}/lines"];
  const [line] = items;
  if (line === undefined) throw new Error("the run has no lines");
  const { organisationId, tier, budgetCode, method } = line;
  return `organisation=${organisationId}&line=${tier}/${budgetCode}/${method}`;
}

async function timeOf(served: Served, path: string): Promise<number> {
  const started = performance.now();
  const answer = await ask(served, path);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} from ${path}`);
  return performance.now() - started;
}

function ask({ base, cookie }: Served, path: string): Promise<Response> {
  return fetch(`${base}${path}`, { headers: { "accept-encoding": "gzip", cookie } });
}
