/**
 * The school of school-register.ts in a database: one register, one methodology and one run, whose
 * line is 100,000 tenge for 100 counts, beside what an estimate adds.
 */
import { createApp } from "../../packages/api/src/app.ts";
import type { RunSummary } from "../../packages/api/src/contract.ts";
import { createPostgresStore } from "../../packages/api/src/persistence/postgres-store.ts";
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
  const store = createPostgresStore(pool);
  const context = { store, clock: () => new Date(NOW), ids: countedIds() };
  await loadDemonstrationOnce({ ...context, city: schoolCity(register) });
  const { items } = await store.runs.list({ limit: 1, after: undefined });
  const [run] = items;
  if (run === undefined) throw new Error("no run was kept");
  return { store, run };
}

/** The server over a store; faults of ours are told to `log`. */
export function appOver(
  store: Store,
  change: Partial<Parameters<typeof createApp>[0]> = {},
): ReturnType<typeof createApp> {
  return createApp({
    store,
    clock: () => new Date("2026-11-23T10:00:00.000Z"),
    ids: () => crypto.randomUUID(),
    pageFolder: "no-page-was-built",
    version: "1.2.3",
    instance: "test",
    log: () => undefined,
    ...change,
  });
}
