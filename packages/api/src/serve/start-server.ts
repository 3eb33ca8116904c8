/** The server: the API and the page over one database, on one port. */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Pool } from "pg";
import { warmUp } from "../http/warm-up.ts";
import { createPostgresStore } from "../persistence/postgres-store.ts";
import { prepareDatabase } from "../persistence/prepare-database.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../usecases/ports.ts";
import { assembleApp } from "./assemble-app.ts";
import { makeFirstRunCode } from "./first-run-code.ts";
import { keepSecret } from "./keep-secret.ts";
import { openOwnPool, openPool } from "./open-pool.ts";
import { errorCode, StartRefusal } from "./start-refusal.ts";

export type ServerRequest = {
  readonly settings: Settings & { readonly databaseUrl: string };
  /** Called when a connection to the database breaks; the next query opens another one. */
  readonly onDatabaseLost: () => void;
};

export type RunningServer = {
  readonly port: number;
  /** Whether the newest run is of invented data. */
  readonly isDemonstration: boolean;
  /** What the first account takes; nothing once somebody has one. */
  readonly firstRunCode: string | undefined;
  /** Answers what was asked, then ends. */
  readonly close: () => Promise<void>;
};

const CONNECTIONS = 10;
/** Directors read little, and seldom all at once. */
const OWN_CONNECTIONS = 3;
const LAST_ANSWER_MS = 5_000;

const clock = (): Date => new Date();
const ids = (): string => randomUUID();

/** Prepares the database and serves it; a port that is taken is refused. */
export async function startServer(request: ServerRequest): Promise<RunningServer> {
  const { settings, onDatabaseLost } = request;
  const { databaseUrl: url, migrateUrl } = settings;
  const pool = openPool({ url, size: CONNECTIONS, onLost: onDatabaseLost });
  const ownPool = openOwnPool({ url, size: OWN_CONNECTIONS, onLost: onDatabaseLost });
  const endPools = async (): Promise<void> => {
    await Promise.all([pool.end(), ownPool.end()]);
  };
  try {
    await prepareDatabase({ pool, migrateUrl });
    return await serve(settings, { pool, ownPool, endPools });
  } catch (error) {
    await endPools();
    throw error;
  }
}

type Pools = {
  readonly pool: Pool;
  readonly ownPool: Pool;
  readonly endPools: () => Promise<void>;
};

async function serve(settings: Settings, pools: Pools): Promise<RunningServer> {
  const { pool, ownPool, endPools } = pools;
  const secret = settings.secret ?? (await keepSecret(settings.dataFolder));
  const store = createPostgresStore(pool, ownPool);
  const firstRunCode = makeFirstRunCode();
  const closing = new AbortController();
  let port = settings.port;
  const app = assembleApp({
    ...{ settings, pool, store, secret, clock, ids, firstRunCode },
    address: () => settings.publicUrl ?? `http://localhost:${port}`,
    closing: closing.signal,
  });
  await warmUp(app);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, settings);
  return {
    port,
    isDemonstration: await isDemonstration(store),
    firstRunCode: (await store.people.isEmpty()) ? firstRunCode : undefined,
    close: async () => {
      closing.abort();
      await closeServer(server);
      await endPools();
    },
  };
}

async function isDemonstration({ runs }: Store): Promise<boolean> {
  const { items } = await runs.list({ limit: 1, after: undefined });
  return items[0]?.isDemonstration ?? false;
}

function listen(server: Server, { port, listenAddress }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(refusalOfPort(error, port)));
    server.listen(port, listenAddress, () => resolve((server.address() as AddressInfo).port));
  });
}

function refusalOfPort(error: Error, port: number): Error {
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new StartRefusal("portTaken", { port: String(port), other: "" });
    case "EADDRNOTAVAIL":
      return new StartRefusal("listenUnavailable");
    default:
      return error;
  }
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
