/**
 * One calculation of a city: lines in columns where they fit, organisation by organisation where
 * they do not, then the stages.
 */
import type { Issue } from "../kernel/index.ts";
import type { AllocationLine } from "./allocation.ts";
import type { CityLines } from "./columns/city-lines.ts";
import { type ColumnFigures, columnFigures } from "./columns/column-figures.ts";
import type { RegisterColumns } from "./columns/register-columns.ts";
import { rowsOfRegister } from "./columns/rows-of-register.ts";
import { createCompiler } from "./compile.ts";
import type { FactTable } from "./fact-table.ts";
import { formulaLines } from "./formula-lines.ts";
import type { KeptFigures } from "./kept-figures.ts";
import type { CalculationPlan } from "./plan.ts";
import { inheritedTable } from "./run-facts.ts";
import { createRun, type Run } from "./run-figures.ts";
import { createRunState, type RunState } from "./run-state.ts";
import type { StageOutcome } from "./stages/outcome.ts";

export type CalculatedCity = {
  readonly facts: FactTable;
  readonly figures: Run;
  /** What formulas and stages pay; estimates stand beside them. */
  readonly lines: readonly AllocationLine[];
  readonly outcomes: readonly StageOutcome[];
  /** What was read of the law on the way. */
  readonly notes: Pick<RunState, "used" | "usedTables">;
  readonly issues: readonly Issue[];
};

export function calculateCity(
  plan: CalculationPlan,
  register: RegisterColumns,
  columns: CityLines,
  kept?: KeptFigures,
): CalculatedCity {
  const compiler = createCompiler(plan);
  const { used, usedTables, issues: noted } = createRunState();
  const notes = { used, usedTables, issues: noted };
  const { organisations, reported } = rowsOfRegister(plan, register);
  const facts = inheritedTable(plan, organisations, reported, { issues: noted, used });
  const held: ColumnFigures = columnFigures(columns, register.organisations.ids.length);
  const figures = createRun({
    ...{ compiler, facts, notes },
    snapshot: { organisations, estimates: register.estimates },
    columns: held,
    ...(kept === undefined ? {} : { kept }),
  });
  const calculated = formulaLines(figures, compiler, facts);
  const outcomes = plan.stages.map(figures.outcomeOf);
  for (const stage of plan.stages) if (stage.kind === "solve") figures.solutionOf(stage);
  const { parameters, tables } = held.readings();
  for (const [name, each] of parameters) used.set(name, each);
  for (const [name, each] of tables) usedTables.set(name, each);
  const issues = causesOf(onceEach([...calculated.issues, ...noted.values()]));
  return { facts, figures, lines: calculated.lines, outcomes, notes, issues };
}

/** What stages refuse when the figures under them are what they should be. */
const REFUSALS: ReadonlySet<Issue["code"]> = new Set([
  ...(["solve-infeasible", "solve-tolerance", "solve-not-monotone"] as const),
  ...(["fit-infeasible", "fill-infeasible", "pool-without-weights", "bounds-crossed"] as const),
  ...(["weight-negative", "collect-negative", "collect-without-line"] as const),
]);

/** Where values are missing, what stages make of the gaps is no fault of its own. */
function causesOf(issues: readonly Issue[]): readonly Issue[] {
  const causes = issues.filter(({ code }) => !REFUSALS.has(code));
  return causes.length > 0 ? causes : issues;
}

/** What several figures miss is told once. */
function onceEach(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}

/** The attribute by which organisations are added up on the map. */
const DISTRICT = "district";

/** The district of an organisation; empty text where it has none. */
export function districtsOf({ organisations }: RegisterColumns): (id: string) => string {
  const column = organisations.attributes.get(DISTRICT);
  const districts = new Map(
    organisations.ids.map((id, row) => [id, column?.texts[column.places[row] ?? -1] ?? ""]),
  );
  return (id) => districts.get(id) ?? "";
}
