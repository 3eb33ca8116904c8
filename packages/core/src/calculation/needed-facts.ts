/**
 * The facts that lines cannot do without: which each organisation must have, and which of them
 * nobody counted.
 */
import { type Issue, present } from "../kernel/index.ts";
import { expressionsOfStage, type LineDefinition } from "../methodology/index.ts";
import type { Compiler, Layout } from "./code.ts";
import { createFactRequirements } from "./fact-requirements.ts";
import type { FactTable } from "./fact-table.ts";
import type { FactUse } from "./fact-use.ts";
import { distinctUses, factUsesAcross, factUsesOf, lacksAttribute } from "./fact-uses.ts";
import { organisationLayout } from "./line-figures.ts";
import type { RunState } from "./run-state.ts";

/** A fact, and whether the organisation at hand takes the branch it stands on and reports it. */
export type CompiledUse = {
  readonly fact: string;
  /** The one period that is read, where the formula names it. */
  readonly period: string | undefined;
  readonly isAsked: (state: RunState) => boolean;
};

export type NeededFacts = {
  /** Notes what an organisation needs for the lines that apply to it, and for others' totals. */
  readonly add: (state: RunState, lines: Iterable<string>) => void;
  readonly missing: (facts: Pick<FactTable, "periodsOf">) => readonly Issue[];
};

export function createNeededFacts(compiler: Compiler): NeededFacts {
  const { plan } = compiler;
  const requirements = createFactRequirements(plan);
  const uses = new Map(plan.lines.map((line) => [line.id, usesOfLine(line, compiler)]));
  const everywhere = usesOfCity(compiler);
  return {
    add: (state, lines) => {
      const organisation = present(state.organisation, "a state belongs to an organisation");
      const addAll = (asked: readonly CompiledUse[]): void => {
        for (const { fact, period, isAsked } of asked) {
          if (isAsked(state)) requirements.add(fact, organisation, period);
        }
      };
      for (const line of lines) addAll(uses.get(line) ?? []);
      addAll(everywhere);
    },
    missing: (facts) => requirements.missing(facts),
  };
}

/** The facts that the organisation at hand must have for its line. */
function usesOfLine(
  { amount, headcount, id }: LineDefinition,
  compiler: Compiler,
): readonly CompiledUse[] {
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
