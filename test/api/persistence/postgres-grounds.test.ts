import { expect, it } from "vitest";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { auditEntry } from "../../support/audit-entry.ts";
import { testDatabase } from "../../support/database.ts";
import { keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();

function ground(enteredBy: string, change: { subject: string; act?: string; at?: string }) {
  const { subject, act = "Решение № 1", at = "2026-11-22T10:00:00.000Z" } = change;
  const id = crypto.randomUUID();
  return {
    id,
    subject,
    status: "local",
    act,
    clause: "п. 1",
    enteredBy,
    enteredAt: new Date(at),
  } as const;
}

it("of each value the last ground holds, with who entered and who confirmed it", async () => {
  const { grounds } = createPostgresStore(pool);
  const [first, second] = [await keepPerson(pool, "editor"), await keepPerson(pool, "approver")];
  const old = ground(first, { subject: "rate 1" });
  const newer = ground(second, { subject: "rate 1", act: "№ 2", at: "2026-11-23T10:00:00.000Z" });
  // Kept in another order than they were entered in.
  for (const each of [newer, old, ground(first, { subject: "rate 2" })]) {
    await grounds.save(each, auditEntry({ action: "ground-entered" }));
  }
  const confirmation = { groundId: newer.id, by: first, at: new Date("2026-11-24T10:00:00.000Z") };
  expect(await grounds.confirm(confirmation, auditEntry())).toBe(true);
  expect(await grounds.confirm(confirmation, auditEntry())).toBe(false);
  const last = await grounds.findLast(["rate 1", "rate 3"]);
  expect([...last.keys()]).toEqual(["rate 1"]);
  expect(last.get("rate 1")).toEqual({
    ...{ id: newer.id, status: "local", act: "№ 2", clause: "п. 1" },
    ...{ enteredBy: { id: second, name: "approver" }, enteredAt: "2026-11-23T10:00:00.000Z" },
    ...{ confirmedBy: { id: first, name: "editor" }, confirmedAt: "2026-11-24T10:00:00.000Z" },
  });
  expect((await grounds.findLast([])).size).toBe(0);
  expect((await grounds.find(old.id))?.confirmedBy).toBeNull();
});

it("what was kept tells the journal once, and nobody changes it", async () => {
  const store = createPostgresStore(pool);
  const person = await keepPerson(pool, "editor");
  const kept = ground(person, { subject: "rate 9" });
  const before = (await store.audit.verify()).count;
  await store.grounds.save(kept, auditEntry({ action: "ground-entered" }));
  expect((await store.audit.verify()).count).toBe(before + 1);
  await expect(
    pool.query("UPDATE grounds SET act = 'x' WHERE id = $1", [kept.id]),
  ).rejects.toThrow();
  await expect(pool.query("DELETE FROM grounds WHERE id = $1", [kept.id])).rejects.toThrow();
});
