/** Brings a database to the shape that this version of the program expects. */
import { fileURLToPath } from "node:url";
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
