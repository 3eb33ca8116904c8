/**
 * The database server of a test run, as set-up of the projects that need one: the server of
 * `DATABASE_URL`, else the bundled one in a temporary folder. A database that does not start fails
 * the run.
 */
import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { joinLocalPostgres } from "../../packages/api/src/persistence/local-postgres.ts";
import { migrateDatabase } from "../../packages/api/src/persistence/migrate-database.ts";
import { openPool } from "../../packages/api/src/serve/open-pool.ts";
import { inDatabase, newDatabaseName } from "./database-address.ts";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended here.
  export interface ProvidedContext {
    /** The address of the server's first database, and a migrated database to clone. */
    readonly testServer: { readonly url: string; readonly template: string };
  }
}

/** Starts the server, or joins it when another project of this run has started it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await serverOfRun();
  const template = newDatabaseName();
  const administration = openPool({ url, size: 1 });
  await administration.query(`CREATE DATABASE ${template}`);
  const pool = openPool({ url: inDatabase(url, template), size: 1 });
  await migrateDatabase(pool);
  await pool.end();
  provide("testServer", { url, template });
  return async () => {
    await administration.query(`DROP DATABASE ${template} WITH (FORCE)`);
    await administration.end();
    await stop();
  };
}

type Server = { readonly url: string; readonly stop: () => Promise<void> };

async function serverOfRun(): Promise<Server> {
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: () => Promise.resolve() };
  const folder = join(tmpdir(), `zhanbasy-test-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const { signal } = new AbortController();
  const server = await joinLocalPostgres({
    folder,
    announceFirstRun: () => undefined,
    stop: signal,
  });
  if (server === undefined) throw new Error("The database of the tests was stopped.");
  const stop = async (): Promise<void> => {
    const wasLast = await server.leave();
    if (wasLast) await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
