/** A formula asked by its name: its value for an organisation or the city, with its trace. */
import { fail, invariant, issue, ok, present, type Result } from "../kernel/index.ts";
import { compareRatios } from "../money/index.ts";
import type { CalculationRun } from "./calculate.ts";
import { explainer } from "./explain-expression.ts";
import { rootScope } from "./explain-scope.ts";
import { formulaTable } from "./formula-table.ts";
import type { Value } from "./run-state.ts";
import type { TraceNode } from "./trace.ts";

/**
 * The trace of a formula without dimensions, equal to what the calculation makes of it; refused
 * like a column of a table of formulas, and when a formula of an organisation is asked of none.
 */
export function explainFormula(
  run: CalculationRun,
  organisationId: string,
  name: string,
): Result<TraceNode> {
  const organisation = run.snapshot.organisations.find(({ id }) => id === organisationId);
  const isAbsent = organisation === undefined && organisationId !== "";
  const needsOne = run.plan.formulas.get(name)?.grain.hasOrganisation === true;
  if (isAbsent || (needsOne && organisation === undefined)) {
    return fail(issue("organisation-absent", {}, { value: organisationId }));
  }
  const table = formulaTable(run, [name]);
  if (!table.ok) return table;
  const scope = rootScope(run, organisation);
  const node = { kind: "name", name, index: [], span: { start: 0, end: 0 } } as const;
  const value = explainer.value(node, scope);
  const calculated = run.figures.compiler.formula(name)([], scope.state);
  invariant(isSame(value, calculated), `explanation of ${name} ${organisationId}`);
  return ok(present(scope.inputs[0], `${name} is explained`));
}

function isSame(explained: Value | string, calculated: Value): boolean {
  if (typeof explained === "object" && typeof calculated === "object") {
    return compareRatios(explained, calculated) === 0;
  }
  return explained === calculated;
}
