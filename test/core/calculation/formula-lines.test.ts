import { expect, it } from "vitest";
import { createCompiler } from "../../../packages/core/src/calculation/compile.ts";
import { buildFactTable } from "../../../packages/core/src/calculation/fact-table.ts";
import { formulaLines } from "../../../packages/core/src/calculation/formula-lines.ts";
import { createRun } from "../../../packages/core/src/calculation/run-figures.ts";
import { createRunState } from "../../../packages/core/src/calculation/run-state.ts";
import {
  line,
  SCHOOL_LINE,
  type SchoolChange,
  schoolPlan,
} from "../../support/school-methodology.ts";
import {
  FOUR_CELLS,
  linesOf,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

it("goes organisation by organisation and, in each, line by line as they are defined", () => {
  const other = line("other", "rate * pupils['january', 'basic']", { tier: "preschool" });
  const { lines, issues } = calculated({ lines: [SCHOOL_LINE, other] });
  expect(issues).toEqual([]);
  expect(linesOf({ lines })).toEqual([
    "b secondary/04.2.360.040/formula 5000.00",
    "a secondary/04.2.360.040/formula 100000.00",
    "a preschool/04.2.360.040/formula 20000.00",
  ]);
});

it("still gives the lines it could calculate beside what it could not", () => {
  const { lines, issues } = calculated({
    lines: [SCHOOL_LINE, line("again", "rate * pupils['january', 'basic']")],
  });
  expect(issues.map(({ code }) => code)).toEqual(["line-duplicate"]);
  expect(lines).toHaveLength(3);
});

function calculated(change: SchoolChange) {
  const plan = schoolPlan(change);
  const register = snapshot({
    organisations: [organisation({ id: "b" }), organisation()],
    headcounts: [pupils("b", "2026-01-01", "primary", 5), ...FOUR_CELLS],
  });
  const compiler = createCompiler(plan);
  const facts = buildFactTable(register, plan.methodology, 2026);
  const { used, usedTables, issues } = createRunState();
  const notes = { used, usedTables, issues };
  const run = createRun({ compiler, snapshot: register, facts, notes });
  return formulaLines(run, compiler, facts);
}
