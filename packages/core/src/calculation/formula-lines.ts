/**
 * The lines that formulas pay: every definition asked of every organisation, summed exactly and
 * rounded once.
 */
import { type Issue, issue, present } from "../kernel/index.ts";
import type { LineDefinition } from "../methodology/index.ts";
import { roundToTiyn } from "../money/index.ts";
import type { Organisation, RegisterSnapshot } from "../register/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { Compiler, Layout, NumberCode, TruthCode } from "./code.ts";
import { createCompiler } from "./compile.ts";
import { createFactRequirements, isOpenInMonth } from "./fact-requirements.ts";
import type { FactTable } from "./fact-table.ts";
import type { FactUse } from "./fact-use.ts";
import { factUsesOf, lacksAttribute } from "./fact-uses.ts";
import type { CalculationPlan } from "./plan.ts";
import type { RunState } from "./run-state.ts";
import { exactText } from "./trace.ts";

export type FormulaLines = {
  readonly lines: readonly AllocationLine[];
  readonly issues: readonly Issue[];
};

/** A line's definition made ready, with the facts it stands on. */
type CompiledLine = {
  readonly definition: LineDefinition;
  readonly when: TruthCode;
  readonly amount: NumberCode;
  readonly headcount: NumberCode | undefined;
  readonly uses: readonly CompiledUse[];
};

/** A fact, and whether the organisation at hand takes the branch it stands on and reports it. */
type CompiledUse = {
  readonly fact: string;
  /** The one period that is read, where the formula names it. */
  readonly period: string | undefined;
  readonly isAsked: (state: RunState) => boolean;
};

/** Lines by organisation; issues are missing counts and lines that would stand twice. */
export function formulaLines(
  plan: CalculationPlan,
  { organisations }: RegisterSnapshot,
  facts: FactTable,
  state: RunState,
): FormulaLines {
  const definitions = compileLines(plan);
  const requirements = createFactRequirements(plan);
  const lines: AllocationLine[] = [];
  const issues: Issue[] = [];
  for (const organisation of organisations) {
    enterOrganisation(state, organisation, plan, facts);
    const applying = definitions.filter(({ when }) => when([], state));
    for (const { fact, period, isAsked } of applying.flatMap(({ uses }) => uses)) {
      if (isAsked(state)) requirements.add(fact, organisation, period);
    }
    const paid = applying.flatMap((line) => payLine(line, organisation, state));
    issues.push(...duplicatesOf(paid, organisation));
    lines.push(...paid.map(({ line }) => line));
  }
  return { lines, issues: [...requirements.missing(facts), ...issues] };
}

type PaidLine = { readonly definition: LineDefinition; readonly line: AllocationLine };

/** The line, when a counted cell reached its amount. */
function payLine(
  { definition, amount, headcount }: CompiledLine,
  organisation: Organisation,
  state: RunState,
): readonly PaidLine[] {
  state.isCounted = false;
  const tenge = amount([], state);
  if (!state.isCounted) return [];
  const { tier, budgetCode, method, rounding } = definition;
  const line = {
    ...{ organisationId: organisation.id, tier, budgetCode, method },
    amount: roundToTiyn(tenge, rounding),
    headcount: headcount && exactText(headcount([], state)),
  };
  return [{ definition, line }];
}

function duplicatesOf(paid: readonly PaidLine[], organisation: Organisation): readonly Issue[] {
  return paid.flatMap(({ definition, line }, position) => {
    const earlier = paid
      .slice(0, position)
      .find((other) => lineName(other.line) === lineName(line));
    if (earlier === undefined) return [];
    const facts = {
      line: definition.id,
      other: earlier.definition.id,
      organisation: organisation.id,
    };
    return [issue("line-duplicate", definition.place, facts)];
  });
}

function compileLines(plan: CalculationPlan): readonly CompiledLine[] {
  const compiler = createCompiler(plan);
  return plan.lines.map((definition) => {
    const layout = { slots: new Map(), size: 0, valuesOn: "year" as const, name: definition.id };
    const { when, amount, headcount } = definition;
    const read = headcount === undefined ? [amount] : [amount, headcount];
    return {
      definition,
      when: compiler.truth(when, layout),
      amount: compiler.number(amount, layout),
      headcount: headcount && compiler.number(headcount, layout),
      uses: read
        .flatMap((expression) => factUsesOf(expression, plan))
        .map((use) => compileUse(use, layout, compiler)),
    };
  });
}

function compileUse(use: FactUse, layout: Layout, compiler: Compiler): CompiledUse {
  const { fact, guards, items } = use;
  const { reportedBy } = present(compiler.plan.methodology.facts.get(fact), fact);
  const reports = compiler.truth(reportedBy, layout);
  const conditions = guards.map((guard) => ({
    guard,
    condition: compiler.truth(guard.condition, layout),
  }));
  const isAsked = (state: RunState): boolean =>
    reports([], state) &&
    conditions.every(
      ({ guard, condition }) =>
        lacksAttribute(guard, state.organisation) || condition([], state) === guard.holds,
    );
  const [period] = items;
  return { fact, isAsked, period: period?.kind === "code" ? period.code : undefined };
}

function enterOrganisation(
  state: RunState,
  organisation: Organisation,
  plan: CalculationPlan,
  facts: FactTable,
): void {
  state.organisation = organisation;
  state.cellsOf = (fact) => facts.cellsOf(organisation.id, fact);
  state.remembered = new Map();
  state.openMonths = new Set(
    [...plan.monthStarts.keys()].filter((month) => isOpenInMonth(plan, month, organisation)),
  );
}
