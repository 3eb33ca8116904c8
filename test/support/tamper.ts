/** Changes behind the product's back, as only the owner of the database can make them. */
import type { testDatabase } from "./database.ts";

type Pool = ReturnType<typeof testDatabase>["ownerPool"];

export type Tampering = {
  /** Whose rows are changed though nobody may. */
  readonly table: string;
  readonly statement: string;
  readonly values?: readonly string[];
};

/** One statement, with what keeps rows from being changed turned off for it alone. */
export async function tamper(
  pool: Pool,
  { table, statement, values = [] }: Tampering,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(statement, [...values]);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
