/**
 * Makes a database ready to be served: the owner brings it up to date and gives the role that
 * serves its rights, then leaves; the role itself is looked at each time.
 */
import type { Pool, PoolClient } from "pg";
import { openPool } from "../serve/open-pool.ts";
import { errorCode, StartRefusal } from "../serve/start-refusal.ts";
import { findShape, migrateDatabase } from "./migrate-database.ts";
import { requireGuards } from "./require-guards.ts";
import { requireBoundRole, requireRunRole } from "./require-run-role.ts";
import { grantRunRights } from "./run-rights.ts";

export type DatabasePreparation = {
  /** Connections of the role that serves. */
  readonly pool: Pool;
  /** The address of the owner; without it the database must be up to date already. */
  readonly migrateUrl: string | undefined;
};

/** One preparation at a time: the second finds the work done. */
const PREPARING = "1516337010";
/** What PostgreSQL calls a lack of rights. */
const NOT_ALLOWED = "42501";

/** Refuses what a person must mend: another version, missing rights, a role that may too much. */
export async function prepareDatabase({ pool, migrateUrl }: DatabasePreparation): Promise<void> {
  if (migrateUrl === undefined) await requireCurrent(pool);
  else await asOwner(migrateUrl, (owner, ownerPool) => bringUpToDate(pool, owner, ownerPool));
  await requireRunRole(pool);
  await requireGuards(pool);
}

async function requireCurrent(pool: Pool): Promise<void> {
  await requireBoundRole(pool, undefined);
  const shape = await findShape(pool).catch((error: unknown) => {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new StartRefusal("databaseBehind");
  });
  if (shape === "behind") throw new StartRefusal("databaseBehind");
  if (shape === "later") throw new StartRefusal("databaseNewer");
}

async function asOwner(
  url: string,
  work: (owner: PoolClient, pool: Pool) => Promise<void>,
): Promise<void> {
  const pool = openPool({ url, size: 2 });
  try {
    const owner = await pool.connect();
    try {
      await owner.query(`SELECT pg_advisory_lock(${PREPARING})`);
      await work(owner, pool);
      await owner.query(`SELECT pg_advisory_unlock(${PREPARING})`);
    } finally {
      owner.release();
    }
  } finally {
    await pool.end();
  }
}

async function bringUpToDate(pool: Pool, owner: PoolClient, ownerPool: Pool): Promise<void> {
  await requireBoundRole(pool, await roleOf(ownerPool));
  try {
    if ((await findShape(ownerPool)) === "later") throw new StartRefusal("databaseNewer");
    await migrateDatabase(ownerPool);
    await grantRunRights(owner, await roleOf(pool));
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (errorCode(cause) !== NOT_ALLOWED) throw error;
    const detail = cause instanceof Error ? cause.message : "";
    throw new StartRefusal("databaseForbidden", { detail });
  }
}

async function roleOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ role: string }>("SELECT current_user AS role");
  return rows[0]?.role ?? "";
}
