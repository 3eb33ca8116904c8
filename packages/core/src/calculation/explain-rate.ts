/** A solved rate explained: the lever, the factor, and the total that meets the target. */
import { invariant, present } from "../kernel/index.ts";
import type { SolvedRate, SolveStage } from "../methodology/index.ts";
import {
  compareRatios,
  formatUnit,
  multiplyRatios,
  negateRatio,
  ONE,
  type Ratio,
  roundRatio,
  subtractRatios,
} from "../money/index.ts";
import {
  aside,
  asRatio,
  type Explainer,
  type ExplainScope,
  rootScope,
  unitOfPart,
} from "./explain-scope.ts";
import { explainPart } from "./explain-stage-part.ts";
import type { SolvedRates } from "./stages/solve-stage.ts";
import {
  countValue,
  datedGround,
  numberValue,
  sentence,
  type TraceNode,
  type TraceSentence,
  traceNode,
} from "./trace.ts";

/** The rate as the run solved it; it and the total that it gives are worked out anew. */
export function explainRate(
  id: string,
  scope: ExplainScope,
  explainer: Explainer,
): { readonly value: Ratio; readonly traced: TraceNode } {
  const { run, known } = scope;
  const value = run.figures.solvedRate(id);
  const stage = present(
    run.plan.stages.find(
      (each): each is SolveStage =>
        each.kind === "solve" && each.rates.some((rate) => rate.id === id),
    ),
    `rate ${id} is solved`,
  );
  const rate = present(
    stage.rates.find((each) => each.id === id),
    id,
  );
  const found = known.rates.get(id);
  if (found !== undefined) return { value, traced: found };
  if (known.rates.has(id)) return { value, traced: mention(rate, value) };
  known.rates.set(id, undefined);
  const traced = traceRate(rate, value, stage, scope, explainer);
  known.rates.set(id, traced);
  return { value, traced };
}

function mention({ id, label, unit }: SolvedRate, value: Ratio): TraceNode {
  return traceNode({
    kind: "rate",
    ...{ id, label },
    value: numberValue(value, formatUnit(unit)),
    sentences: [sentence("rate-here")],
  });
}

function traceRate(
  rate: SolvedRate,
  value: Ratio,
  stage: SolveStage,
  scope: ExplainScope,
  explainer: Explainer,
): TraceNode {
  const solution = present(scope.run.figures.solutionOf(stage), `${stage.id} is solved`);
  const factor = rate.factor && explainPart("factor", rate.factor, [], undefined, scope, explainer);
  const exact = multiplyRatios(solution.lever, factor?.value ?? ONE);
  const own = roundRatio(exact, rate.places, rate.rounding);
  invariant(compareRatios(own, value) === 0, `explanation of the rate ${rate.id}`);
  const target = explainPart("target", stage.target, [], undefined, scope, explainer);
  invariant(
    compareRatios(target.value, solution.target) === 0,
    `explanation of the target of ${stage.id}`,
  );
  assertTotal(stage, solution, scope, explainer);
  const unit = formatUnit(rate.unit);
  return traceNode({
    kind: "rate",
    ...{ id: rate.id, label: rate.label },
    value: numberValue(value, unit),
    rounding: {
      before: numberValue(exact, unit),
      ...{ places: rate.places, mode: rate.rounding },
    },
    sentences: [
      ...solvedSentences(stage, solution, scope, explainer),
      ...(factor === undefined ? [] : [leverSentence(stage, solution)]),
    ],
    ground: datedGround(stage),
    inputs: [target.traced, ...(factor === undefined ? [] : [factor.traced])],
  });
}

/** The total at the rates found, asked of the city, where nobody's own part is told. */
function assertTotal(
  stage: SolveStage,
  solution: SolvedRates,
  { run, known }: ExplainScope,
  explainer: Explainer,
): void {
  const city = rootScope(run, undefined);
  const scope = { ...city, known: { ...city.known, rates: known.rates } };
  const total = asRatio(explainer.value(stage.total, scope));
  invariant(compareRatios(total, solution.total) === 0, `explanation of the total of ${stage.id}`);
}

function solvedSentences(
  stage: SolveStage,
  { total, target }: SolvedRates,
  scope: ExplainScope,
  explainer: Explainer,
): readonly TraceSentence[] {
  const unit = unitOfPart(stage.target, aside(scope));
  const apart = subtractRatios(total, target);
  const distance = numberValue(apart.numerator < 0n ? negateRatio(apart) : apart, unit);
  const tolerance = stage.tolerance && asRatio(explainer.value(stage.tolerance, aside(scope)));
  return [
    sentence("rate-target", {
      ...{ total: numberValue(total, unit), target: numberValue(target, unit), distance },
    }),
    ...(tolerance === undefined
      ? []
      : [sentence("rate-tolerance", { tolerance: numberValue(tolerance, unit) })]),
  ];
}

function leverSentence({ places }: SolveStage, { lever }: SolvedRates): TraceSentence {
  return sentence("rate-lever", { lever: numberValue(lever, "1"), places: countValue(places) });
}
