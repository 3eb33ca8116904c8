import { beforeAll, describe, expect, it } from "vitest";
import { immutableTables, RUN_RIGHTS } from "../../../packages/api/src/persistence/run-rights.ts";
import * as schema from "../../../packages/api/src/persistence/schema.ts";
import * as people from "../../../packages/api/src/persistence/schema-people.ts";
import * as publications from "../../../packages/api/src/persistence/schema-publications.ts";
import * as scenarios from "../../../packages/api/src/persistence/schema-scenarios.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const TABLES = Object.entries({ ...schema, ...people, ...publications, ...scenarios })
  .filter(([, table]) => !Array.isArray(table))
  .map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  .sort();
const { pool, ownerPool } = testDatabase();

beforeAll(async () => {
  await keepSchool(pool);
});

describe.each(immutableTables())("rows that are kept for good: %s", (table) => {
  it("are changed by nobody, the owner included", async () => {
    for (const change of await changesOf(table)) {
      await expect(ownerPool.query(change)).rejects.toThrow("are never changed");
    }
  });

  it("are out of reach of the role that serves, before any trigger is asked", async () => {
    for (const change of await changesOf(table)) {
      await expect(pool.query(change)).rejects.toThrow("permission denied");
    }
  });
});

it("the database has the tables of the schema and no others, and a right is said for each", async () => {
  const { rows } = await pool.query<{ readonly name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(TABLES);
  expect(Object.keys(RUN_RIGHTS).sort()).toEqual(TABLES);
});

it("a table is guarded by a trigger where its rows are kept for good, and nowhere else", async () => {
  const { rows } = await pool.query<{ readonly name: string }>(
    "SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'immutable'",
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...immutableTables()].sort());
});

it("amounts are exact numbers of the database", async () => {
  const { rows } = await pool.query<{ readonly type: string; readonly scale: number }>(
    `SELECT data_type AS type, numeric_scale AS scale FROM information_schema.columns
     WHERE column_name LIKE '%tiyn'`,
  );
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter(({ type, scale }) => type !== "numeric" || scale !== 0)).toEqual([]);
});

async function changesOf(table: string): Promise<readonly string[]> {
  const column = await firstColumnOf(table);
  return [
    `UPDATE ${table} SET ${column} = ${column}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ];
}

async function firstColumnOf(table: string): Promise<string | undefined> {
  const { rows } = await ownerPool.query<{ readonly name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
    [table],
  );
  return rows[0]?.name;
}
