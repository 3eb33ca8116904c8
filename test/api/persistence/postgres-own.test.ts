import { beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { createOwnDatabase } from "../../../packages/api/src/persistence/own-database.ts";
import { createOwnAllocationStore } from "../../../packages/api/src/persistence/postgres-own.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptSchool, keepSchool } from "../../support/kept-school.ts";
import { label } from "../../support/school-methodology.ts";

const { pool, ownPool } = testDatabase();
let school: KeptSchool;
let own: ReturnType<typeof createOwnAllocationStore>;

beforeAll(async () => {
  school = await keepSchool(pool);
  own = createOwnAllocationStore(openDatabase(pool), createOwnDatabase(ownPool));
});

it("gives the lines of the organisations that are asked, by what they are called", async () => {
  expect(await own.find(["b", "a"], school.run.id)).toEqual([
    {
      ...{ id: "a", nameRu: "a (ru)", nameKk: "a (kk)" },
      lines: [
        {
          ...{ tier: "secondary", budgetCode: "04.2.360.040", label: label("school") },
          ...{ method: "formula", amountTiyn: "10000000", headcount: null },
        },
      ],
    },
    { id: "b", nameRu: "b (ru)", nameKk: "b (kk)", lines: [] },
  ]);
});

it("knows no organisation beside: not by another id, not by none, not of another run", async () => {
  expect(await own.find(["x"], school.run.id)).toEqual([]);
  expect(await own.find([], school.run.id)).toEqual([]);
  expect(await own.find(["a"], crypto.randomUUID())).toEqual([]);
});

it("cannot see the lines of others even when it asks the database for all", async () => {
  const count = await createOwnDatabase(ownPool).withOrganisations(["b"], async (database) => {
    const { rows } = await database.execute<{ count: string }>(
      "SELECT count(*) FROM allocation_lines",
    );
    return rows[0]?.count;
  });
  expect(count).toBe("0");
});
