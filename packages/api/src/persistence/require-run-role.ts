/**
 * Looks at the role that is going to serve, in the catalogues of the database itself: one that
 * could change what is kept for good, or see past the rules for rows, does not serve.
 *
 * A role counts as all that it may become: what it is a member of is its own.
 */
import type { Pool } from "pg";
import { StartRefusal } from "../serve/start-refusal.ts";
import { RUN_RIGHTS, type TableRights } from "./run-rights.ts";

/** Refuses a role for which no rule holds, and one that is the owner, or a member of it. */
export async function requireBoundRole(pool: Pool, owner: string | undefined): Promise<void> {
  const { rows } = await pool.query<{ role: string; isUnbound: boolean; isOwner: boolean }>(
    `SELECT current_user AS role,
            bool_or(rolsuper OR rolbypassrls) AS "isUnbound",
            coalesce(bool_or(rolname = $1), false) AS "isOwner"
     FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')`,
    [owner ?? null],
  );
  const { role = "", isUnbound = true, isOwner = true } = rows[0] ?? {};
  // A superuser is a member of everything.
  if (isUnbound) throw new StartRefusal("runRoleUnbound", { role });
  if (isOwner) throw new StartRefusal("runRoleOwns", { role });
}

/** Refuses a role that owns something of ours, may change more than it is to, or lacks a right. */
export async function requireRunRole(pool: Pool): Promise<void> {
  await requireBoundRole(pool, undefined);
  await requireOwnsNothing(pool);
  await requireNoMore(pool);
  await requireRights(pool);
}

/** Whoever owns a schema may drop what is in it. */
async function requireOwnsNothing(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string }>(
    `SELECT current_user AS role
     WHERE EXISTS (SELECT FROM pg_namespace WHERE nspname IN ('public', 'drizzle')
                   AND pg_has_role(current_user, nspowner, 'MEMBER'))
        OR EXISTS (SELECT FROM pg_class WHERE relnamespace IN
                   (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'drizzle'))
                   AND pg_has_role(current_user, relowner, 'MEMBER'))`,
  );
  const [found] = rows;
  if (found !== undefined) throw new StartRefusal("runRoleOwns", { role: found.role });
}

const CHANGES = ["UPDATE", "DELETE", "TRUNCATE", "TRIGGER"] as const;

async function requireNoMore(pool: Pool): Promise<void> {
  const tables = Object.entries<TableRights>(RUN_RIGHTS);
  const excess = tables.flatMap(([name, { rights }]) =>
    CHANGES.filter((change) => !rights.some((right) => right === change)).map((change) => ({
      name,
      change,
    })),
  );
  const narrow = tables.filter(([, { rights }]) => !rights.includes("UPDATE"));
  const { rows } = await pool.query<{ role: string; name: string }>(
    `SELECT current_user AS role, name FROM unnest($1::text[], $2::text[]) AS t (name, change)
     WHERE has_table_privilege(name, change)
     UNION ALL
     SELECT current_user, name FROM unnest($3::text[], $4::text[]) AS t (name, meant)
     JOIN pg_attribute ON attrelid = name::regclass AND attnum > 0 AND NOT attisdropped
     WHERE NOT attname = ANY (string_to_array(meant, ','))
       AND has_column_privilege(attrelid, attnum, 'UPDATE')
     LIMIT 1`,
    [
      excess.map(({ name }) => name),
      excess.map(({ change }) => change),
      narrow.map(([name]) => name),
      narrow.map(([, { updates }]) => updates.join(",")),
    ],
  );
  const [found] = rows;
  if (found === undefined) return;
  throw new StartRefusal("runRoleMayChange", { role: found.role, table: found.name });
}

async function requireRights(pool: Pool): Promise<void> {
  const rights = Object.entries<TableRights>(RUN_RIGHTS);
  const whole = rights.flatMap(([name, table]) => table.rights.map((right) => ({ name, right })));
  const columns = rights.flatMap(([name, table]) =>
    table.updates.map((column) => ({ name, column })),
  );
  const { rows } = await pool.query<{ role: string; name: string }>(
    `SELECT current_user AS role, name FROM unnest($1::text[], $2::text[]) AS t (name, wanted)
     WHERE NOT has_table_privilege(name, wanted)
     UNION ALL
     SELECT current_user, name FROM unnest($3::text[], $4::text[]) AS t (name, column_name)
     WHERE NOT has_column_privilege(name, column_name, 'UPDATE')
     LIMIT 1`,
    [
      whole.map(({ name }) => name),
      whole.map(({ right }) => right),
      columns.map(({ name }) => name),
      columns.map(({ column }) => column),
    ],
  );
  const [found] = rows;
  if (found === undefined) return;
  throw new StartRefusal("runRoleLacksRights", { role: found.role, detail: found.name });
}
