/** What explanations read, of a city in columns as it stands after its changes. */
import type { CalculatedCity } from "../calculate-city.ts";
import { createCompiler } from "../compile.ts";
import type { ExplainedRun } from "../explain-scope.ts";
import { inheritedTable } from "../run-facts.ts";
import { createRun } from "../run-figures.ts";
import { createRunState } from "../run-state.ts";
import type { CityLines } from "./city-lines.ts";
import { columnFigures } from "./column-figures.ts";
import type { RegisterColumns } from "./register-columns.ts";
import { rowsOfRegister } from "./rows-of-register.ts";

/** Figures that columns were enough for are worked out when an explanation asks for them. */
export function explainedRun(
  register: RegisterColumns,
  lines: CityLines,
  city: CalculatedCity | undefined,
): ExplainedRun {
  const { plan } = lines.law;
  const { organisations, reported } = rowsOfRegister(plan, register);
  const snapshot = { organisations };
  if (city !== undefined) return { plan, snapshot, facts: city.facts, figures: city.figures };
  const { used, usedTables, issues } = createRunState();
  const notes = { used, usedTables, issues };
  const facts = inheritedTable(plan, organisations, reported, notes);
  const figures = createRun({
    ...{ compiler: createCompiler(plan), facts, notes },
    snapshot: { organisations, estimates: register.estimates },
    columns: columnFigures(lines, organisations.length),
  });
  return { plan, snapshot, facts, figures };
}
