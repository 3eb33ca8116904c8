/**
 * The facts of a run: the rows of the register, and what organisations that are gone left to their
 * successors.
 */
import { present } from "../kernel/index.ts";
import type { Fact } from "../methodology/index.ts";
import type { Ratio } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import type { NumberCode } from "./code.ts";
import { createCompiler } from "./compile.ts";
import { createFactRequirements, openMonthsOf } from "./fact-requirements.ts";
import type { FactTable } from "./fact-table.ts";
import { factUsesOf } from "./fact-uses.ts";
import { inheritFacts } from "./inherited-facts.ts";
import type { CalculationPlan } from "./plan.ts";
import { createRunState, type RunState, reportOnce } from "./run-state.ts";

/**
 * The table that formulas read, from the table of what was reported. What is missing where an
 * organisation was split, and the values its parts rest on, are noted in `state` when a formula
 * first asks for them.
 */
export function inheritedTable(
  plan: CalculationPlan,
  organisations: readonly Organisation[],
  table: FactTable,
  state: Pick<RunState, "issues" | "used">,
): FactTable {
  const { methodology, yearStart } = plan;
  const inherited = [...methodology.facts.values()].filter((fact) => fact.inherited !== undefined);
  if (inherited.length === 0) return table;
  return inheritFacts(table, {
    organisations,
    yearStart,
    isInherited: (fact) => inherited.some(({ id }) => id === fact),
    weightOf: rememberWeights(plan, table, state),
  });
}

/** The headcounts by which facts are inherited, each asked once; they read rows alone. */
function rememberWeights(
  plan: CalculationPlan,
  table: FactTable,
  { issues, used }: Pick<RunState, "issues" | "used">,
): (fact: string, organisation: Organisation) => Ratio {
  const compiler = createCompiler(plan);
  const layout = { slots: new Map(), size: 0, valuesOn: "year" as const, name: "inherited" };
  const codes = new Map<string, NumberCode>();
  const known = new Map<string, Ratio>();
  return (id, organisation) => {
    const name = `${id}|${organisation.id}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const fact = present(plan.methodology.facts.get(id), id);
    const expression = present(fact.inherited, `${id} is inherited`);
    const code = codes.get(id) ?? compiler.number(expression, layout);
    codes.set(id, code);
    const state: RunState = {
      ...createRunState(),
      ...{ issues, used, organisation },
      openMonths: openMonthsOf(plan, organisation),
      cellsOf: (read) => table.cellsOf(organisation.id, read),
    };
    requireCounts(plan, fact, organisation, table, state);
    const weight = code([], state);
    known.set(name, weight);
    return weight;
  };
}

/** What the headcount of a successor stands on must have been counted somewhere. */
function requireCounts(
  plan: CalculationPlan,
  fact: Fact,
  organisation: Organisation,
  table: FactTable,
  state: RunState,
): void {
  const requirements = createFactRequirements(plan);
  const expression = present(fact.inherited, `${fact.id} is inherited`);
  for (const { fact: read, items } of factUsesOf(expression, plan)) {
    const [period] = items;
    requirements.add(read, organisation, period?.kind === "code" ? period.code : undefined);
  }
  for (const issue of requirements.missing(table)) reportOnce(state, issue);
}
