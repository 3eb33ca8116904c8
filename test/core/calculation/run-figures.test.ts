import { describe, expect, it } from "vitest";
import { createCompiler } from "../../../packages/core/src/calculation/compile.ts";
import { buildFactTable } from "../../../packages/core/src/calculation/fact-table.ts";
import { createRun } from "../../../packages/core/src/calculation/run-figures.ts";
import { createRunState } from "../../../packages/core/src/calculation/run-state.ts";
import { type Ratio, ratioOf } from "../../../packages/core/src/money/index.ts";
import { label, line, SCHOOL_LINE, schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, snapshot } from "../../support/school-register.ts";

const SOLVE = {
  ...{ stage: "rates", label: label("rates"), order: 1, kind: "solve", status: "assumed" },
  ...{ rates: [{ rate: "r", label: label("r"), unit: "KZT/pupil", places: 2 }] },
  ...{ total: "total(r * pupils['january', 'primary'])", target: "1000 KZT" },
  ...{ least: "0", greatest: "1000", places: 2 },
};
const PLAN = schoolPlan({
  lines: [SCHOOL_LINE, line("solved", "r * pupils['january', 'primary']", { tier: "preschool" })],
  more: [{ stages: [SOLVE] }],
});

function runWith(tried?: ReadonlyMap<string, Ratio>) {
  const compiler = createCompiler(PLAN);
  const register = snapshot({
    organisations: [organisation(), organisation({ id: "b" })],
    headcounts: FOUR_CELLS,
  });
  const facts = buildFactTable(register, PLAN.methodology, 2026);
  const { used, usedTables, issues } = createRunState();
  return createRun(
    { compiler, snapshot: register, facts, notes: { used, usedTables, issues } },
    tried,
  );
}

describe("a run", () => {
  it("has every organisation of the register, those without a line too", () => {
    const run = runWith();
    const amounts = run.states.map((state) => [
      state.organisation?.id,
      run.finalAmount("school", state),
    ]);
    expect(amounts).toEqual([
      ["a", 10_000_000n],
      ["b", undefined],
    ]);
  });

  it("solves a rate that nobody gives", () => {
    const run = runWith();
    const [first] = run.states;
    // Ten pupils at 100 tenge each.
    expect(first && run.finalAmount("solved", first)).toBe(100_000n);
  });

  it("takes a rate that is given", () => {
    const run = runWith(new Map([["r", ratioOf(7n)]]));
    const [first] = run.states;
    expect(first && run.finalAmount("solved", first)).toBe(7_000n);
  });
});
