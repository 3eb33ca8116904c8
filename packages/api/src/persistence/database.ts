/** What every part of the store is given, and the ways of asking that they share. */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import type { Page } from "../contract.ts";

/** The database, or a transaction of it. */
export type Database = Pick<
  NodePgDatabase,
  "delete" | "execute" | "insert" | "select" | "selectDistinctOn" | "transaction" | "update"
>;

/**
 * The database behind the connections. A connection that breaks in a transaction, even before it
 * begins, goes back to the pool, which discards it: otherwise its place would be taken for ever.
 */
export function openDatabase(pool: Pool): Database {
  const transaction: Database["transaction"] = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(drizzle(pool), { transaction });
}

/** A page of a list that was asked for one item more than it shows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  shape: { readonly item: (row: Row) => Item; readonly cursor: (row: Row) => string },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(shape.item),
    next: last === undefined ? null : shape.cursor(last),
  };
}
