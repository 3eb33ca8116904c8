/**
 * A database for the tests of one file: a clone of the migrated template, some 30 ms to make.
 */
import { afterAll, beforeAll, inject } from "vitest";
import { openOwnPool, openPool } from "../../packages/api/src/serve/open-pool.ts";
import { inDatabase, newDatabaseName } from "./database-address.ts";

type Pool = ReturnType<typeof openPool>;

/** Its pools are open from the first test of the file to the last. */
export type TestDatabase = {
  /** For `DATABASE_URL`: the role that serves. */
  readonly url: string;
  /** For `DATABASE_MIGRATE_URL`: the owner. */
  readonly ownerUrl: string;
  /** As the role that serves, with the sight of the whole city: what the product uses. */
  readonly pool: Pool;
  /** As the role that serves; sees no row until it says whose. */
  readonly ownPool: Pool;
  /** As the owner, who can do what the product cannot. */
  readonly ownerPool: Pool;
};

/**
 * Gives the file, or the `describe` it is called in, an own database that is dropped at the end.
 * Migrated, and empty but for that, unless it is asked for `blank`.
 */
export function testDatabase(content: "migrated" | "blank" = "migrated"): TestDatabase {
  const server = inject("testServer");
  const name = newDatabaseName();
  const url = inDatabase(server.runUrl, name);
  const ownerUrl = inDatabase(server.url, name);
  const pool = openPool({ url, size: 8 });
  const ownPool = openOwnPool({ url, size: 2 });
  const ownerPool = openPool({ url: ownerUrl, size: 2 });
  beforeAll(async () => {
    const source = content === "migrated" ? ` TEMPLATE ${server.template}` : "";
    await administer(server.url, `CREATE DATABASE ${name}${source}`);
  });
  afterAll(async () => {
    await Promise.all([pool, ownPool, ownerPool].map((each) => each.end()));
    await administer(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url, ownerUrl, pool, ownPool, ownerPool };
}

async function administer(url: string, statement: string): Promise<void> {
  const pool = openPool({ url, size: 1 });
  await pool.query(statement);
  await pool.end();
}
