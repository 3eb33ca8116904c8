/** Brings a database to the shape that this version of the program expects. */
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Pool } from "pg";

/** The compiler does not copy SQL, so the built program reads it from the source as well. */
const MIGRATIONS = fileURLToPath(new URL("../../src/persistence/migrations", import.meta.url));

/**
 * Applies the migrations that are missing; forward only. Two callers at once must be kept apart by
 * an advisory lock of theirs.
 */
export async function migrateDatabase(pool: Pool): Promise<void> {
  await migrate(drizzle(pool), { migrationsFolder: MIGRATIONS });
}

/** `later`: a later version of the program has changed the database; this one does not know how. */
export type DatabaseShape = "behind" | "current" | "later";

/** How the database compares with what this version expects; an empty one is behind. */
export async function findShape(pool: Pool): Promise<DatabaseShape> {
  const { rows } = await pool.query<{ exists: boolean }>(
    "SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS exists",
  );
  if (rows[0]?.exists !== true) return "behind";
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS }).at(-1)?.folderMillis ?? 0;
  const applied = await pool.query<{ last: string | null }>(
    "SELECT max(created_at) AS last FROM drizzle.__drizzle_migrations",
  );
  const last = Number(applied.rows[0]?.last ?? "0");
  if (last === known) return "current";
  return last > known ? "later" : "behind";
}
