/** Asks what the page is going to ask, so that the first visitor does not wait for it. */
import type { ApiContract } from "../contract.ts";
import type { Api, ApiBindings } from "./api-context.ts";

const BASE = "/api/v1";
const HEADERS = { host: "localhost" };
/** Nobody's account: it only reads, as an auditor does. */
const SERVER: ApiBindings = {
  insider: { personId: "", name: "", role: "auditor", organisationIds: [] },
};

/**
 * Makes the answers about the latest run, and calculates it for traces; true when all were given,
 * and also when there is no run.
 */
export async function warmUp(app: Api): Promise<boolean> {
  const listed = await ask(app, "/runs?limit=1");
  if (!listed.ok) return false;
  const { items } = (await listed.json()) as ApiContract["/runs"];
  const [run] = items;
  if (run === undefined) return true;
  const answers = [
    await ask(app, `/runs/${run.id}`),
    await ask(app, `/runs/${run.id}/columns`),
    await ask(app, `/methodologies/${run.methodologyHash}`),
    await ask(app, `/registers/${run.registerHash}/columns`),
    await askTrace(app, run.id),
  ];
  return answers.every(({ ok }) => ok);
}

async function askTrace(app: Api, runId: string): Promise<Response> {
  const lines = await ask(app, `/runs/${runId}/lines?limit=1`);
  if (!lines.ok) return lines;
  const { items } = (await lines.json()) as ApiContract["/runs/{runId}/lines"];
  const [line] = items;
  if (line === undefined) return lines;
  const { organisationId, tier, budgetCode, method } = line;
  const name = encodeURIComponent(`${tier}/${budgetCode}/${method}`);
  return ask(app, `/runs/${runId}/trace?organisation=${organisationId}&line=${name}`);
}

async function ask(app: Api, path: string): Promise<Response> {
  return app.request(`${BASE}${path}`, { headers: HEADERS }, SERVER);
}
