import { expect, it } from "vitest";
import { parseRegister } from "../../../packages/core/src/index.ts";
import { openReferences } from "../../../packages/core/src/register/organisation-references.ts";
import { tellFaults } from "../../../packages/core/src/register/repeated-faults.ts";
import {
  checkReporter,
  openReporterChecks,
} from "../../../packages/core/src/register/reporter-checks.ts";
import { openTable } from "../../../packages/core/src/register/table-reader.ts";
import { rawTable, registerTables, snapshotOf } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, STRANGER } from "../../support/small-register.ts";

const RULES = registerRules();
const { organisations } = snapshotOf(parseRegister(registerTables(), RULES));
const reading = {
  byId: new Map(organisations.map((each) => [each.id, each])),
  references: openReferences(undefined, 0),
};
const schools = RULES.facts.filter(({ id }) => id.startsWith("secondary"));

it("rows of an organisation that does not report a fact are told once, with their number", () => {
  const checks = openReporterChecks(RULES, reading);
  const reader = openTable(rawTable("headcounts.csv"), [], { issues: [], warnings: [] });
  for (const row of [2, 3]) {
    const of = { id: KINDERGARTEN, column: "bin" };
    checkReporter(reader, { row, cells: [] }, of, schools, checks);
    checkReporter(reader, { row, cells: [] }, of, RULES.facts, checks);
    checkReporter(reader, { row, cells: [] }, { ...of, id: STRANGER }, schools, checks);
  }
  expect(tellFaults(checks.misplaced)).toMatchObject([
    {
      code: "headcount-misplaced",
      place: { row: 2, column: "bin" },
      facts: { value: KINDERGARTEN, count: "2" },
    },
  ]);
});
