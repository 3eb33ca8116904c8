/** The product brought up for a measurement: a bundled database of its own, and servers over it. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinLocalPostgres } from "../../packages/api/src/persistence/local-postgres.ts";
import { startServer } from "../../packages/api/src/serve/start-server.ts";

/** Runs the work on an empty database, given by its address, which is gone afterwards. */
export async function onDatabase<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-bench-database-"));
  await chmod(folder, 0o755);
  const { signal } = new AbortController();
  const announceFirstRun = (): void => undefined;
  const database = await joinLocalPostgres({ folder, announceFirstRun, stop: signal });
  if (database === undefined) throw new Error("the database was stopped");
  try {
    return await work(database.url);
  } finally {
    await database.leave();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the work on a new server, given by the address of its API. */
export async function onServer<Value>(
  databaseUrl: string,
  work: (base: string) => Promise<Value>,
): Promise<Value> {
  const server = await startServer({
    ...{ databaseUrl, port: 0, instance: "bench" },
    onLoadingDemonstration: () => undefined,
    onDatabaseLost: () => undefined,
  });
  try {
    return await work(`http://127.0.0.1:${server.port}/api/v1`);
  } finally {
    await server.close();
  }
}
