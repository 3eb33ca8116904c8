/** The pieces of a stage explained: a bound, a weight, an envelope, and what made each. */
import { present } from "../kernel/index.ts";
import {
  type Expression,
  groupDimension,
  LINE_GROUPS,
  ORGANISATION_GROUP,
  printExpression,
  type StageBy,
} from "../methodology/index.ts";
import { divideRounded, type Ratio, type Tiyn } from "../money/index.ts";
import {
  aside,
  asRatio,
  type BoundCode,
  type Explainer,
  type ExplainScope,
  readsCount,
  unitOfPart,
} from "./explain-scope.ts";
import { factUsesOf } from "./fact-uses.ts";
import { codesOfLine, type Precision, wholeAmount } from "./stages/stage-context.ts";
import { substitute } from "./substitute.ts";
import { numberValue, type TraceNode, traceNode } from "./trace.ts";

/** A piece by what it is there: `bound`, `weight`, `target`. */
export type StagePart = {
  readonly value: Ratio;
  /** In whole units of the stage; zero tiyn for what is no amount. */
  readonly whole: Tiyn;
  /** Whether there is such a value: one that stands on facts needs a counted one. */
  readonly isThere: boolean;
  readonly traced: TraceNode;
};

/** What is in scope where a single line is bounded: its tier, itself and its budget code. */
export function boundCodesOf(line: string, { run }: ExplainScope): readonly BoundCode[] {
  const { definition } = present(run.figures.lines.get(line), `line ${line}`);
  const codes = codesOfLine(definition);
  return LINE_GROUPS.map((dimension, place) => ({ dimension, code: codes[place] ?? "" }));
}

const EXACT: Precision = { places: 2, rounding: "half-up" };

/** Evaluates a piece of a stage for the codes that are in scope there. */
export function explainPart(
  id: string,
  expression: Expression,
  bound: readonly BoundCode[],
  precision: Precision | undefined,
  scope: ExplainScope,
  explainer: Explainer,
): StagePart {
  const inner = aside(scope, bound);
  const value = asRatio(explainer.value(expression, inner));
  const standsOnFacts = factUsesOf(expression, scope.run.plan).length > 0;
  return {
    value,
    whole: wholeAmount(value, precision ?? EXACT),
    isThere: !standsOnFacts || readsCount(inner.inputs, scope.known),
    traced: traceNode({
      kind: "part",
      id,
      value: numberValue(value, unitOfPart(expression, inner)),
      expression: printExpression(expression),
      withValues: substitute(expression, inner.shown),
      inputs: inner.inputs,
    }),
  };
}

/** The codes of a group, by the dimensions that are in scope for its expressions. */
export function groupBound(
  by: StageBy,
  codes: readonly string[],
  { run }: ExplainScope,
): readonly BoundCode[] {
  return by
    .filter((each) => each !== ORGANISATION_GROUP)
    .map((each, place) => ({
      dimension: groupDimension(run.plan.methodology, each),
      code: codes[place] ?? "",
    }));
}

/** Whether whole units are an exact part of a sum, cut down or filled up to a unit. */
export function isApportioned(units: bigint, { numerator, denominator }: Ratio): boolean {
  const least = divideRounded(numerator, denominator, "floor");
  return units === least || (least * denominator !== numerator && units === least + 1n);
}
