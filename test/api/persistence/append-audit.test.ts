import { describe, expect, it } from "vitest";
import {
  appendAudit,
  type ChainedEntry,
  GENESIS,
  hashOfEntry,
} from "../../../packages/api/src/persistence/append-audit.ts";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { createAuditStore } from "../../../packages/api/src/persistence/postgres-audit.ts";
import { auditEntry } from "../../support/audit-entry.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();
const database = openDatabase(pool);

const FIRST: ChainedEntry = {
  ...{ sequence: 1, madeAt: new Date("2026-11-23T10:00:00.000Z"), actor: null },
  ...{ action: "signed-in", subject: "person 1", facts: { way: "password" } },
  previousHash: GENESIS,
};

describe("the journal", () => {
  it("is one chain, however many append to it at once", async () => {
    const writers = Array.from({ length: 8 }, (_, writer) => writer);
    await Promise.all(
      writers.map(async (writer) => {
        for (let entry = 0; entry < 5; entry += 1) {
          await database.transaction((transaction) =>
            appendAudit(transaction, auditEntry({ subject: `writer ${writer}` })),
          );
        }
      }),
    );
    expect(await createAuditStore(database).verify()).toMatchObject({ count: 40, brokenAt: null });
  });

  it("tells nothing of a change that was not kept", async () => {
    const before = await createAuditStore(database).verify();
    const work = database.transaction(async (transaction) => {
      await appendAudit(transaction, auditEntry({ subject: "taken back" }));
      await transaction.execute("select 1 / 0");
    });
    await expect(work).rejects.toThrow();
    expect(await createAuditStore(database).verify()).toEqual(before);
  });
});

describe("the hash of an entry", () => {
  it("is of every part of it", () => {
    const changes: readonly Partial<ChainedEntry>[] = [
      { sequence: 2 },
      { madeAt: new Date("2026-11-23T10:00:00.001Z") },
      { actor: "00000000-0000-4000-8000-000000000001" },
      { action: "signed-out" },
      { subject: "person 2" },
      { facts: {} },
      { previousHash: "1".repeat(64) },
    ];
    const hashes = [FIRST, ...changes.map((change) => ({ ...FIRST, ...change }))].map(hashOfEntry);
    expect(new Set(hashes).size).toBe(changes.length + 1);
  });

  it("is the same however the facts are ordered", () => {
    const facts = { from: "draft", to: "submitted" };
    const turned = { to: "submitted", from: "draft" };
    expect(hashOfEntry({ ...FIRST, facts })).toBe(hashOfEntry({ ...FIRST, facts: turned }));
  });
});
