import { expect, it } from "vitest";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { auditEntry } from "../../support/audit-entry.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, NOW } from "../../support/kept-school.ts";
import { keepPerson } from "../../support/signed-in.ts";

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

it("what is done together is kept as a whole, or not at all", async () => {
  const { audit, grounds, together } = createPostgresStore(pool);
  const enteredBy = await keepPerson(pool, "editor");
  const ground = { subject: "rate 1", status: "local", act: "№ 1", clause: "п. 1" } as const;
  const entered = { ...ground, enteredBy, enteredAt: new Date(NOW) };
  const before = (await audit.verify()).count;
  const id = crypto.randomUUID();
  const broken = together(async (kept) => {
    await kept.grounds.save({ ...entered, id }, auditEntry({ action: "ground-entered" }));
    expect(await kept.grounds.find(id)).toBeDefined();
    throw new Error("changed their mind");
  });
  await expect(broken).rejects.toThrow("changed their mind");
  expect([await grounds.find(id), (await audit.verify()).count]).toEqual([undefined, before]);
  await together((kept) =>
    kept.grounds.save({ ...entered, id }, auditEntry({ action: "ground-entered" })),
  );
  expect((await grounds.find(id))?.act).toBe("№ 1");
});
