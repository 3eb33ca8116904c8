import { expect, it } from "vitest";
import { signaturesOf } from "../../../packages/core/src/methodology/index.ts";
import { knownUnits } from "../../../packages/core/src/methodology/known-units.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool } from "../../support/school-methodology.ts";

it("a number may carry every unit that something of the law is told in", () => {
  const table = {
    ...{ table: "norm", label: label("norm"), operandUnit: "place", unit: "hour" },
    values: [],
  };
  const law = getValue(parseSchool({ more: [{ tables: [table] }] }));
  const names = { ...law, formulas: new Map(), stageSignatures: signaturesOf(law.stages) };
  expect([...knownUnits(names)].toSorted()).toEqual([
    ...["KZT", "child", "hour", "month", "place", "pupil", "year"],
  ]);
});
