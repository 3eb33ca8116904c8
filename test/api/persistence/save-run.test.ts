import { expect, it } from "vitest";
import { buildRun } from "../../../packages/api/src/usecases/build-run.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, NOW, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { run as calculated } from "../../support/school-register.ts";

const { pool } = testDatabase();

it("a run is kept whole or not at all", async () => {
  const { store, run } = await keepSchool(pool);
  const circumstances = { createdAt: new Date(NOW), envelope: undefined, warnings: [] };
  const id = "20000000-0000-4000-8000-000000000000";
  const kept = buildRun(calculated(schoolPlan(), SCHOOL_SNAPSHOT), { id, ...circumstances });
  const [line] = kept.lines;
  if (line === undefined) throw new Error("the school has lines");
  const twice = { ...kept, lines: [line, line] };
  await expect(store.runs.save(twice)).rejects.toThrow();
  expect(await store.runs.find(id)).toBeUndefined();
  await store.runs.save(kept);
  expect(await store.runs.find(id)).toMatchObject({
    ...{ resultHash: run.resultHash, totalTiyn: run.totalTiyn, envelope: null },
  });
});
