/**
 * All figures of one run, worked out when first asked for: lines of every organisation, sums over
 * organisations, stages and solved rates.
 *
 * Each stands on others; circles were refused when the methodology was read, so asking ends. A
 * solve stage tries rates in runs of their own, which share nothing with this one but the facts.
 */
import type { SolveStage, Stage } from "../methodology/index.ts";
import type { Ratio, Tiyn } from "../money/index.ts";
import type { Organisation, RegisterSnapshot } from "../register/index.ts";
import type { Compiler } from "./code.ts";
import type { ColumnFigures } from "./columns/column-figures.ts";
import { openMonthsOf } from "./fact-requirements.ts";
import type { FactTable } from "./fact-table.ts";
import type { KeptFigures } from "./kept-figures.ts";
import { type CompiledLine, compileLines } from "./line-figures.ts";
import { createRunState, type RunFigures, type RunState } from "./run-state.ts";
import { findSolution, rateOf } from "./stages/find-solution.ts";
import type { StageOutcome } from "./stages/outcome.ts";
import type { SolvedRates } from "./stages/solve-stage.ts";
import {
  amountAfter,
  lineAmount,
  outcomeIn,
  type StageWorld,
  stageFigure,
} from "./stages/stage-figures.ts";

/** What a run is made of. */
export type RunParts = {
  readonly compiler: Compiler;
  readonly snapshot: Pick<RegisterSnapshot, "organisations" | "estimates">;
  readonly facts: FactTable;
  /** Lines that are calculated for all organisations at once. */
  readonly columns?: ColumnFigures;
  /** What an earlier calculation found that still stands. */
  readonly kept?: KeptFigures;
  /** Values read and faults found are gathered here. */
  readonly notes: Pick<RunState, "used" | "usedTables" | "issues">;
};

/** The figures, and what a result is built from. */
export type Run = RunFigures & {
  readonly compiler: Compiler;
  readonly lines: ReadonlyMap<string, CompiledLine>;
  /** A line after the last of the stages; nothing when the organisation has none. */
  readonly finalAmount: (line: string, state: RunState) => Tiyn | undefined;
  readonly outcomeOf: (stage: Stage) => StageOutcome;
  readonly solutionOf: (stage: SolveStage) => SolvedRates | undefined;
};

/** A run in which nothing is worked out yet; `tried` are rates that are given, not solved. */
export function createRun(parts: RunParts, tried: ReadonlyMap<string, Ratio> = new Map()): Run {
  const { compiler, snapshot, notes } = parts;
  const states: RunState[] = [];
  const lines = compileLines(compiler);
  const run: Run = {
    compiler,
    shared: new Map(),
    totals: new Map(),
    states,
    get city() {
      return world.city;
    },
    lines,
    lineAmount: (line, state) => lineAmount(line, state, world),
    stageFigure: (id, result, codes, state) => stageFigure(id, result, codes, state, world),
    solvedRate: (rate) => tried.get(rate) ?? rateOf(rate, world),
    columnFigure: (line, row) =>
      parts.columns?.figureOf(line, row) ?? parts.kept?.figureOf(line, row),
    finalAmount: (line, state) => amountAfter(compiler.plan.stages, line, state, world),
    outcomeOf: (stage) => outcomeIn(stage, world),
    solutionOf: (stage) => findSolution(stage, world),
  };
  const world: StageWorld = {
    ...{ compiler, lines, states },
    estimates: snapshot.estimates,
    outcomes: new Map(),
    solutions: new Map(),
    kept: parts.kept,
    city: { ...createRunState(), ...notes, run },
    cityOfTrial: (rates, issues) => {
      const noted = { ...notes, issues };
      const trial = createRun({ ...parts, notes: noted }, new Map([...tried, ...rates]));
      return { ...createRunState(), ...noted, run: trial };
    },
  };
  for (const [row, organisation] of snapshot.organisations.entries()) {
    states.push(stateOf(organisation, row, run, parts));
  }
  return run;
}

function stateOf(
  organisation: Organisation,
  row: number,
  run: Run,
  { compiler, facts, notes }: RunParts,
): RunState {
  return {
    ...createRunState(),
    ...notes,
    run,
    organisation,
    row,
    cellsOf: (fact) => facts.cellsOf(organisation.id, fact),
    openMonths: openMonthsOf(compiler.plan, organisation),
  };
}
