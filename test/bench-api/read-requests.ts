/** What people read all day: a page of lines, totals, why a line is what it is, the scenarios. */
import type { Random } from "../support/random.ts";
import type { BenchCity } from "./bench-city.ts";
import type { Client } from "./http-client.ts";
import type { DueRequest } from "./open-loop.ts";
import type { Session } from "./session.ts";

const PAGE = 100;
/** The lines whose explanation is asked for. */
const EXPLAINED = 40;

/** The requests in turn, evenly over the sessions that see the city. */
export function mixedReads(
  client: Client,
  { city, sessions, random }: ReadSetting,
): (position: number) => DueRequest {
  const { run, lines } = city;
  const explained = lines
    .filter(({ organisationId, method }) => organisationId !== "" && method === "formula")
    .filter((_, place, all) => place % Math.ceil(all.length / EXPLAINED) === 0);
  const kinds = [
    ["lines", () => `/runs/${run.id}/lines?limit=${PAGE}${after(random, run.lineCount)}`],
    ["totals", () => `/runs/${run.id}/totals`],
    ["trace", () => `/runs/${run.id}/trace?${figure(pickOf(explained, random))}`],
    ["scenarios", () => "/scenarios"],
  ] as const;
  const readers = sessions.filter(({ role }) => role !== "director");
  return (position) => {
    const [kind, path] = kinds[position % kinds.length] ?? kinds[0];
    const reader = Math.floor(position / kinds.length) % readers.length;
    return asking(client, { kind, path: path(), session: readers[reader] });
  };
}

export type ReadSetting = {
  readonly city: BenchCity;
  readonly sessions: readonly Session[];
  readonly random: Random;
};

/** The same page again and again, by everybody who may. */
export function repeatedReads(
  client: Client,
  {
    kind,
    path,
    sessions,
  }: Pick<DueRequest, "kind"> & { path: string; sessions: readonly Session[] },
): (position: number) => DueRequest {
  return (position) =>
    asking(client, { kind, path, session: sessions[position % sessions.length] });
}

function asking(
  client: Client,
  { kind, path, session }: { kind: string; path: string; session: Session | undefined },
): DueRequest {
  if (session === undefined) throw new Error(`nobody may read ${kind}`);
  return { kind, ask: async () => (await client.ask({ path, session })).status };
}

/** Any page of the lines, the first one too. */
function after(random: Random, count: number): string {
  const page = random.int(0, Math.ceil(count / PAGE) - 1);
  return page === 0 ? "" : `&after=${page * PAGE - 1}`;
}

function figure({ organisationId, tier, budgetCode, method }: BenchCity["lines"][number]): string {
  return new URLSearchParams({
    organisation: organisationId,
    line: `${tier}/${budgetCode}/${method}`,
  }).toString();
}

function pickOf<Item>(items: readonly Item[], random: Random): Item {
  const [first, ...others] = items;
  if (first === undefined) throw new Error("there is nothing to choose from");
  return random.pick([first, ...others]);
}
