import { describe, expect, it } from "vitest";
import {
  requireBoundRole,
  requireRunRole,
} from "../../../packages/api/src/persistence/require-run-role.ts";
import { testDatabase } from "../../support/database.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { roleOf } from "../../support/role-of.ts";
import { poolOf, temporaryRole } from "../../support/temporary-role.ts";

const database = testDatabase();
const { pool, ownerPool } = database;

describe("a role serves", () => {
  it("when it was given its rights and nothing else", async () => {
    await expect(requireRunRole(pool)).resolves.toBeUndefined();
  });
});

describe("a role is refused", () => {
  it("when it is a superuser, or a rule for rows does not bind it", async () => {
    const unbound = await temporaryRole(database, "BYPASSRLS");
    const above = await temporaryRole(database, "SUPERUSER");
    for (const role of [unbound, above]) {
      expect(await refusalOf(() => requireRunRole(poolOf(role)))).toEqual({
        reason: "runRoleUnbound",
        facts: { role: role.name },
      });
    }
  });

  it("when it may become one that is not bound", async () => {
    const unbound = await temporaryRole(database, "BYPASSRLS");
    const member = await temporaryRole(database, `IN ROLE ${unbound.name}`);
    const refusal = await refusalOf(() => requireRunRole(poolOf(member)));
    expect(refusal.reason).toBe("runRoleUnbound");
  });

  it("when it owns a table, the schema or the database", async () => {
    const role = await temporaryRole(database);
    const owner = await roleOf(ownerPool);
    const pairs = [
      [`ALTER TABLE sessions OWNER TO ${role.name}`, `ALTER TABLE sessions OWNER TO ${owner}`],
      [`ALTER SCHEMA drizzle OWNER TO ${role.name}`, `ALTER SCHEMA drizzle OWNER TO ${owner}`],
      [databaseOwner(role.name), databaseOwner(owner)],
    ];
    for (const [give = "", take = ""] of pairs) {
      await ownerPool.query(give);
      const refusal = await refusalOf(() => requireRunRole(poolOf(role)));
      await ownerPool.query(take);
      expect(refusal).toEqual({ reason: "runRoleOwns", facts: { role: role.name } });
    }
  });

  it("when it is the role that shapes the database, or a member of it", async () => {
    const shaping = await temporaryRole(database);
    const member = await temporaryRole(database, `IN ROLE ${shaping.name}`);
    for (const role of [shaping, member]) {
      const refusal = await refusalOf(() => requireBoundRole(poolOf(role), shaping.name));
      expect(refusal.reason).toBe("runRoleOwns");
    }
  });

  it.each([
    "DELETE ON audit_entries",
    "UPDATE (amount_tiyn) ON allocation_lines",
    "TRUNCATE ON publications",
    "TRIGGER ON scenario_edits",
    "DELETE ON people",
    "UPDATE (register_hash) ON scenarios",
    "UPDATE ON person_organisations",
  ])("when it may %s", async (right) => {
    const role = await roleOf(pool);
    await ownerPool.query(`GRANT ${right} TO ${role}`);
    const refusal = await refusalOf(() => requireRunRole(pool));
    await ownerPool.query(`REVOKE ${right} FROM ${role}`);
    const table = right.split(" ").at(-1);
    expect(refusal).toEqual({ reason: "runRoleMayChange", facts: { role, table } });
  });

  it.each([
    ["SELECT ON people", "people"],
    ["UPDATE (state) ON scenarios", "scenarios"],
  ])("when it lacks %s", async (right, detail) => {
    const role = await roleOf(pool);
    await ownerPool.query(`REVOKE ${right} FROM ${role}`);
    const refusal = await refusalOf(() => requireRunRole(pool));
    await ownerPool.query(`GRANT ${right} TO ${role}`);
    expect(refusal).toEqual({ reason: "runRoleLacksRights", facts: { role, detail } });
  });
});

function databaseOwner(role: string): string {
  return `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO ${role}', current_database()); END $$`;
}
