import { expect, it } from "vitest";
import { buildRun } from "../../../packages/api/src/usecases/build-run.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, NOW, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { run as calculated } from "../../support/school-register.ts";
import { stagedRun } from "../../support/staged-school.ts";

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

it("the rule that applied to each line is kept with it", async () => {
  const { store, run } = await keepSchool(pool);
  const id = "30000000-0000-4000-8000-000000000000";
  const circumstances = { createdAt: new Date(NOW), envelope: undefined, warnings: [] };
  const { registerHash, methodologyHash } = run;
  await store.runs.save({
    ...buildRun(stagedRun(), { id, ...circumstances }),
    ...{ registerHash, methodologyHash },
  });
  const lines = await store.runs.findLines(id, { limit: 10, after: undefined });
  const [large, small] = ["large", "small"].map((label) => [{ formula: "amount", label }]);
  expect(lines?.items.map(({ cases }) => cases)).toEqual([large, small]);
  const columns = await store.runs.findColumns(id);
  expect(columns?.lines.map(({ cases }) => cases)).toEqual([[large, small]]);
  const plain = await store.runs.findColumns(run.id);
  expect(plain?.lines.map(({ cases }) => cases)).toEqual([null, null]);
  const { assumed } = (await store.runs.findDetail(id)) ?? {};
  expect(assumed?.map(({ parameter, points }) => [parameter, points?.length])).toEqual([
    ["rate", undefined],
    ["steps", 2],
  ]);
});
