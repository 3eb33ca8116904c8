/** Connections to a database. */
import { type ClientBase, Pool, type PoolConfig } from "pg";

export type PoolRequest = {
  /** `postgresql://…` */
  readonly url: string;
  /** The most connections at one time. */
  readonly size: number;
  /** Told of a connection that broke; the next query opens another one. */
  readonly onLost?: (error: Error) => void;
};

/** Nobody waits for ever for a connection: the answer is that the database is not there. */
const WAITING = { connectionTimeoutMillis: 10_000 };

/** The pool waits for what it is told to do with a new connection, though its type hides that. */
const SIGHT_OF_CITY = { onConnect: seeCity };

/**
 * A pool whose connections see the rows of the whole city. It opens them when they are needed, and
 * survives one that breaks.
 */
export function openPool(request: PoolRequest): Pool {
  return open(request, SIGHT_OF_CITY);
}

/** The same, but the connections see no row until a transaction says whose rows it wants. */
export function openOwnPool(request: PoolRequest): Pool {
  return open(request, {});
}

function open({ url, size, onLost = () => undefined }: PoolRequest, config: PoolConfig): Pool {
  const pool = new Pool({ connectionString: url, max: size, ...WAITING, ...config });
  // Each connection tells of its end itself, also while it is in use; the pool would repeat it.
  pool.on("connect", (client) => client.on("error", onLost));
  pool.on("error", () => undefined);
  return pool;
}

/** A statement of its own, because what stands between may not pass on what a connection asks. */
async function seeCity(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('zhanbasy.organisations', '*', false)");
}
