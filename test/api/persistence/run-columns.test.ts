import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, SCHOOL_LINE_NAME } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("a run is told as columns, and not at all when it no longer adds up", async () => {
  const { store, run } = await keepSchool(pool);
  expect(await store.runs.findColumns(run.id)).toMatchObject({
    runId: run.id,
    organisations: {
      ids: ["a", "b"],
      namesRu: ["a (ru)", "b (ru)"],
      attributes: { district: { words: ["north", "south"], values: [0, 1] } },
    },
    lines: [
      { line: "overhead/04.2.360.040/estimate", label: null, rows: [], citywideTiyn: "550" },
      {
        ...{ line: SCHOOL_LINE_NAME, rows: [0], amountsTiyn: ["10000000"], headcounts: [null] },
        ...{ citywideTiyn: null, label: { en: expect.any(String) as string } },
      },
    ],
  });
  await pool.query(
    `INSERT INTO allocation_lines (run_id, position, organisation_id, tier, budget_code, method,
       amount_tiyn) VALUES ($1, 99, 'b', 'secondary', '04.2.360.040', 'formula', 1)`,
    [run.id],
  );
  await expect(store.runs.findColumns(run.id)).rejects.toThrow("adds up to its total");
});
