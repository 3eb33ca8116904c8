/**
 * The causes of stages that differ between two laws.
 *
 * A stage may be of one law and all around it of the other when every name that it reaches means
 * the same in both, and nobody asks for results that only one law has. Where that is not so, the
 * stage came with the rules and goes with them.
 */
import type { CalculationPlan } from "../calculation/index.ts";
import {
  BUDGET_CODE_DIMENSION,
  childrenOf,
  type Expression,
  expressionsOfStage,
  findNamedValue,
  LINE_DIMENSION,
  linesOfStage,
  namesIn,
  type Stage,
  stageResultOf,
} from "../methodology/index.ts";
import { formatUnit, type Unit } from "../money/index.ts";
import { causeOfStage, RULES } from "./causes.ts";
import { isSameWording } from "./mixed-sameness.ts";
import { knowsName, type Side, type Sides } from "./mixed-sides.ts";

/** By name, each stage that differs or that only one law has. */
export function causesOfStages(sides: Sides, hasSameWords: boolean): ReadonlyMap<string, string> {
  const { from, to } = sides;
  const asked = new Set([...stagesAsked(from), ...stagesAsked(to)]);
  const causes = new Map<string, string>();
  const wordings = pairs(from.plan, to.plan);
  for (const [id, { earlier, later }] of wordings) {
    if (earlier !== undefined && later !== undefined && isSameWording(earlier, later)) continue;
    const isMovable =
      hasSameWords &&
      (!asked.has(id) || showsTheSame(id, from, to)) &&
      (earlier === undefined || canStandIn(earlier, from, to)) &&
      (later === undefined || canStandIn(later, to, from));
    const [cause = RULES, other = cause] = [earlier, later].flatMap((each) =>
      each === undefined ? [] : [causeOfStage(each)],
    );
    causes.set(id, isMovable && cause === other ? cause : RULES);
  }
  return causes;
}

type Pair = { readonly earlier: Stage | undefined; readonly later: Stage | undefined };

function pairs(from: CalculationPlan, to: CalculationPlan): ReadonlyMap<string, Pair> {
  const ids = new Set([...from.stages, ...to.stages].map(({ id }) => id));
  const wordingIn = ({ stages }: CalculationPlan, id: string) =>
    stages.find((stage) => stage.id === id);
  return new Map(
    [...ids].map((id) => [id, { earlier: wordingIn(from, id), later: wordingIn(to, id) }]),
  );
}

/** Whether a stage of one law is proved in the other law as well. */
function canStandIn(stage: Stage, own: Side, other: Side): boolean {
  const lines = new Set(other.methodology.lines.map(({ id }) => id));
  if (linesOfStage(stage).some((line) => !lines.has(line))) return false;
  const expressions = expressionsReached(stage, own, other);
  return (
    expressions.flatMap(namesIn).every((name) => isUnderstood(name, own, other)) &&
    expressions.flatMap(textsIn).every((text) => isCodeOfBoth(text, own, other))
  );
}

/** Known as the same, or standing by itself where the other law knows nothing of that name. */
function isUnderstood(name: string, own: Side, other: Side): boolean {
  if (knowsName(other, name)) return textOfName(name, own) === textOfName(name, other);
  if (isDimension(name, own) && isDimension(name, other)) return true;
  const { parameters, tables, formulas, facts } = own.names;
  return [parameters, tables, formulas, facts].some((known) => known.has(name));
}

/** The codes of lists that documents write are the same where anything is asked of this stage. */
function isDimension(name: string, { names }: Side): boolean {
  return names.codeLists.has(name);
}

/** Its expressions, and below them those of formulas and facts that only its own law has. */
function expressionsReached(stage: Stage, own: Side, other: Side): readonly Expression[] {
  const reached = expressionsOfStage(stage).map(({ expression }) => expression);
  const seen = new Set<string>();
  for (const expression of reached) {
    for (const name of namesIn(expression)) {
      if (seen.has(name) || knowsName(other, name)) continue;
      seen.add(name);
      const formula = own.plan.formulas.get(name);
      if (formula !== undefined) reached.push(formula.expression);
      const fact = own.methodology.facts.get(name);
      if (fact?.inherited !== undefined) reached.push(fact.inherited);
    }
  }
  return reached;
}

/** Lines and budget codes are codes too, and each law has its own. */
function isCodeOfBoth(text: string, own: Side, other: Side): boolean {
  return [LINE_DIMENSION, BUDGET_CODE_DIMENSION].every((list) => {
    const isCodeIn = ({ names }: Side) => names.codeLists.get(list)?.codes.has(text) === true;
    return !isCodeIn(own) || isCodeIn(other);
  });
}

function textsIn(node: Expression): readonly string[] {
  return [...(node.kind === "text" ? [node.value] : []), ...childrenOf(node).flatMap(textsIn)];
}

/** The stages whose results or rates some expression of the law asks for. */
function stagesAsked({ plan, names }: Side): ReadonlySet<string> {
  const expressions = [
    ...[...plan.formulas.values()].map(({ expression }) => expression),
    ...plan.lines.flatMap(({ when, amount }) => [when, amount]),
    ...plan.stages.flatMap((stage) =>
      expressionsOfStage(stage).map(({ expression }) => expression),
    ),
  ];
  const { stageSignatures } = names;
  const ownerOf = (name: string): string | undefined =>
    stageResultOf(stageSignatures, name)?.stage ??
    [...stageSignatures].find(([, { rates }]) => rates.some(({ id }) => id === name))?.[0];
  return new Set([...new Set(expressions.flatMap(namesIn))].flatMap((name) => ownerOf(name) ?? []));
}

/** Whether a stage gives the same results, for the same lines and groups, in both laws. */
function showsTheSame(id: string, from: Side, to: Side): boolean {
  const shown = ({ names }: Side): string | undefined => {
    const signature = names.stageSignatures.get(id);
    return signature && textOfSignature(signature);
  };
  return shown(from) === shown(to);
}

/** All that the proof of an expression asks of a name. */
function textOfName(name: string, { names }: Side): string {
  const table = names.tables.get(name);
  return textOfSignature(table === undefined ? findNamedValue(names, name) : shapeOf(table));
}

function shapeOf({
  dimensions,
  unit,
  operandUnit,
}: {
  readonly dimensions: readonly string[];
  readonly unit: Unit;
  readonly operandUnit: Unit;
}) {
  return { kind: "table", dimensions, unit, operandUnit };
}

function textOfSignature(signature: unknown): string {
  return JSON.stringify(signature, (_, each: unknown) =>
    // A unit is the only map that a signature has.
    each instanceof Map ? formatUnit(each) : each,
  );
}
