import { expect, it } from "vitest";
import type { RegisterColumns } from "../../../packages/api/src/contract.ts";
import { registerFromColumns } from "../../../packages/api/src/usecases/register-from-columns.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";

const { pool } = testDatabase();

it("columns become the register they were made of; columns that do not fit together stop", async () => {
  const { store, run } = await keepSchool(pool);
  const columns = await store.registers.findColumns(run.registerHash);
  if (columns === undefined) throw new Error("the register is kept");
  expect(registerFromColumns(columns)).toEqual(SCHOOL_SNAPSHOT);
  const short: RegisterColumns = { ...columns, sources: [] };
  expect(() => registerFromColumns(short)).toThrow("columns of a register fit together");
});
