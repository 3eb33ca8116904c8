import { expect, it } from "vitest";
import { formulasCsv } from "../../../packages/api/src/files/formulas-csv.ts";
import { formulaTable } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula } from "../../support/school-methodology.ts";
import { STAGED, stagedRun } from "../../support/staged-school.ts";

it("a formula is a column, its chosen case another; the city's value stands in every row", () => {
  const loss = formula("loss", "1", "0 - share");
  const run = stagedRun({ formulas: [...(STAGED.formulas ?? []), loss] });
  const table = getValue(formulaTable(run, ["amount", "loss", "pupils.city"]));
  expect(formulasCsv(table, "code").split("\n")).toEqual([
    "id,amount,amount.case,loss,pupils.city",
    `a,100000,large,-0.${"6".repeat(34)}…,150`,
    `b,50000,small,-0.${"3".repeat(34)}…,150`,
    "c,0,small,0,150",
    "",
  ]);
  expect(formulasCsv(table, "bin")).toMatch(/^bin,/);
});
