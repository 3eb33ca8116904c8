import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, NOW } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("what was kept is found under its hash or its id", async () => {
  const { store, run } = await keepSchool(pool);
  expect(await store.registers.find(run.registerHash)).toEqual({
    ...{ hash: run.registerHash, name: "almaty", isDemonstration: true, createdAt: NOW },
    ...{ organisationCount: 2, headcountCount: 4 },
  });
  expect(await store.methodologies.find(run.methodologyHash)).toMatchObject({
    ...{ id: "school", isDemonstration: false, years: [2026] },
  });
  expect(await store.runs.find(run.id)).toEqual(run);
  expect(run).toMatchObject({
    ...{ budgetYear: 2026, knownOn: "2026-12-31", isDemonstration: true, lineCount: 2 },
    totalTiyn: "10000550",
    envelope: { limitTiyn: "43200000000000", headroomTiyn: "43199989999450", status: "assumed" },
  });
});
