import { expect, it } from "vitest";
import { accountRecords } from "../../../packages/api/src/identity/account-records.ts";
import { createUnitOfWork } from "../../../packages/api/src/identity/unit-of-work.ts";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { testDatabase } from "../../support/database.ts";
import { VISITOR } from "../../support/people-context.ts";
import { identityOver, keepPerson, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const clock = () => NOW;
const count = async (table: string): Promise<number> =>
  (await pool.query(`SELECT 1 FROM ${table}`)).rows.length;

it("a session goes with its entry in the journal, and takes along those that are over", async () => {
  const personId = await keepPerson(pool, "editor");
  const identity = identityOver(storeOf(pool), { clock });
  await identity.enter(personId, "invitation", VISITOR);
  expect([await count("sessions"), await count("audit_entries")]).toEqual([1, 1]);
  await pool.query("UPDATE sessions SET expires_at = $1", [new Date(NOW.getTime() - 1)]);
  await identity.enter(personId, "invitation", VISITOR);
  expect([await count("sessions"), await count("audit_entries")]).toEqual([1, 2]);
});

it("what the library does in one transaction is kept whole, or not at all", async () => {
  const work = createUnitOfWork(openDatabase(pool));
  const records = accountRecords(
    work,
    clock,
  )({
    verification: { modelName: "verifications" },
    advanced: { database: { generateId: () => crypto.randomUUID() } },
  });
  const create = (adapter: Pick<typeof records, "create">) =>
    adapter.create({
      model: "verification",
      data: { identifier: "x", value: "y", expiresAt: NOW, createdAt: NOW, updatedAt: NOW },
    });
  const failing = records.transaction(async (inside) => {
    await create(inside);
    throw new Error("not today");
  });
  await expect(failing).rejects.toThrow("not today");
  expect(await count("verifications")).toBe(0);
});
