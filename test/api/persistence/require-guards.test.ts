import { describe, expect, it } from "vitest";
import { requireGuards } from "../../../packages/api/src/persistence/require-guards.ts";
import { testDatabase } from "../../support/database.ts";
import { refusalOf } from "../../support/refusal-of.ts";

const { pool, ownerPool } = testDatabase();

describe("the guards of rows", () => {
  it("are as the migrations made them", async () => {
    await expect(requireGuards(pool)).resolves.toBeUndefined();
  });

  it.each([
    ["allocation_lines", "DISABLE ROW LEVEL SECURITY", "ENABLE ROW LEVEL SECURITY"],
    ["people", "NO FORCE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"],
    ["audit_entries", "DISABLE TRIGGER immutable", "ENABLE TRIGGER immutable"],
    ["publications", "ENABLE REPLICA TRIGGER immutable", "ENABLE TRIGGER immutable"],
  ])("are missed on %s after %s", async (table, off, on) => {
    await ownerPool.query(`ALTER TABLE ${table} ${off}`);
    const refusal = await refusalOf(() => requireGuards(pool));
    await ownerPool.query(`ALTER TABLE ${table} ${on}`);
    expect(refusal).toEqual({ reason: "rowsUnguarded", facts: { table } });
  });

  it("are doubted when somebody has added a rule of theirs", async () => {
    await ownerPool.query("CREATE POLICY everybody ON estimates USING (true)");
    const refusal = await refusalOf(() => requireGuards(pool));
    await ownerPool.query("DROP POLICY everybody ON estimates");
    expect(refusal).toEqual({ reason: "rowsUnguarded", facts: { table: "estimates" } });
  });
});
