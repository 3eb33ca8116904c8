import { expect, it } from "vitest";
import { ledgerCsv } from "../../../packages/api/src/files/ledger-csv.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, run } from "../../support/school-register.ts";
import { STAGED_LINE, stagedRun } from "../../support/staged-school.ts";

const HEADER = "id,line,stage,group,before,after,change,paid_by";

it("the ledger names each change by its line; what the envelope gave and what was left have none", () => {
  expect(ledgerCsv(stagedRun()).split("\n")).toEqual([
    HEADER,
    `b,${STAGED_LINE},guarantee,,50000.00,60000.00,10000.00,envelope`,
    ",,guarantee,,,,-10000.00,envelope",
    `a,${STAGED_LINE},bonus,,100000.00,100066.66,66.66,pool`,
    `b,${STAGED_LINE},bonus,,60000.00,60033.33,33.33,pool`,
    ",,bonus,,,,-100.00,envelope",
    ",,bonus,,,,0.01,left-over",
    "",
  ]);
});

it("without stages it has no rows, and its first column is called as the methodology says", () => {
  const kept = run(schoolPlan({ more: [{ organisationIds: { scheme: "bin" } }] }), {
    headcounts: FOUR_CELLS,
  });
  expect(ledgerCsv(kept)).toBe(`${HEADER.replace("id", "bin")}\n`);
});
