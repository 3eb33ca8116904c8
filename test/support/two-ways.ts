/**
 * A city calculated two ways: in columns as it is, and organisation by organisation without them.
 * What both tell is text, so that a test says which figure differs.
 */
import {
  type CalculatedCity,
  calculateCity,
} from "../../packages/core/src/calculation/calculate-city.ts";
import { openCityLines } from "../../packages/core/src/calculation/columns/city-lines.ts";
import { columnFigures } from "../../packages/core/src/calculation/columns/column-figures.ts";
import { columnsOfRegister } from "../../packages/core/src/calculation/columns/columns-of-register.ts";
import { createCompiler } from "../../packages/core/src/calculation/compile.ts";
import { buildFactTable } from "../../packages/core/src/calculation/fact-table.ts";
import { formulaLines } from "../../packages/core/src/calculation/formula-lines.ts";
import { lineFigureOf } from "../../packages/core/src/calculation/line-figures.ts";
import { inheritedTable } from "../../packages/core/src/calculation/run-facts.ts";
import { createRun, type Run } from "../../packages/core/src/calculation/run-figures.ts";
import {
  createRunState,
  type LineFigure,
  type RunState,
} from "../../packages/core/src/calculation/run-state.ts";
import { exactText } from "../../packages/core/src/calculation/trace.ts";
import type { CalculationPlan, Issue, RegisterSnapshot } from "../../packages/core/src/index.ts";

export type ToldCity = {
  /** `base a: 100/3 → 3333, 12 people`, or `base a: nothing`, of every line and organisation. */
  readonly figures: readonly string[];
  /** Values of parameters and tables that were read, sorted. */
  readonly used: readonly string[];
  /** Sorted, as JSON. */
  readonly issues: readonly string[];
};

export function inColumns(plan: CalculationPlan, snapshot: RegisterSnapshot): ToldCity {
  const city = calculated(plan, snapshot);
  return told(city.figures, city.notes, city.issues);
}

export function oneByOne(plan: CalculationPlan, snapshot: RegisterSnapshot): ToldCity {
  const compiler = createCompiler(plan);
  const { used, usedTables, issues } = createRunState();
  const notes = { used, usedTables, issues };
  const { organisations } = snapshot;
  const reported = buildFactTable(snapshot, plan.methodology, plan.asOf.budgetYear);
  const facts = inheritedTable(plan, organisations, reported, notes);
  const run = createRun({ compiler, snapshot, facts, notes });
  const found = formulaLines(run, compiler, facts);
  return told(run, notes, [...found.issues, ...issues.values()]);
}

/** The lines that columns hold, all values there. */
export function heldLines(plan: CalculationPlan, snapshot: RegisterSnapshot): readonly string[] {
  const register = columnsOfRegister(plan, snapshot);
  const held = columnFigures(openCityLines(plan, register), register.organisations.ids.length);
  return plan.lines.flatMap(({ id }) => (held.figureOf(id, 0) === undefined ? [] : [id]));
}

function calculated(plan: CalculationPlan, snapshot: RegisterSnapshot): CalculatedCity {
  const register = columnsOfRegister(plan, snapshot);
  return calculateCity(plan, register, openCityLines(plan, register));
}

function told(
  run: Run,
  { used, usedTables }: Pick<RunState, "used" | "usedTables">,
  issues: readonly Issue[],
): ToldCity {
  const figures = [...run.lines].flatMap(([id, line]) =>
    run.states.map((state) => {
      return `${id} ${state.organisation?.id}: ${figureText(lineFigureOf(line, state))}`;
    }),
  );
  return {
    figures,
    used: [...used.keys(), ...usedTables.keys()].toSorted(),
    issues: [...new Set(issues.map((each) => JSON.stringify(each)))].toSorted(),
  };
}

function figureText({ applies, isCounted, tenge, amount, headcount }: LineFigure): string {
  if (!applies) return "nothing";
  const people = headcount === undefined ? "" : `, ${headcount} people`;
  return `${exactText(tenge)}${isCounted ? ` → ${amount}` : " by no count"}${people}`;
}
