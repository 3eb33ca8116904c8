import { describe, expect, it } from "vitest";
import { createUnitOfWork } from "../../../packages/api/src/identity/unit-of-work.ts";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { people } from "../../../packages/api/src/persistence/schema-people.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();
const VISITOR = { address: "", userAgent: "" };

describe("a unit of work", () => {
  it("keeps all that is written inside of it, or nothing", async () => {
    const database = openDatabase(pool);
    const work = createUnitOfWork(database);
    const write = (email: string) =>
      work
        .current()
        .insert(people)
        .values({
          ...{ id: crypto.randomUUID(), email, name: "Дина", emailVerified: true },
          ...{ role: "editor", language: "kk", isActive: true, isSample: false },
        });
    const failing = work.inTransaction(async () => {
      await write("one@example.kz");
      await work.inTransaction(() => write("two@example.kz"));
      throw new Error("not today");
    });
    await expect(failing).rejects.toThrow("not today");
    expect(await database.select().from(people)).toEqual([]);
    await work.inTransaction(() => write("three@example.kz"));
    expect(await database.select().from(people)).toHaveLength(1);
    expect(work.current()).toBe(database);
  });

  it("knows how a session begins only where one does", async () => {
    const work = createUnitOfWork(openDatabase(pool));
    expect(work.entry()).toBeUndefined();
    const entry = { way: "password", visitor: VISITOR } as const;
    const inside = await work.entering(entry, () =>
      work.inTransaction(() => Promise.resolve(work.entry())),
    );
    expect(inside).toEqual(entry);
  });
});
