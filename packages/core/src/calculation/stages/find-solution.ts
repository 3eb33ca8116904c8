/** Solved rates of a run, each stage solved once. */
import { type Issue, issue } from "../../kernel/index.ts";
import type { SolveStage } from "../../methodology/index.ts";
import { type Ratio, ZERO } from "../../money/index.ts";
import { reportOnce } from "../run-state.ts";
import { isOn } from "./run-stage.ts";
import { type SolvedRates, solveRates } from "./solve-stage.ts";
import { layoutOf } from "./stage-context.ts";
import { contextOf, type StageWorld } from "./stage-figures.ts";

/** The rate as its stage solves it; one whose stage is off is a fault. */
export function rateOf(rate: string, world: StageWorld): Ratio {
  const stage = world.compiler.plan.stages.find(
    (each): each is SolveStage => each.kind === "solve" && each.rates.some(({ id }) => id === rate),
  );
  if (stage !== undefined && isOn(stage, contextOf(stage, world))) {
    return findSolution(stage, world)?.rates.get(rate) ?? ZERO;
  }
  const found = issue("stage-off", stage?.place ?? {}, { stage: stage?.id ?? rate, name: rate });
  reportOnce(world.city, found, rate);
  return ZERO;
}

/** The solution of the stage; nothing after a fault, which is told. */
export function findSolution(stage: SolveStage, world: StageWorld): SolvedRates | undefined {
  const { solutions, city } = world;
  if (solutions.has(stage)) return solutions.get(stage);
  const found = solve(stage, world);
  if ("code" in found) reportOnce(city, found, stage.id);
  const solution = "code" in found ? undefined : found;
  solutions.set(stage, solution);
  return solution;
}

function solve(
  stage: SolveStage,
  { compiler, city, cityOfTrial }: StageWorld,
): SolvedRates | Issue {
  const layout = layoutOf(stage, []);
  const inCity = (expression: SolveStage["total"]): Ratio =>
    compiler.number(expression, layout)([], city);
  const total = compiler.number(stage.total, layout);
  return solveRates(stage, {
    factors: new Map(
      stage.rates.flatMap(({ id, factor }) => (factor === undefined ? [] : [[id, inCity(factor)]])),
    ),
    target: inCity(stage.target),
    tolerance: stage.tolerance && inCity(stage.tolerance),
    totalAt: (rates) => total([], cityOfTrial(rates)),
  });
}
