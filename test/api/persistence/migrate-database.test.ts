import { expect, it } from "vitest";
import {
  isOfLaterVersion,
  migrateDatabase,
} from "../../../packages/api/src/persistence/migrate-database.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase("blank");

it("an empty database is of no version", async () => {
  expect(await isOfLaterVersion(pool)).toBe(false);
});

it("an empty database is brought to the shape that the store needs", async () => {
  await migrateDatabase(pool);
  expect((await keepSchool(pool)).run.lineCount).toBe(2);
});

it("a database that is up to date stays as it is", async () => {
  const before = await migrations();
  await migrateDatabase(pool);
  expect(await migrations()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});

it("a database that a later version has changed is known by it", async () => {
  expect(await isOfLaterVersion(pool)).toBe(false);
  await pool.query(`
    INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
  expect(await isOfLaterVersion(pool)).toBe(true);
  await pool.query("DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'later'");
});

async function migrations(): Promise<readonly unknown[]> {
  const { rows } = await pool.query<object>("SELECT * FROM drizzle.__drizzle_migrations");
  return rows;
}
