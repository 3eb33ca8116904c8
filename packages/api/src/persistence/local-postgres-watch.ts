/**
 * A connection that a start keeps to the bundled PostgreSQL for as long as it uses it.
 *
 * When it breaks, the database is gone. While it lives it holds a shared advisory lock, so that the
 * last start to leave, and no other, can take the lock alone and stop the database. PostgreSQL
 * frees the locks of a start that was killed, so nothing stale is ever left behind.
 */
import { realpathSync } from "node:fs";
import { Client } from "pg";
import { errorCode, StartRefusal } from "../serve/start-refusal.ts";
import { DATABASE_NAME, RUN_ROLE } from "./local-postgres-cluster.ts";
import { type LocalPostgresPlace, SOCKET_PORT } from "./local-postgres-place.ts";
import { isAlive, stopDatabaseProcess } from "./local-postgres-process.ts";

export type Watch = {
  /** Whether the connection has broken. */
  readonly isLost: () => boolean;
  /** Resolves when the connection has broken. */
  readonly lost: Promise<void>;
  /** Ends the use of the database; true when it was the last one and stopped it. */
  readonly leave: () => Promise<boolean>;
};

/** What came of an attempt to connect: `busy` is a database that starts or stops just now. */
export type WatchAttempt =
  | { readonly kind: "joined"; readonly watch: Watch }
  | { readonly kind: "busy" }
  | { readonly kind: "absent" };

const IN_USE = "1516337001";
const MAKING_DATABASE = "1516337002";

const CANNOT_CONNECT_NOW = "57P03";
const TOO_MANY_CONNECTIONS = "53300";
const BUSY = new Set([CANNOT_CONNECT_NOW, TOO_MANY_CONNECTIONS, "57P01", "57P02", "ETIMEDOUT"]);
const FORBIDDEN = new Set(["EACCES", "EPERM"]);

/** Connects to the database of this place and makes what it needs when it is not there yet. */
export async function openWatch(place: LocalPostgresPlace): Promise<WatchAttempt> {
  const client = new Client({
    host: place.socketFolder,
    port: SOCKET_PORT,
    user: DATABASE_NAME,
    database: "postgres",
    application_name: "zhanbasy start",
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  let isLost = false;
  const lost = new Promise<void>((resolve) => {
    const lose = (): void => {
      isLost = true;
      resolve();
    };
    client.on("error", lose);
    client.on("end", lose);
  });
  try {
    await client.connect();
    const joined = await join(client, place);
    if (joined === undefined) {
      await client.end();
      return { kind: "busy" };
    }
    const leave = (): Promise<boolean> => leaveDatabase(client, joined);
    return { kind: "joined", watch: { isLost: () => isLost, lost, leave } };
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = errorCode(error);
    if (FORBIDDEN.has(code)) {
      throw new StartRefusal("socketFolderForeign", { folder: place.socketFolder });
    }
    if (error instanceof StartRefusal) throw error;
    if (BUSY.has(code)) return { kind: "busy" };
    if (isLost || isConnectionError(code)) return { kind: "absent" };
    throw error;
  }
}

/** The id of the first process of the database; nothing when it is about to stop. */
async function join(client: Client, place: LocalPostgresPlace): Promise<number | undefined> {
  const { rows } = await client.query<{ folder: string; lockFile: string; isMine: boolean }>(`
    SELECT current_setting('data_directory') AS folder,
           pg_read_file('postmaster.pid') AS "lockFile",
           pg_try_advisory_lock_shared(${IN_USE}) AS "isMine"`);
  const [row] = rows;
  if (row === undefined || !row.isMine) return undefined;
  if (realpathSync(row.folder) !== realpathSync(place.cluster)) {
    throw new StartRefusal("socketFolderForeign", { folder: place.socketFolder });
  }
  await client.query(`SELECT pg_advisory_lock(${MAKING_DATABASE})`);
  const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE_NAME]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  const role = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [RUN_ROLE]);
  if (role.rowCount === 0) await client.query(`CREATE ROLE ${RUN_ROLE} LOGIN`);
  await client.query(`SELECT pg_advisory_unlock(${MAKING_DATABASE})`);
  return Number(row.lockFile.split("\n")[0]);
}

async function leaveDatabase(client: Client, processId: number): Promise<boolean> {
  const { rows } = await client.query<{ isLast: boolean }>(`
    SELECT pg_advisory_unlock_shared(${IN_USE}), pg_try_advisory_lock(${IN_USE}) AS "isLast"`);
  const isLast = rows[0]?.isLast === true;
  if (isLast && isAlive(processId)) await stopDatabaseProcess(processId);
  await client.end();
  return isLast;
}

function isConnectionError(code: string): boolean {
  return ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTCONN", ""].includes(code);
}
