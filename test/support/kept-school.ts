/**
 * The school of school-register.ts in a database: one register, one methodology and one run, whose
 * line is 100,000 tenge for 100 counts, beside what an estimate adds.
 */

import type { Role } from "../../packages/api/src/access/roles.ts";
import { createApp } from "../../packages/api/src/app.ts";
import type { RunSummary } from "../../packages/api/src/contract.ts";
import {
  type DemonstrationCity,
  loadDemonstrationOnce,
} from "../../packages/api/src/usecases/load-demonstration.ts";
import type { Ids, Store } from "../../packages/api/src/usecases/ports.ts";
import type { RegisterSnapshot } from "../../packages/core/src/index.ts";
import type { testDatabase } from "./database.ts";
import { getValue } from "./get-value.ts";
import { parseSchool, SCHOOL_CODE, schoolLayers } from "./school-methodology.ts";
import { estimate, FOUR_CELLS, organisation, snapshot } from "./school-register.ts";
import { ADDRESS, cookieOf, identityOver, storeOf } from "./signed-in.ts";

type Pool = ReturnType<typeof testDatabase>["pool"];

export const NOW = "2026-11-22T10:00:00.000Z";
export const SCHOOL_LINE_NAME = `secondary/${SCHOOL_CODE}/formula`;

/** Two schools, one of them without pupils, and 5.50 tenge citywide. */
export const SCHOOL_SNAPSHOT: RegisterSnapshot = snapshot({
  organisations: [organisation(), organisation({ id: "b", attributes: { district: "south" } })],
  headcounts: FOUR_CELLS,
  estimates: [estimate({ tenge: "5.5" })],
});

export function schoolCity(register: RegisterSnapshot = SCHOOL_SNAPSHOT): DemonstrationCity {
  const layers = schoolLayers();
  return {
    readMethodology: () =>
      Promise.resolve({ ok: true, value: { methodology: getValue(parseSchool()), layers } }),
    readRegister: () => Promise.resolve({ ok: true, value: { snapshot: register, warnings: [] } }),
  };
}

/** UUIDs one after another. */
export function countedIds(): Ids {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${`${last}`.padStart(12, "0")}`;
  };
}

export type KeptSchool = { readonly store: Store; readonly run: RunSummary };

export async function keepSchool(
  pool: Pool,
  register: RegisterSnapshot = SCHOOL_SNAPSHOT,
): Promise<KeptSchool> {
  const store = storeOf(pool);
  const context = { store, clock: () => new Date(NOW), ids: countedIds() };
  await loadDemonstrationOnce({ ...context, city: schoolCity(register) });
  const { items } = await store.runs.list({ limit: 1, after: undefined });
  const [run] = items;
  if (run === undefined) throw new Error("no run was kept");
  return { store, run };
}

type App = ReturnType<typeof createApp>;

/** What the server is given otherwise than usually, and as whom requests come. */
export type AppChange = Partial<Parameters<typeof createApp>[0]> & {
  /** Nobody where it says so; an editor unless another role is named. */
  readonly as?: Role | "nobody";
};

/**
 * The server over a store of `storeOf`; faults of ours are told to `log`. Requests that carry no
 * cookie of their own come from a person with a session.
 */
export function appOver(store: Store, { as: role = "editor", ...change }: AppChange = {}): App {
  const clock = change.clock ?? ((): Date => new Date("2026-11-23T10:00:00.000Z"));
  const app = createApp({
    ...{ store, clock },
    identity: identityOver(store, { clock }),
    letters: undefined,
    reach: {
      ...{ publicUrl: undefined, address: () => ADDRESS, listensOnLoopback: true },
      ...{ trustedProxies: [], idleMinutes: 30 },
    },
    firstRunCode: () => "ABCD-EFGH",
    city: schoolCity(),
    ids: () => crypto.randomUUID(),
    pageFolder: "no-page-was-built",
    version: "1.2.3",
    instance: "test",
    log: () => undefined,
    ...change,
  });
  return role === "nobody" ? app : withSession(app, () => cookieOf(store, role, { clock }));
}

function withSession(app: App, enter: () => Promise<string>): App {
  const plain = app.request;
  let cookie: Promise<string> | undefined;
  const request = async (...[input, init, ...others]: Parameters<App["request"]>) => {
    const headers = new Headers(init?.headers);
    if (!headers.has("cookie")) {
      cookie ??= enter();
      headers.set("cookie", await cookie);
    }
    return plain(input, { ...init, headers }, ...others);
  };
  return Object.assign(app, { request });
}
