import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("every way of adding the lines gives the total, or the run is not shown", async () => {
  const { store, run } = await keepSchool(pool);
  const estimate = { id: "estimate", amountTiyn: "550" };
  const formula = { id: "formula", amountTiyn: "10000000" };
  expect(await store.runs.findTotals(run.id)).toEqual({
    totalTiyn: "10000550",
    byTier: [
      { ...estimate, id: "overhead" },
      { ...formula, id: "secondary" },
    ],
    byDistrict: [
      { ...estimate, id: "citywide" },
      { ...formula, id: "north" },
    ],
    byBudgetCode: [{ id: "04.2.360.040", amountTiyn: "10000550" }],
    byMethod: [estimate, formula],
  });
  await pool.query(
    `INSERT INTO allocation_lines (run_id, position, organisation_id, tier, budget_code, method,
       amount_tiyn) VALUES ($1, 99, 'b', 'secondary', '04.2.360.040', 'formula', 1)`,
    [run.id],
  );
  await expect(store.runs.findTotals(run.id)).rejects.toThrow("adds up to its total");
  await expect(store.runs.findDetail(run.id)).rejects.toThrow("adds up to its total");
});
