import { beforeAll, describe, expect, it } from "vitest";
import * as schema from "../../../packages/api/src/persistence/schema.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const TABLES = Object.keys(schema)
  .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  .sort();
const { pool } = testDatabase();

beforeAll(async () => {
  await keepSchool(pool);
});

describe("rows of every table are never changed", () => {
  it.each(TABLES)("%s", async (table) => {
    const column = await firstColumnOf(table);
    const changes = [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ];
    for (const change of changes) {
      await expect(pool.query(change)).rejects.toThrow("are never changed");
    }
  });
});

it("the database has the tables of the schema and no others", async () => {
  const { rows } = await pool.query<{ readonly name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(TABLES);
});

it("amounts are exact numbers of the database", async () => {
  const { rows } = await pool.query<{ readonly type: string; readonly scale: number }>(
    `SELECT data_type AS type, numeric_scale AS scale FROM information_schema.columns
     WHERE column_name LIKE '%tiyn'`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter(({ type, scale }) => type !== "numeric" || scale !== 0)).toEqual([]);
});

async function firstColumnOf(table: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ readonly name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = $1 AND ordinal_position = 1`,
    [table],
  );
  return rows[0]?.name;
}
