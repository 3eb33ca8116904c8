/** Solved rates of a run, each stage solved once. */
import { type Issue, issue } from "../../kernel/index.ts";
import type { SolveStage } from "../../methodology/index.ts";
import { type Ratio, ZERO } from "../../money/index.ts";
import { type RunState, reportOnce } from "../run-state.ts";
import { isOn } from "./run-stage.ts";
import { type SolvedRates, solveRates } from "./solve-stage.ts";
import { layoutOf } from "./stage-context.ts";
import type { StageWorld } from "./stage-figures.ts";

/** The rate as its stage solves it; one whose stage is off is a fault. */
export function rateOf(rate: string, world: StageWorld): Ratio {
  const stage = world.compiler.plan.stages.find(
    (each): each is SolveStage => each.kind === "solve" && each.rates.some(({ id }) => id === rate),
  );
  const isKnown = stage !== undefined && world.solutions.get(stage) !== undefined;
  if (stage !== undefined && (isKnown || isOn(stage, world))) {
    return findSolution(stage, world)?.rates.get(rate) ?? ZERO;
  }
  const found = issue("stage-off", stage?.place ?? {}, { stage: stage?.id ?? rate, name: rate });
  reportOnce(world.city, found, rate);
  return ZERO;
}

/** The solution of the stage; nothing where it is off, or after a fault, which is told. */
export function findSolution(stage: SolveStage, world: StageWorld): SolvedRates | undefined {
  const { solutions } = world;
  if (solutions.has(stage)) return solutions.get(stage);
  const kept = world.kept?.solutionOf(stage);
  const found = () => (isOn(stage, world) ? solve(stage, world) : undefined);
  const solution = kept === undefined ? found() : kept.rates;
  solutions.set(stage, solution);
  return solution;
}

type Issues = RunState["issues"];

function solve(stage: SolveStage, world: StageWorld): SolvedRates | undefined {
  const { compiler, city, cityOfTrial } = world;
  const layout = layoutOf(stage, []);
  const inCity = (expression: SolveStage["total"]): Ratio =>
    compiler.number(expression, layout)([], city);
  const total = compiler.number(stage.total, layout);
  const trials: Issues[] = [];
  const found = solveRates(stage, {
    factors: new Map(
      stage.rates.flatMap(({ id, factor }) => (factor === undefined ? [] : [[id, inCity(factor)]])),
    ),
    target: inCity(stage.target),
    tolerance: stage.tolerance && inCity(stage.tolerance),
    totalAt: (rates) => {
      const issues: Issues = new Map();
      trials.push(issues);
      return total([], cityOfTrial(rates, issues));
    },
  });
  const always = metEverywhere(trials);
  for (const [name, each] of always) city.issues.set(name, each);
  if ("code" in found) {
    // What is missing at every rate is why no rate was found.
    if (always.length === 0) reportOnce(city, found, stage.id);
    return undefined;
  }
  total([], cityOfTrial(found.rates, city.issues));
  return found;
}

/** Faults of every trial; one that only a far-off rate meets is no fault of the solution. */
function metEverywhere(trials: readonly Issues[]): readonly (readonly [string, Issue])[] {
  const [first = new Map<string, Issue>(), ...others] = trials;
  return [...first].filter(([name]) => others.every((issues) => issues.has(name)));
}
