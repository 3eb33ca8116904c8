/**
 * What of an earlier calculation still stands after a change: lines, stages and solved rates that
 * reach nothing that is different.
 */
import {
  type Expression,
  expressionsOfStage,
  LINE_AMOUNT,
  linesOfStage,
  namesIn,
  reachableNames,
  type SolveStage,
  type Stage,
  signaturesOf,
  stageResultOf,
} from "../methodology/index.ts";
import { isSame, meets } from "./columns/changes.ts";
import { type CalculationPlan, looksAcross } from "./plan.ts";
import type { LineFigure, RunState } from "./run-state.ts";
import type { StageOutcome } from "./stages/outcome.ts";
import type { SolvedRates } from "./stages/solve-stage.ts";

export type KeptFigures = {
  readonly figureOf: (line: string, row: number) => LineFigure | undefined;
  readonly outcomeOf: (stage: Stage) => StageOutcome | undefined;
  /** The solution of a stage that was solved; nothing where it must be solved anew. */
  readonly solutionOf: (
    stage: SolveStage,
  ) => { readonly rates: SolvedRates | undefined } | undefined;
};

/** What became different. */
export type Difference = {
  /** Names of parameters, tables and formulas. */
  readonly law: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** The organisations whose facts they are, by row. */
  readonly rows: ReadonlySet<number>;
};

/** An earlier calculation, as far as something of it may be kept. */
export type EarlierFigures = {
  readonly plan: CalculationPlan;
  readonly states: readonly RunState[];
  readonly outcomes: readonly StageOutcome[];
  readonly solutionOf: (stage: SolveStage) => SolvedRates | undefined;
};

/** The earlier figures that a calculation under the next plan need not repeat. */
export function keptFigures(
  earlier: EarlierFigures,
  next: CalculationPlan,
  difference: Difference,
): KeptFigures {
  const { plan, states } = earlier;
  // What stood on something before may owe it what it is, even if it no longer does.
  const graph = joinDependencies(dependencies(plan), dependencies(next));
  const changed = new Set([
    ...difference.law,
    ...namesOfOthers(plan.lines, next.lines).map(lineNode),
    ...namesOfOthers(plan.stages, next.stages).map(stageNode),
  ]);
  const stands = (node: string, isOwn: boolean): boolean => {
    const reached = reachableNames([node], graph.edges);
    return !meets(reached, changed) && (isOwn || !meets(reached, difference.facts));
  };
  const figures = new Map<string, readonly (LineFigure | undefined)[]>();
  for (const { id } of next.lines) {
    const node = lineNode(id);
    // What an organisation has of its own does not change with what others counted.
    const isOwn = !meets(reachableNames([node], graph.edges), graph.across);
    if (!stands(node, isOwn)) continue;
    const isTouched = isOwn && !stands(node, false);
    figures.set(
      id,
      states.map(({ lines, row }) =>
        isTouched && difference.rows.has(row) ? undefined : lines.get(id),
      ),
    );
  }
  const outcomes = new Map(
    earlier.outcomes
      .filter(({ stage }) => stands(stageNode(stage.id), false))
      .map((outcome) => [outcome.stage.id, outcome]),
  );
  const solutions = new Map(
    plan.stages.flatMap((stage) => {
      if (stage.kind !== "solve" || !stands(stageNode(stage.id), false)) return [];
      return [[stage.id, { rates: earlier.solutionOf(stage) }] as const];
    }),
  );
  return keep(figures, outcomes, solutions);
}

/** Apart, so that what is kept holds on to nothing else of the calculation it comes from. */
function keep(
  figures: ReadonlyMap<string, readonly (LineFigure | undefined)[]>,
  outcomes: ReadonlyMap<string, StageOutcome>,
  solutions: ReadonlyMap<string, { readonly rates: SolvedRates | undefined }>,
): KeptFigures {
  return {
    figureOf: (line, row) => figures.get(line)?.[row],
    outcomeOf: (stage) => {
      const outcome = outcomes.get(stage.id);
      return outcome && { ...outcome, stage };
    },
    solutionOf: ({ id }) => solutions.get(id),
  };
}

/** The definitions that differ, or that only one side has. */
function namesOfOthers<Definition extends { readonly id: string }>(
  before: readonly Definition[],
  after: readonly Definition[],
): readonly string[] {
  const [old, now] = [before, after].map((each) => new Map(each.map((one) => [one.id, one])));
  const names = new Set([...before, ...after].map(({ id }) => id));
  return [...names].filter((id) => !isSame(old?.get(id), now?.get(id)));
}

function lineNode(line: string): string {
  return `line|${line}`;
}

function stageNode(stage: string): string {
  return `stage|${stage}`;
}

type Dependencies = {
  /** By formula, line or stage, what it names. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
  /** Whatever looks at other organisations: stages, totals, and facts that are inherited. */
  readonly across: ReadonlySet<string>;
};

function joinDependencies(left: Dependencies, right: Dependencies): Dependencies {
  const nodes = new Set([...left.edges.keys(), ...right.edges.keys()]);
  return {
    edges: new Map(
      [...nodes].map((node) => [
        node,
        [...(left.edges.get(node) ?? []), ...(right.edges.get(node) ?? [])],
      ]),
    ),
    across: new Set([...left.across, ...right.across]),
  };
}

function dependencies(plan: CalculationPlan): Dependencies {
  const edges = new Map<string, readonly string[]>();
  const across = new Set<string>();
  const add = (node: string, expressions: readonly Expression[], more: readonly string[] = []) => {
    edges.set(node, [...expressions.flatMap((each) => nodesIn(each, plan)), ...more]);
    if (expressions.some(looksAcross)) across.add(node);
  };
  for (const [name, { expression }] of plan.formulas) add(name, [expression]);
  for (const { id, inherited } of plan.methodology.facts.values()) {
    if (inherited === undefined) continue;
    add(id, [inherited]);
    across.add(id);
  }
  for (const { id, when, amount, headcount } of plan.lines) {
    add(lineNode(id), [when, amount, ...(headcount === undefined ? [] : [headcount])]);
  }
  for (const stage of plan.stages) {
    const touched = linesOfStage(stage);
    const before = plan.stages.filter(
      (other) =>
        other.order < stage.order && linesOfStage(other).some((line) => touched.includes(line)),
    );
    add(
      stageNode(stage.id),
      expressionsOfStage(stage).map(({ expression }) => expression),
      [...touched.map(lineNode), ...before.map(({ id }) => stageNode(id))],
    );
    across.add(stageNode(stage.id));
  }
  return { edges, across };
}

/** What an expression names, lines and stages by their nodes. */
function nodesIn(expression: Expression, plan: CalculationPlan): readonly string[] {
  const signatures = signaturesOf(plan.methodology.stages);
  return namesIn(expression).flatMap((name) => {
    if (name === LINE_AMOUNT) return plan.lines.map(({ id }) => lineNode(id));
    const result = stageResultOf(signatures, name);
    if (result !== undefined) {
      // Where the stage did not come, its result is the line as the stages before it left it.
      const order = plan.stages.find(({ id }) => id === result.stage)?.order ?? 0;
      const before = plan.stages.filter((each) => each.order < order);
      return [
        stageNode(result.stage),
        ...before.map(({ id }) => stageNode(id)),
        ...plan.lines.map(({ id }) => lineNode(id)),
      ];
    }
    const solver = plan.stages.find(
      (stage) => stage.kind === "solve" && stage.rates.some(({ id }) => id === name),
    );
    return solver === undefined ? [name] : [stageNode(solver.id)];
  });
}
