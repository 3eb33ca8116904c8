/**
 * A database for the tests of one file: a clone of the migrated template, some 30 ms to make.
 */
import { afterAll, beforeAll, inject } from "vitest";
import { openPool } from "../../packages/api/src/serve/open-pool.ts";
import { inDatabase, newDatabaseName } from "./database-address.ts";

export type TestDatabase = {
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** Open from the first test of the file to the last. */
  readonly pool: ReturnType<typeof openPool>;
};

/**
 * Gives the file, or the `describe` it is called in, an own database that is dropped at the end.
 * Migrated, and empty but for that, unless it is asked for `blank`.
 */
export function testDatabase(content: "migrated" | "blank" = "migrated"): TestDatabase {
  const { url: server, template } = inject("testServer");
  const name = newDatabaseName();
  const url = inDatabase(server, name);
  const pool = openPool({ url, size: 8 });
  beforeAll(async () => {
    const source = content === "migrated" ? ` TEMPLATE ${template}` : "";
    await administer(server, `CREATE DATABASE ${name}${source}`);
  });
  afterAll(async () => {
    await pool.end();
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url, pool };
}

async function administer(url: string, statement: string): Promise<void> {
  const pool = openPool({ url, size: 1 });
  await pool.query(statement);
  await pool.end();
}
