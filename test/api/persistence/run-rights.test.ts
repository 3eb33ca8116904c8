import { describe, expect, it } from "vitest";
import {
  grantRunRights,
  immutableTables,
} from "../../../packages/api/src/persistence/run-rights.ts";
import { testDatabase } from "../../support/database.ts";
import { roleOf } from "../../support/role-of.ts";

const { pool, ownerPool } = testDatabase();

describe("the role that serves", () => {
  it("changes of a scenario what is meant to change, and nothing else", async () => {
    await pool.query("UPDATE scenarios SET name = '', state = 'draft', revision = 1");
    await expect(pool.query("UPDATE scenarios SET register_hash = ''")).rejects.toThrow(
      "permission denied",
    );
    await expect(pool.query("DELETE FROM scenarios")).rejects.toThrow("permission denied");
  });

  it("removes nobody, and ends any session", async () => {
    await expect(pool.query("DELETE FROM people")).rejects.toThrow("permission denied");
    await expect(pool.query("DELETE FROM sessions")).resolves.toMatchObject({ rowCount: 0 });
  });

  it.each([
    "CREATE TABLE mine (id integer)",
    "ALTER TABLE audit_entries DISABLE TRIGGER immutable",
    "ALTER TABLE scenarios DISABLE ROW LEVEL SECURITY",
    "DROP POLICY city ON people",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS ''",
    "SET session_replication_role = replica",
    "DELETE FROM drizzle.__drizzle_migrations",
    "CREATE TRIGGER mine BEFORE INSERT ON audit_entries EXECUTE FUNCTION refuse_change()",
  ])("cannot %s", async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("loses a right that it should not have, when rights are granted again", async () => {
    const role = await roleOf(pool);
    const [table = ""] = immutableTables();
    await ownerPool.query(`GRANT DELETE ON ${table} TO ${role}, PUBLIC`);
    await grantAgain(role);
    await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow("permission denied");
  });

  it("keeps its rights when granting fails half-way", async () => {
    await ownerPool.query("ALTER TABLE sign_in_failures RENAME TO elsewhere");
    await expect(grantAgain(await roleOf(pool))).rejects.toThrow("sign_in_failures");
    await ownerPool.query("ALTER TABLE elsewhere RENAME TO sign_in_failures");
    await expect(pool.query("SELECT FROM people")).resolves.toMatchObject({ rowCount: 0 });
  });
});

async function grantAgain(role: string): Promise<void> {
  const owner = await ownerPool.connect();
  try {
    await grantRunRights(owner, role);
  } finally {
    owner.release();
  }
}
