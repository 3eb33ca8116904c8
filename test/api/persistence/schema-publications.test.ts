import { expect, it } from "vitest";
import { GENESIS, hashOfEntry } from "../../../packages/api/src/persistence/append-audit.ts";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { auditEntries } from "../../../packages/api/src/persistence/schema-publications.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();
const database = openDatabase(pool);

it("the journal cannot fork: nothing follows an entry that something follows already", async () => {
  await database.insert(auditEntries).values(entry({ sequence: 1 }));
  const fork = database.insert(auditEntries).values(entry({ sequence: 2 }));
  await expect(fork).rejects.toMatchObject({ cause: { code: "23505" } });
});

it("an entry of the journal without a hash is none", async () => {
  const previousHash = "1".repeat(64);
  const unsigned = { ...entry({ sequence: 3, previousHash }), hash: "" };
  await expect(database.insert(auditEntries).values(unsigned)).rejects.toMatchObject({
    cause: { constraint: "audit_entries_hash" },
  });
});

function entry(change: { readonly sequence: number; readonly previousHash?: string }) {
  const chained = {
    ...{ madeAt: new Date("2026-11-23T10:00:00.000Z"), actor: null, action: "run-calculated" },
    ...{ subject: "run 1", facts: {}, previousHash: GENESIS },
    ...change,
  };
  return { ...chained, hash: hashOfEntry(chained) };
}
