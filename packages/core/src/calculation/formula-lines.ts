/**
 * The lines that formulas pay: every definition asked of every organisation, summed exactly,
 * rounded once, and taken through the stages.
 */
import { type Issue, issue, present } from "../kernel/index.ts";
import { expressionsOfStage } from "../methodology/index.ts";
import type { Organisation } from "../register/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { Compiler, Layout } from "./code.ts";
import { createFactRequirements } from "./fact-requirements.ts";
import type { FactTable } from "./fact-table.ts";
import type { FactUse } from "./fact-use.ts";
import { distinctUses, factUsesAcross, factUsesOf, lacksAttribute } from "./fact-uses.ts";
import {
  type CompiledLine,
  chosenCases,
  lineFigureOf,
  organisationLayout,
} from "./line-figures.ts";
import type { Run } from "./run-figures.ts";
import type { RunState } from "./run-state.ts";

export type FormulaLines = {
  readonly lines: readonly AllocationLine[];
  readonly issues: readonly Issue[];
};

/** A fact, and whether the organisation at hand takes the branch it stands on and reports it. */
export type CompiledUse = {
  readonly fact: string;
  /** The one period that is read, where the formula names it. */
  readonly period: string | undefined;
  readonly isAsked: (state: RunState) => boolean;
};

/** Lines by organisation; issues are missing counts and lines that would stand twice. */
export function formulaLines(run: Run, compiler: Compiler, facts: FactTable): FormulaLines {
  const { plan } = compiler;
  const definitions = [...run.lines.values()].map((line) => ({
    line,
    uses: usesOfLine(line, compiler),
  }));
  const requirements = createFactRequirements(plan);
  const everywhere = usesOfCity(compiler);
  const lines: AllocationLine[] = [];
  const issues: Issue[] = [];
  for (const state of run.states) {
    const organisation = present(state.organisation, "a state belongs to an organisation");
    const applying = definitions.filter(({ line }) => lineFigureOf(line, state).applies);
    for (const { fact, period, isAsked } of [
      ...applying.flatMap(({ uses }) => uses),
      ...everywhere,
    ]) {
      if (isAsked(state)) requirements.add(fact, organisation, period);
    }
    const paid = applying.flatMap(({ line }) => payLine(line, organisation, state, run));
    issues.push(...duplicatesOf(paid, organisation));
    lines.push(...paid.map(({ line }) => line));
    // What one organisation remembers is asked again only where others stand on it.
    if (!plan.looksAcross) state.remembered.clear();
  }
  return { lines, issues: [...requirements.missing(facts), ...issues] };
}

type PaidLine = { readonly definition: CompiledLine["definition"]; readonly line: AllocationLine };

/** The line as the last stage leaves it; nothing when neither a count nor a stage reached it. */
function payLine(
  line: CompiledLine,
  organisation: Organisation,
  state: RunState,
  run: Run,
): readonly PaidLine[] {
  const { definition } = line;
  const amount = run.finalAmount(definition.id, state);
  if (amount === undefined) return [];
  const { tier, budgetCode, method } = definition;
  const { headcount } = lineFigureOf(line, state);
  const cases = chosenCases(line, state);
  const name = { organisationId: organisation.id, tier, budgetCode, method };
  return [{ definition, line: { ...name, amount, headcount, cases } }];
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

/** The facts that the organisation at hand must have for its line. */
function usesOfLine({ definition }: CompiledLine, compiler: Compiler): readonly CompiledUse[] {
  const { amount, headcount, id } = definition;
  return [amount, ...(headcount === undefined ? [] : [headcount])]
    .flatMap((expression) => factUsesOf(expression, compiler.plan))
    .map((use) => compileUse(use, organisationLayout(id), compiler));
}

/** The facts that every organisation must have: under sums over organisations, and in stages. */
function usesOfCity(compiler: Compiler): readonly CompiledUse[] {
  const { plan } = compiler;
  const ofLines = plan.lines.flatMap(({ when, amount, headcount }) => [
    ...factUsesAcross(when, plan),
    ...factUsesAcross(amount, plan),
    ...(headcount === undefined ? [] : factUsesAcross(headcount, plan)),
  ]);
  const ofStages = plan.stages
    .flatMap(expressionsOfStage)
    .flatMap(({ expression }) => [
      ...factUsesOf(expression, plan),
      ...factUsesAcross(expression, plan),
    ]);
  return distinctUses([...ofLines, ...ofStages]).map((use) =>
    compileUse(use, organisationLayout(use.fact), compiler),
  );
}

/** The use, as a question to an organisation. */
export function compileUse(use: FactUse, layout: Layout, compiler: Compiler): CompiledUse {
  const { fact, guards, items } = use;
  const definition = present(compiler.plan.methodology.facts.get(fact), fact);
  const reports = compiler.truth(definition.reportedBy, layout);
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
  const [first] = items;
  const isPeriod = definition.period !== undefined && first?.kind === "code";
  return { fact, isAsked, period: isPeriod ? first.code : undefined };
}
