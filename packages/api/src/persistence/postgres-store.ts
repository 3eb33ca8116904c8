/** The store on PostgreSQL 15 or later. */
import type { Pool } from "pg";
import type { Store } from "../usecases/ports.ts";
import { openDatabase } from "./database.ts";
import { createMethodologyStore } from "./postgres-methodologies.ts";
import { createRegisterStore } from "./postgres-registers.ts";
import { createRunStore } from "./postgres-runs.ts";

/** Everything that is kept, in a database that was migrated. */
export function createPostgresStore(pool: Pool): Store {
  const database = openDatabase(pool);
  return {
    registers: createRegisterStore(database),
    methodologies: createMethodologyStore(database),
    runs: createRunStore(database),
  };
}
