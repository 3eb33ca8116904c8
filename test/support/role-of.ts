import type { testDatabase } from "./database.ts";

/** The role of these connections. */
export async function roleOf(pool: ReturnType<typeof testDatabase>["pool"]): Promise<string> {
  const { rows } = await pool.query<{ role: string }>("SELECT current_user AS role");
  return rows[0]?.role ?? "";
}
