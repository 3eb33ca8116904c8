import { beforeAll, describe, expect, it } from "vitest";
import { createOwnDatabase } from "../../../packages/api/src/persistence/own-database.ts";
import { RUN_RIGHTS } from "../../../packages/api/src/persistence/run-rights.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool, ownPool } = testDatabase();
const own = createOwnDatabase(ownPool);
const TABLES = Object.keys(RUN_RIGHTS);
const BY_ORGANISATION = ["organisations", "headcounts", "allocation_lines"];

/** Two schools, `a` with pupils and a line, `b` without; one estimate of the whole city. */
beforeAll(async () => {
  await keepSchool(pool);
});

describe("a director", () => {
  it("sees the rows of the own organisation, and no row without one", async () => {
    const { rows } = await pool.query<{ id: string }>(
      "SELECT DISTINCT organisation_id AS id FROM allocation_lines ORDER BY id",
    );
    expect(rows.map(({ id }) => id)).toEqual(["", "a"]);
    for (const table of BY_ORGANISATION) expect(await seenBy(["a"], table)).toEqual(["a"]);
    expect(await seenBy(["b"], "organisations")).toEqual(["b"]);
    expect(await seenBy(["b"], "allocation_lines")).toEqual([]);
    expect(await seenBy(["a", "b"], "organisations")).toEqual(["a", "b"]);
    expect(await seenBy(["a", "b"], "estimates")).toEqual([]);
  });

  it("of no organisation sees nothing", async () => {
    for (const table of BY_ORGANISATION) expect(await seenBy([], table)).toEqual([]);
  });

  it.each(TABLES.filter((table) => !BY_ORGANISATION.includes(table)))(
    "sees no row of %s",
    async (table) => {
      expect(await countSeenBy(["a", "b"], table)).toBe(0);
    },
  );

  it("changes nothing", async () => {
    const work = own.withOrganisations(["a"], (database) =>
      database.execute("DELETE FROM sessions"),
    );
    await expect(work).rejects.toMatchObject({ cause: { code: "25006" } });
  });
});

describe("a connection that has not said whose rows it wants", () => {
  it.each(TABLES)("sees no row of %s", async (table) => {
    const { rows } = await ownPool.query(`SELECT FROM ${table}`);
    expect(rows).toEqual([]);
  });

  it("also when others have said so on it before", async () => {
    await own.withOrganisations(["a"], () => Promise.resolve());
    const seen = await Promise.all([1, 2].map(() => ownPool.query("SELECT FROM organisations")));
    expect(seen.map(({ rowCount }) => rowCount)).toEqual([0, 0]);
  });

  it("writes no row", async () => {
    const writing = ownPool.query(
      "INSERT INTO sign_in_failures (key, failures, last_at) VALUES ('a', 1, now())",
    );
    await expect(writing).rejects.toThrow("row-level security");
  });
});

it.each(["*", "a,b", ""])("an id that would open more than its own rows stops: %j", (id) => {
  expect(() => own.withOrganisations([id], () => Promise.resolve())).toThrow(
    "an organisation has an id",
  );
});

it("every table is under the rules for rows, its owner too", async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relrowsecurity AND relforcerowsecurity`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES].sort());
});

async function seenBy(ids: readonly string[], table: string): Promise<readonly string[]> {
  const { rows } = await own.withOrganisations(ids, (database) =>
    database.execute<{ id: string }>(
      `SELECT DISTINCT organisation_id AS id FROM ${table} ORDER BY id`,
    ),
  );
  return rows.map(({ id }) => id);
}

async function countSeenBy(ids: readonly string[], table: string): Promise<number> {
  const { rows } = await own.withOrganisations(ids, (database) =>
    database.execute(`SELECT FROM ${table}`),
  );
  return rows.length;
}
