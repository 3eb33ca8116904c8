/**
 * The product brought up for a measurement: a bundled database of its own, and servers over it with
 * the demonstration opened.
 */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SessionState } from "../../packages/api/src/contract.ts";
import {
  joinLocalPostgres,
  type LocalPostgres,
} from "../../packages/api/src/persistence/local-postgres.ts";
import { startServer } from "../../packages/api/src/serve/start-server.ts";
import { readSettings } from "../../packages/api/src/settings.ts";

export type Served = {
  /** The address of the API. */
  readonly base: string;
  /** The session of an editor of the demonstration, `name=value`. */
  readonly cookie: string;
};

/** Runs the work on an empty database, which is gone afterwards. */
export async function onDatabase<Value>(
  work: (database: LocalPostgres) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-bench-database-"));
  await chmod(folder, 0o755);
  const { signal } = new AbortController();
  const announceFirstRun = (): void => undefined;
  const database = await joinLocalPostgres({ folder, announceFirstRun, stop: signal });
  if (database === undefined) throw new Error("the database was stopped");
  try {
    return await work(database);
  } finally {
    await database.leave();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the work on a new server; the first one over a database opens the demonstration. */
export async function onServer<Value>(
  { url, ownerUrl }: LocalPostgres,
  work: (served: Served) => Promise<Value>,
): Promise<Value> {
  const env = {
    ...{ DATABASE_URL: url, DATABASE_MIGRATE_URL: ownerUrl, PORT: "0" },
    ...{ ZHANBASY_INSTANCE: "bench", ZHANBASY_SECRET: "secret-of-a-bench-".repeat(3) },
  };
  const settings = readSettings({ env, folder: "/", home: "/", isRoot: false });
  const server = await startServer({
    settings: { ...settings, databaseUrl: url },
    onDatabaseLost: () => undefined,
  });
  try {
    const base = `http://localhost:${server.port}/api/v1`;
    return await work({ base, cookie: await enter(base) });
  } finally {
    await server.close();
  }
}

async function enter(base: string): Promise<string> {
  const session = (await (await fetch(`${base}/session`)).json()) as SessionState;
  const editor = session.samples?.find(({ role }) => role === "editor");
  const answer = await (editor === undefined
    ? post(`${base}/first-run/demonstration`, {})
    : post(`${base}/session/sample`, { personId: editor.id }));
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  if (!answer.ok || cookie === "") throw new Error(`no session: ${answer.status}`);
  return cookie;
}

function post(address: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
}
