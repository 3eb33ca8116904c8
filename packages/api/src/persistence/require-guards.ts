/**
 * Looks whether the guards of rows are where the migrations put them: rules for rows on every
 * table, and the trigger that refuses changes where rows are kept for good. Who owns the tables can
 * switch them off by hand and forget it.
 */
import type { Pool } from "pg";
import { StartRefusal } from "../serve/start-refusal.ts";
import { immutableTables, RUN_RIGHTS } from "./run-rights.ts";

/** Refuses a database with a table that is not guarded. */
export async function requireGuards(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name
     JOIN pg_class ON pg_class.oid = name::regclass
     WHERE NOT (relrowsecurity AND relforcerowsecurity)
        OR ARRAY(SELECT polname FROM pg_policy WHERE polrelid = pg_class.oid)
           NOT IN (ARRAY['city'::name], ARRAY['city_or_own'::name])
     UNION ALL
     SELECT name FROM unnest($2::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = name::regclass
                       AND tgname = 'immutable' AND tgenabled IN ('O', 'A'))
     LIMIT 1`,
    [Object.keys(RUN_RIGHTS), immutableTables()],
  );
  const [found] = rows;
  if (found !== undefined) throw new StartRefusal("rowsUnguarded", { table: found.name });
}
