import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("a register is told as columns, and not at all when a row was added to it", async () => {
  const { store, run } = await keepSchool(pool);
  const columns = await store.registers.findColumns(run.registerHash);
  expect(columns).toMatchObject({
    sources: [{ file: "organisations.csv", sheet: null }, { sheet: null }, { sheet: null }],
    organisations: {
      ids: ["a", "b"],
      closedOn: [null, null],
      attributes: { district: { words: ["north", "south"], values: [0, 1] } },
    },
    headcounts: {
      organisation: [0, 0, 0, 0],
      period: { words: ["2026-01-01", "2026-09-05"], values: [0, 0, 1, 1] },
      headcount: [10, 20, 30, 40],
    },
    estimates: [{ organisationId: "", amountTiyn: "550" }],
    lastYear: [],
  });
  await pool.query(
    `INSERT INTO headcounts SELECT snapshot_id, 99, organisation_id, measure, period, tier,
       level_or_group, programme, child_category, 1, source, row FROM headcounts LIMIT 1`,
  );
  await expect(store.registers.findColumns(run.registerHash)).rejects.toThrow(
    "has the rows it was kept with",
  );
});
