import { expect, it } from "vitest";
import { warmUp } from "../../../packages/api/src/http/warm-up.ts";
import type { Store } from "../../../packages/api/src/usecases/ports.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

it("without a run there is nothing to make ready", async () => {
  expect(await warmUp(appOver(storeOf(pool)))).toBe(true);
});

it("what was made ready does not ask the database again", async () => {
  const { store, run } = await keepSchool(pool);
  let asked = 0;
  const findColumns: Store["runs"]["findColumns"] = (id) => {
    asked += 1;
    return store.runs.findColumns(id);
  };
  const app = appOver({ ...store, runs: { ...store.runs, findColumns } });
  expect(await warmUp(app)).toBe(true);
  expect((await app.request(`/api/v1/runs/${run.id}/columns`)).status).toBe(200);
  expect(asked).toBe(1);
});

it("a run that cannot be shown is told by the answer", async () => {
  const { store } = await keepSchool(pool);
  const findColumns: Store["runs"]["findColumns"] = () => Promise.reject(new Error("gone"));
  const app = appOver({ ...store, runs: { ...store.runs, findColumns } });
  expect(await warmUp(app)).toBe(false);
});
