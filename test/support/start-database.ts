/**
 * The database server of a test run, as set-up of the projects that need one: the server of
 * `DATABASE_URL`, whose user may make databases and roles there, else the bundled one in a
 * temporary folder. A database that does not start fails the run.
 */
import { randomBytes } from "node:crypto";
import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { joinLocalPostgres } from "../../packages/api/src/persistence/local-postgres.ts";
import { prepareDatabase } from "../../packages/api/src/persistence/prepare-database.ts";
import { openPool } from "../../packages/api/src/serve/open-pool.ts";
import { inDatabase, newDatabaseName } from "./database-address.ts";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended here.
  export interface ProvidedContext {
    readonly testServer: {
      /** The server's first database, as the owner of what the tests make. */
      readonly url: string;
      /** The same as the role that serves. */
      readonly runUrl: string;
      /** A migrated database to clone. */
      readonly template: string;
    };
  }
}

/** Starts the server, or joins it when another project of this run has started it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, runUrl, stop } = await serverOfRun();
  const template = newDatabaseName();
  const administration = openPool({ url, size: 1 });
  await administration.query(`CREATE DATABASE ${template}`);
  const pool = openPool({ url: inDatabase(runUrl, template), size: 1 });
  await prepareDatabase({ pool, migrateUrl: inDatabase(url, template) });
  await pool.end();
  provide("testServer", { url, runUrl, template });
  return async () => {
    await administration.query(`DROP DATABASE ${template} WITH (FORCE)`);
    await administration.end();
    await stop();
  };
}

type Server = {
  readonly url: string;
  readonly runUrl: string;
  readonly stop: () => Promise<void>;
};

async function serverOfRun(): Promise<Server> {
  const given = process.env["DATABASE_URL"];
  return given === undefined || given === "" ? bundledServer() : serverOfOthers(given);
}

/** A role that serves, for this run only. */
async function serverOfOthers(url: string): Promise<Server> {
  const role = `zhanbasy_run_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  const administration = openPool({ url, size: 1 });
  await administration.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
  const runUrl = new URL(url);
  runUrl.username = role;
  runUrl.password = password;
  const stop = async (): Promise<void> => {
    await administration.query(`DROP ROLE ${role}`);
    await administration.end();
  };
  return { url, runUrl: runUrl.href, stop };
}

async function bundledServer(): Promise<Server> {
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
  return { url: server.ownerUrl, runUrl: server.url, stop };
}
