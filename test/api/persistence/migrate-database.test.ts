import { expect, it } from "vitest";
import {
  findShape,
  migrateDatabase,
} from "../../../packages/api/src/persistence/migrate-database.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { ownerPool: pool } = testDatabase("blank");

it("an empty database is behind, until it is brought to the shape that the store needs", async () => {
  expect(await findShape(pool)).toBe("behind");
  await migrateDatabase(pool);
  expect(await findShape(pool)).toBe("current");
  expect((await keepSchool(pool)).run.lineCount).toBe(2);
});

it("a database that is up to date stays as it is", async () => {
  const before = await migrations();
  await migrateDatabase(pool);
  expect(await migrations()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});

it("a database that a later or an earlier version has left is known by it", async () => {
  await pool.query(`
    INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
  expect(await findShape(pool)).toBe("later");
  await pool.query(`
    DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'later' OR id =
      (SELECT max(id) FROM drizzle.__drizzle_migrations WHERE hash <> 'later')`);
  expect(await findShape(pool)).toBe("behind");
});

async function migrations(): Promise<readonly unknown[]> {
  const { rows } = await pool.query<object>("SELECT * FROM drizzle.__drizzle_migrations");
  return rows;
}
