/** The server: the API and the page over one database, on one port of this machine. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import type { Pool } from "pg";
import { createApp } from "../app.ts";
import type { RunSummary } from "../contract.ts";
import { demonstrationCity } from "../files/demonstration-city.ts";
import { warmUp } from "../http/warm-up.ts";
import { isOfLaterVersion, migrateDatabase } from "../persistence/migrate-database.ts";
import { createPostgresStore } from "../persistence/postgres-store.ts";
import { loadDemonstrationOnce } from "../usecases/load-demonstration.ts";
import type { Store } from "../usecases/ports.ts";
import { openPool } from "./open-pool.ts";
import { LOOPBACK } from "./port-holder.ts";
import { errorCode, StartRefusal } from "./start-refusal.ts";

export type ServerRequest = {
  readonly databaseUrl: string;
  /** 0 for a free one. */
  readonly port: number;
  readonly instance: string;
  /** Called before the demonstration city is loaded into an empty database. */
  readonly onLoadingDemonstration: () => void;
  /** Called when a connection to the database breaks; the next query opens another one. */
  readonly onDatabaseLost: () => void;
};

export type RunningServer = {
  readonly port: number;
  /** Whether the newest run is of invented data. */
  readonly isDemonstration: boolean;
  /** Answers what was asked, then ends. */
  readonly close: () => Promise<void>;
};

const PAGE = fileURLToPath(new URL("../../../ui/dist/page", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
const CONNECTIONS = 10;
const PREPARING = "1516337010";
const LAST_ANSWER_MS = 5_000;
/** What PostgreSQL calls a lack of rights. */
const NOT_ALLOWED = "42501";

const clock = (): Date => new Date();
const ids = (): string => randomUUID();

/** Prepares the database and serves it; a port that is taken is refused. */
export async function startServer(request: ServerRequest): Promise<RunningServer> {
  const { databaseUrl, instance, onDatabaseLost } = request;
  const pool = openPool({ url: databaseUrl, size: CONNECTIONS, onLost: onDatabaseLost });
  try {
    const store = createPostgresStore(pool);
    const isDemonstration = await prepareStore(pool, store, request.onLoadingDemonstration);
    const app = createApp({ store, pageFolder: PAGE, version: version(), instance, clock, ids });
    await warmUp(app);
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const port = await listen(server, request.port);
    const close = async (): Promise<void> => {
      await closeServer(server);
      await pool.end();
    };
    return { port, isDemonstration, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** One server at a time: the second finds the work done. */
async function prepareStore(pool: Pool, store: Store, announce: () => void): Promise<boolean> {
  const connection = await pool.connect();
  try {
    await connection.query(`SELECT pg_advisory_lock(${PREPARING})`);
    await bringUpToDate(pool);
    const isEmpty = (await newestRun(store)) === undefined;
    if (isEmpty) {
      announce();
      await loadDemonstrationOnce({ store, clock, ids, city: demonstrationCity });
    }
    await connection.query(`SELECT pg_advisory_unlock(${PREPARING})`);
  } finally {
    connection.release();
  }
  return (await newestRun(store))?.isDemonstration ?? false;
}

/** A database of a later version, or one that the role may not shape, is refused. */
async function bringUpToDate(pool: Pool): Promise<void> {
  if (await isOfLaterVersion(pool)) throw new StartRefusal("databaseNewer");
  try {
    await migrateDatabase(pool);
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (errorCode(cause) !== NOT_ALLOWED) throw error;
    const detail = cause instanceof Error ? cause.message : "";
    throw new StartRefusal("databaseForbidden", { detail });
  }
}

async function newestRun(store: Store): Promise<RunSummary | undefined> {
  const { items } = await store.runs.list({ limit: 1, after: undefined });
  return items[0];
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = errorCode(error) === "EADDRINUSE";
      reject(isTaken ? new StartRefusal("portTaken", { port: String(port), other: "" }) : error);
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Answers that take too long are cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWER_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function version(): string {
  const text = readFileSync(PACKAGE, "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
