import { describe, expect, it } from "vitest";
import { prepareDatabase } from "../../../packages/api/src/persistence/prepare-database.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { poolOf, temporaryRole } from "../../support/temporary-role.ts";

describe("an empty database", () => {
  const { pool, ownerUrl } = testDatabase("blank");

  it("is refused to a role that may not shape it", async () => {
    const refusal = await refusalOf(() => prepareDatabase({ pool, migrateUrl: undefined }));
    expect(refusal.reason).toBe("databaseBehind");
  });

  it("is prepared by its owner once, however many start at the same time", async () => {
    const preparation = { pool, migrateUrl: ownerUrl };
    await Promise.all([prepareDatabase(preparation), prepareDatabase(preparation)]);
    expect((await keepSchool(pool)).run.lineCount).toBe(2);
  });

  it("then serves without its owner", async () => {
    await expect(prepareDatabase({ pool, migrateUrl: undefined })).resolves.toBeUndefined();
  });
});

describe("a database of an owner without power over the server", () => {
  const database = testDatabase("blank");

  it("is prepared, and its role that serves is bound as everywhere", async () => {
    const { pool, ownerPool } = database;
    const owner = await temporaryRole(database);
    await ownerPool.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO ${owner.name}', current_database()); END $$`,
    );
    await prepareDatabase({ pool, migrateUrl: owner.url });
    const { run, store } = await keepSchool(pool);
    expect((await store.runs.findTotals(run.id))?.totalTiyn).toBe(run.totalTiyn);
    await expect(pool.query("DELETE FROM audit_entries")).rejects.toThrow("permission denied");
    const { rows } = await poolOf(owner).query(
      "SELECT count(*)::int AS lines FROM allocation_lines",
    );
    expect(rows).toEqual([{ lines: 2 }]);
  });
});

describe("a database is refused", () => {
  const database = testDatabase();
  const { pool, ownerUrl, ownerPool } = database;

  it("when a later version has changed it, with its owner or without", async () => {
    await ownerPool.query(`
      INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
    const reasons = [
      await refusalOf(() => prepareDatabase({ pool, migrateUrl: undefined })),
      await refusalOf(() => prepareDatabase({ pool, migrateUrl: ownerUrl })),
    ].map(({ reason }) => reason);
    await ownerPool.query("DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'later'");
    expect(reasons).toEqual(["databaseNewer", "databaseNewer"]);
  });

  it("when the owner itself is to serve, before its rights are touched", async () => {
    const own = { pool: ownerPool, migrateUrl: ownerUrl };
    expect((await refusalOf(() => prepareDatabase(own))).reason).toBe("runRoleUnbound");
    const owner = await temporaryRole(database);
    const same = { pool: poolOf(owner), migrateUrl: owner.url };
    expect((await refusalOf(() => prepareDatabase(same))).reason).toBe("runRoleOwns");
  });

  it("when the owner that was named owns nothing, in the words of the server", async () => {
    const stranger = await temporaryRole(database);
    const refusal = await refusalOf(() => prepareDatabase({ pool, migrateUrl: stranger.url }));
    expect(refusal).toMatchObject({ reason: "databaseForbidden" });
    expect(refusal.facts["detail"]).toContain("permission denied");
  });
});
