import { expect, it } from "vitest";
import type { Store } from "../../../packages/api/src/usecases/ports.ts";
import {
  createReproducer,
  reproduceRun,
} from "../../../packages/api/src/usecases/reproduce-run.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("a run is calculated again to its result, or not shown at all", async () => {
  const { store, run } = await keepSchool(pool);
  expect((await reproduceRun(store, run.id))?.totals.total).toBe(10_000_550n);
  const forged = "40000000-0000-4000-8000-000000000000";
  await pool.query(
    `INSERT INTO calculation_runs SELECT $1, register_hash, methodology_hash, budget_year, known_on,
       envelope_tiyn, envelope_status, repeat('0', 64), engine_version, total_tiyn,
       organisation_count, line_count, line_labels, assumed, warnings, created_at
     FROM calculation_runs`,
    [forged],
  );
  await expect(reproduceRun(store, forged)).rejects.toThrow("gives the result it was kept with");
});

it("the latest two runs are not calculated again, and what is not there is asked for anew", async () => {
  const { store, asked, known } = await watchedStore();
  const reproduce = createReproducer(store);
  const id = (place: number) => `50000000-0000-4000-8000-00000000000${place}`;
  for (const place of [1, 1]) expect(await reproduce(id(place))).toBeUndefined();
  expect(asked).toEqual([id(1), id(1)]);
  const [first, second] = await Promise.all([reproduce(known), reproduce(known)]);
  expect(first).toBe(second);
  expect(await reproduce(known)).toBe(first);
  expect(asked.filter((each) => each === known)).toEqual([known]);
});

/** The store, with a note of every run that it was asked for. */
async function watchedStore(): Promise<{
  readonly store: Store;
  readonly asked: readonly string[];
  readonly known: string;
}> {
  const asked: string[] = [];
  const { store } = await keepSchool(pool);
  const { items } = await store.runs.list({ limit: 10, after: undefined });
  const known = items.at(-1)?.id ?? "";
  const find: Store["runs"]["find"] = (id) => {
    asked.push(id);
    return store.runs.find(id);
  };
  return { store: { ...store, runs: { ...store.runs, find } }, asked, known };
}
