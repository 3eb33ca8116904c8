/** Thousands of requests that nobody should send: each is refused in good order. */
import type { ApiContract } from "../../packages/api/src/contract.ts";
import {
  type HostileRequest,
  hostileRequest,
  requestsWithControlCharacters,
} from "../support/hostile-requests.ts";
import { readOpenApi } from "../support/openapi-operations.ts";
import type { KnownValues, Plausible } from "../support/plausible-json.ts";
import { whoSends } from "../support/who-sends.ts";
import type { BenchContext } from "./bench-context.ts";
import { askFor } from "./http-client.ts";
import { type RawOutcome, sendRaw } from "./raw-request.ts";
import type { Session } from "./session.ts";
import { sessionOf, signIn } from "./sessions.ts";

const REQUESTS = 10_000;
const FEW_REQUESTS = 1_500;
const AT_ONCE = 12;
const MEBIBYTE = 1024;
const SIGNED_OUT = 401;

/** Ten thousand, made of the served description; then half as many again, for the memory. */
export async function measureFuzz(context: BenchContext): Promise<void> {
  const { product } = context;
  const path = "/openapi.json";
  const session = sessionOf(context.sessions, "administrator");
  const openApi = readOpenApi(await askFor<unknown>(context.client, { path, session }));
  const setting = { openApi, random: context.random, known: await knownValues(context) };
  const count = context.isQuick ? FEW_REQUESTS : REQUESTS;
  const before = product.serverMemory();
  const faults = await sendHostile(context, setting, count);
  const after = product.serverMemory();
  const more = await sendHostile(context, setting, count / 2);
  const last = product.serverMemory();
  const all = [...faults, ...more];
  for (const fault of all.slice(0, 20)) context.say(`  ${fault}`);
  for (const fault of product.faults().slice(-5)) context.say(`  ${fault.slice(0, 500)}`);
  context.tell({
    ...{ name: "hostile-requests-failed", value: all.length, unit: "", goal: "0" },
    meaning: `answered with 5xx, late or never, of ${count * 1.5} malformed, oversized and wrong-typed requests to ${openApi.operations.length} operations`,
  });
  context.tell({
    ...{ name: "hostile-requests-memory", value: (last - after) / MEBIBYTE, unit: "MiB" },
    meaning: `what the server grew by in the last third of them; ${inMebibytes(before)} MiB before, ${inMebibytes(after)} after ${count}, ${inMebibytes(last)} at the end`,
  });
}

async function sendHostile(
  context: BenchContext,
  setting: Plausible,
  count: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const outcomes = new Map<RawOutcome, number>();
  const server = new URL(context.product.origin);
  // Sessions that the requests may end; some may have taken somebody's account away.
  const renewed = await Promise.allSettled(context.sessions.map((each) => renew(context, each)));
  const sessions = renewed.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const every = requestsWithControlCharacters(setting).slice(0, count);
  let sent = 0;
  const work = async (): Promise<void> => {
    while (sent < count) {
      const request = every[sent] ?? hostileRequest(setting);
      sent += 1;
      const place = whoSends(setting.random, request, sessions);
      const session = sessions[place];
      const outcome = await sendRaw(server, request, session?.cookie);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (isFault(request, outcome)) faults.push(`${outcome}: ${request.about} ${request.target}`);
      if (outcome === SIGNED_OUT && session !== undefined) {
        sessions[place] = await renew(context, session).catch(() => session);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const told = [...outcomes].map(([outcome, times]) => `${outcome}: ${times}`);
  context.say(`  hostile requests by status: ${told.sort().join(", ")}`);
  return faults;
}

function renew({ client }: BenchContext, { personId, role }: Session): Promise<Session> {
  return signIn(client, { id: personId, role });
}

/** What is too large may be cut off: the server need not listen to the end. */
function isFault({ body }: HostileRequest, outcome: RawOutcome): boolean {
  if (typeof outcome === "number") return outcome >= 500;
  const isOversized = (body?.length ?? 0) > 64 * 1024;
  return !(outcome === "closed without an answer" && isOversized);
}

/** What is there, by the names under which requests ask for it. */
async function knownValues(context: BenchContext): Promise<KnownValues> {
  const { client, city, sessions } = context;
  const session = sessionOf(sessions, "administrator");
  const { items } = await askFor<ApiContract["/scenarios"]>(client, {
    ...{ path: "/scenarios", session },
  });
  const scenarios = items.map(({ id }) => id);
  const { run, cells } = city;
  return {
    ...{ scenarioId: scenarios, runId: [run.id], personId: sessions.map((each) => each.personId) },
    ...{ hash: [run.registerHash, run.methodologyHash], registerHash: [run.registerHash] },
    ...{ methodologyHash: [run.methodologyHash], engineVersion: [run.engineVersion] },
    cell: cells.slice(0, 50).map(({ name }) => name),
  };
}

function inMebibytes(kibibytes: number): string {
  return (kibibytes / MEBIBYTE).toFixed(0);
}
