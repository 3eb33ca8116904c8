import { expect, it } from "vitest";
import { migrateDatabase } from "../../../packages/api/src/persistence/migrate-database.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase("blank");

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

async function migrations(): Promise<readonly unknown[]> {
  const { rows } = await pool.query<object>("SELECT * FROM drizzle.__drizzle_migrations");
  return rows;
}
