import { expect, it } from "vitest";
import {
  calculateKept,
  layersOf,
  readKeptInputs,
} from "../../../packages/api/src/usecases/kept-inputs.ts";
import { asOf, formatTenge } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { keepSchool, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import { schoolLayers } from "../../support/school-methodology.ts";

const { pool } = testDatabase();

it("kept inputs are those that were calculated, and give the same amounts", async () => {
  const { store, run } = await keepSchool(pool);
  const inputs = getValue(await readKeptInputs(store, run));
  expect(inputs.register.snapshot).toEqual(SCHOOL_SNAPSHOT);
  expect(layersOf(inputs.documents)).toEqual(schoolLayers());
  const { result } = await calculateKept(inputs, asOf(2026));
  expect(formatTenge(getValue(result).run.totals.total)).toBe("100005.50");
});
