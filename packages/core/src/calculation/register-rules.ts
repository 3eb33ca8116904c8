/**
 * A plan's rules for reading a register: what its documents say, with the conditions made ready.
 */
import { suggestName } from "../methodology/index.ts";
import type { Organisation, RegisterRules } from "../register/index.ts";
import { createCompiler } from "./compile.ts";
import type { CalculationPlan } from "./plan.ts";
import { createRunState } from "./run-state.ts";

export function registerRulesOf(plan: CalculationPlan): RegisterRules {
  const { methodology } = plan;
  const { idScheme, codeLists, attributes, facts, calendar, budgetCodes, workbook } = methodology;
  const compiler = createCompiler(plan);
  const layout = { slots: new Map(), size: 0, valuesOn: "year" as const, name: "reportedBy" };
  const conditions = new Map(
    [...facts.values()].map(({ id, reportedBy }) => [id, compiler.truth(reportedBy, layout)]),
  );
  const named = [...facts.values()].filter((fact) => fact.source === "facts");
  return {
    idScheme,
    codeLists,
    attributes: [...attributes.values()],
    facts: [...facts.values()],
    calendar,
    budgetCodes: new Set(budgetCodes.keys()),
    workbook,
    isReporter: (factId: string, organisation: Organisation) => {
      const state = { ...createRunState(), organisation };
      return conditions.get(factId)?.([], state) ?? false;
    },
    suggestFact: (written) =>
      suggestName(
        written,
        named.map(({ measure }) => measure),
      ),
  };
}
