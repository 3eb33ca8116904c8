import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { createAuditStore } from "../../../packages/api/src/persistence/postgres-audit.ts";
import { auditEntry } from "../../support/audit-entry.ts";
import { testDatabase } from "../../support/database.ts";

const { pool, ownerPool } = testDatabase();
const audit = createAuditStore(openDatabase(pool));
const ENTRIES = 6;

beforeEach(async () => {
  await tamper("DELETE FROM audit_entries");
  for (let number = 1; number <= ENTRIES; number += 1) {
    await audit.append(
      auditEntry({ subject: `run ${number % 2}`, facts: { number: `${number}` } }),
    );
  }
});

describe("the chain of the journal", () => {
  it("holds when nobody has touched it, and ends in a hash to write down", async () => {
    const state = await audit.verify();
    expect(state).toMatchObject({ count: ENTRIES, brokenAt: null });
    expect(state.lastHash).toBe((await audit.find(`${ENTRIES}`))?.hash);
  });

  it.each([
    {
      when: "facts were changed",
      change: `UPDATE audit_entries SET facts = '{"number":"9"}' WHERE sequence = 3`,
      held: 2,
      brokenAt: 3,
    },
    {
      when: "facts are no facts",
      change: "UPDATE audit_entries SET facts = '[1.5]' WHERE sequence = 3",
      held: 2,
      brokenAt: 3,
    },
    {
      when: "an entry was said of something else",
      change: "UPDATE audit_entries SET subject = 'run 7' WHERE sequence = 1",
      held: 0,
      brokenAt: 1,
    },
    {
      when: "an entry was removed",
      change: "DELETE FROM audit_entries WHERE sequence = 4",
      held: 3,
      brokenAt: 5,
    },
    {
      when: "the first entry was removed",
      change: "DELETE FROM audit_entries WHERE sequence = 1",
      held: 0,
      brokenAt: 2,
    },
    {
      when: "two entries changed places",
      change: `UPDATE audit_entries SET sequence = -1 WHERE sequence = 2;
        UPDATE audit_entries SET sequence = 2 WHERE sequence = 5;
        UPDATE audit_entries SET sequence = 5 WHERE sequence = -1`,
      held: 1,
      brokenAt: 2,
    },
    {
      when: "an entry was put under another hash of its own",
      change: "UPDATE audit_entries SET hash = repeat('a', 64) WHERE sequence = 6",
      held: 5,
      brokenAt: 6,
    },
  ])("is broken when $when", async ({ change, held, brokenAt }) => {
    await tamper(change);
    expect(await audit.verify()).toMatchObject({ count: held, brokenAt });
  });

  it("holds when its end was cut off: only the hash written down elsewhere tells", async () => {
    const { lastHash } = await audit.verify();
    await tamper("DELETE FROM audit_entries WHERE sequence = 6");
    const cut = await audit.verify();
    expect(cut).toMatchObject({ count: 5, brokenAt: null });
    expect(cut.lastHash).not.toBe(lastHash);
  });

  it("of an empty journal holds", async () => {
    await tamper("DELETE FROM audit_entries");
    expect(await audit.verify()).toEqual({ count: 0, lastHash: null, brokenAt: null });
  });
});

describe("reading the journal", () => {
  it("goes from the newest entry to the oldest, page by page", async () => {
    const first = await audit.list({ limit: 4, after: undefined }, undefined);
    const second = await audit.list({ limit: 4, after: first.next ?? undefined }, undefined);
    const sequences = [...first.items, ...second.items].map(({ sequence }) => sequence);
    expect(sequences).toEqual([6, 5, 4, 3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it("shows one subject alone", async () => {
    const { items } = await audit.list({ limit: 10, after: undefined }, "run 1");
    expect(items.map(({ sequence }) => sequence)).toEqual([5, 3, 1]);
  });

  it("finds one entry, and none under what is no number", async () => {
    expect(await audit.find("2")).toMatchObject({ subject: "run 0", facts: { number: "2" } });
    expect(await audit.find("7")).toBeUndefined();
    expect(await audit.find("second")).toBeUndefined();
  });
});

/** As the owner of the table, past everything that guards it. */
async function tamper(change: string): Promise<void> {
  await ownerPool.query(`
    ALTER TABLE audit_entries DISABLE TRIGGER immutable;
    ${change};
    ALTER TABLE audit_entries ENABLE TRIGGER immutable`);
}
