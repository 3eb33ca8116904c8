/** Connections to a database. */
import { Pool } from "pg";

export type PoolRequest = {
  /** `postgresql://…` */
  readonly url: string;
  /** The most connections at one time. */
  readonly size: number;
  /** Told of a connection that broke; the next query opens another one. */
  readonly onLost?: (error: Error) => void;
};

/** A pool that opens its connections when they are needed, and survives one that breaks. */
export function openPool({ url, size, onLost = () => undefined }: PoolRequest): Pool {
  const pool = new Pool({ connectionString: url, max: size });
  // Each connection tells of its end itself, also while it is in use; the pool would repeat it.
  pool.on("connect", (client) => client.on("error", onLost));
  pool.on("error", () => undefined);
  return pool;
}
