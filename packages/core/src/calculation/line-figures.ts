/**
 * Definitions of lines made ready: what each comes to for an organisation, and the facts it stands
 * on.
 */
import { type Place, present } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type LineDefinition,
  namesIn,
  reachableNames,
} from "../methodology/index.ts";
import { roundToTiyn, tiyn, ZERO } from "../money/index.ts";
import type { ChosenCase } from "./allocation.ts";
import type { Compiler, Layout, NumberCode, TruthCode } from "./code.ts";
import type { CalculationPlan } from "./plan.ts";
import type { LineFigure, RunState } from "./run-state.ts";
import { exactText } from "./trace.ts";

/** A line's definition as functions of an organisation. */
export type CompiledLine = {
  readonly definition: LineDefinition;
  readonly when: TruthCode;
  readonly amount: NumberCode;
  readonly headcount: NumberCode | undefined;
  /** Formulas under the line that name their cases, and the line itself. */
  readonly namesCases: readonly string[];
};

/** The layout of an expression about an organisation as a whole. */
export function organisationLayout(name: string, place?: Place): Layout {
  return { slots: new Map(), size: 0, valuesOn: "year", name, place };
}

export function compileLines(compiler: Compiler): ReadonlyMap<string, CompiledLine> {
  const { plan } = compiler;
  return new Map(
    plan.lines.map((definition) => {
      const { id, place, when, amount, headcount } = definition;
      const layoutOf = (field: string): Layout =>
        organisationLayout(id, { ...place, path: [...(place.path ?? []), field] });
      const compiled = {
        definition,
        when: compiler.truth(when, layoutOf("when")),
        amount: compiler.number(amount, layoutOf("amount")),
        headcount: headcount && compiler.number(headcount, layoutOf("headcount")),
        namesCases: formulasWithCases(definition, plan),
      };
      return [definition.id, compiled];
    }),
  );
}

/** The line of an organisation by its formula, worked out once. */
export function lineFigureOf(line: CompiledLine, state: RunState): LineFigure {
  const known = state.lines.get(line.definition.id);
  if (known !== undefined) return known;
  const figure = state.run?.columnFigure(line.definition.id, state.row) ?? workOut(line, state);
  state.lines.set(line.definition.id, figure);
  return figure;
}

/** Of an organisation to which the line does not apply. */
export const NO_LINE: LineFigure = {
  applies: false,
  isCounted: false,
  tenge: ZERO,
  amount: tiyn(0n),
  headcount: undefined,
};

function workOut({ definition, when, amount, headcount }: CompiledLine, state: RunState) {
  const wasCounted = state.isCounted;
  const applies = when([], state);
  state.isCounted = applies ? false : wasCounted;
  if (!applies) return NO_LINE;
  const tenge = amount([], state);
  const isCounted = state.isCounted || definition.exists === "when";
  const people = isCounted && headcount !== undefined ? headcount([], state) : undefined;
  state.isCounted = wasCounted;
  return {
    applies: true,
    isCounted,
    tenge,
    amount: roundToTiyn(tenge, definition.rounding),
    headcount: people && exactText(people),
  };
}

/** The cases that the organisation's line came through. */
export function chosenCases(
  { namesCases }: CompiledLine,
  { chosen, run }: RunState,
): readonly ChosenCase[] {
  return namesCases.flatMap((formula) => {
    const label = chosen.get(formula) ?? run?.city.chosen.get(formula);
    return label === undefined ? [] : [{ formula, label }];
  });
}

/** The formulas under a line that name their cases, and the line itself. */
export function formulasWithCases(
  { id, amount }: LineDefinition,
  { formulas }: CalculationPlan,
): readonly string[] {
  const edges = new Map([...formulas].map(([name, { expression }]) => [name, namesIn(expression)]));
  const reached = [...reachableNames(namesIn(amount), edges)].filter((name) => formulas.has(name));
  return [
    ...(hasCases(amount) ? [id] : []),
    ...reached.filter((name) => hasCases(present(formulas.get(name), name).expression)),
  ];
}

function hasCases(node: Expression): boolean {
  return node.kind === "cases" || childrenOf(node).some(hasCases);
}
