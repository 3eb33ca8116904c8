/** Lines as the stages leave them, and what formulas may ask of a stage. */
import { present } from "../../kernel/index.ts";
import type { SolveStage, Stage, StageResult } from "../../methodology/index.ts";
import { type Ratio, ratioOf, type Tiyn, ZERO } from "../../money/index.ts";
import type { RegisterSnapshot } from "../../register/index.ts";
import type { Compiler } from "../code.ts";
import type { KeptFigures } from "../kept-figures.ts";
import { type CompiledLine, lineFigureOf } from "../line-figures.ts";
import type { Remembered, RunState } from "../run-state.ts";
import { itemName, type StageOutcome } from "./outcome.ts";
import { runStage } from "./run-stage.ts";
import type { SolvedRates } from "./solve-stage.ts";
import { groupDimensions, type StageContext } from "./stage-context.ts";
import { changersOf, stageIndexOf } from "./stage-index.ts";

/** Everything that stages of one run stand on, and what they came to so far. */
export type StageWorld = {
  readonly compiler: Compiler;
  readonly lines: ReadonlyMap<string, CompiledLine>;
  readonly states: readonly RunState[];
  /** The city, which has no organisation at hand. */
  readonly city: RunState;
  readonly estimates: RegisterSnapshot["estimates"];
  readonly outcomes: Map<Stage, StageOutcome>;
  readonly solutions: Map<SolveStage, SolvedRates | undefined>;
  /** What still stands of an earlier calculation. */
  readonly kept: KeptFigures | undefined;
  /** The city of a run in which these are the rates; what is wrong with it is kept apart. */
  readonly cityOfTrial: (rates: ReadonlyMap<string, Ratio>, issues: RunState["issues"]) => RunState;
};

/** What the line's formula came to, in whole tiyn; zero where the organisation has no such line. */
export function lineAmount(line: string, state: RunState, { lines }: StageWorld): Remembered {
  const { isCounted, amount } = lineFigureOf(present(lines.get(line), line), state);
  return { value: inTenge(isCounted ? amount : undefined), isCounted };
}

/** The line after the last of these stages that touched it; nothing when there is no such line. */
export function amountAfter(
  stages: readonly Stage[],
  line: string,
  state: RunState,
  world: StageWorld,
): Tiyn | undefined {
  const figure = lineFigureOf(present(world.lines.get(line), line), state);
  const changers = changersOf(stages, line);
  if (changers.length > 0) {
    const name = itemName(state.organisation?.id ?? "", line);
    for (const stage of changers) {
      const item = outcomeIn(stage, world).items.get(name);
      if (item === undefined) continue;
      // A line that no counted cell reached is there when a stage gave it money.
      return item.after !== 0n || figure.isCounted ? item.after : undefined;
    }
  }
  return figure.isCounted ? figure.amount : undefined;
}

/** What the stage did, worked out once. */
export function outcomeIn(stage: Stage, world: StageWorld): StageOutcome {
  const known = world.outcomes.get(stage);
  if (known !== undefined) return known;
  const found = world.kept?.outcomeOf(stage) ?? runStage(stage, contextOf(stage, world));
  world.outcomes.set(stage, found);
  return found;
}

/** What the stage is given. */
function contextOf(stage: Stage, world: StageWorld): StageContext {
  const { compiler, lines, states, city } = world;
  const earlier = stageIndexOf(compiler.plan).before(stage);
  const byId = new Map(states.map((state) => [state.organisation?.id ?? "", state]));
  const { budgetYear } = compiler.plan.asOf;
  return {
    ...{ compiler, states, city },
    definitions: new Map([...lines].map(([id, { definition }]) => [id, definition])),
    amountBefore: (line, state) => amountAfter(earlier, line, state, world),
    applies: (line, state) => lineFigureOf(present(lines.get(line), line), state).applies,
    estimates: world.estimates
      .filter((estimate) => estimate.budgetYear === budgetYear)
      .map(({ amount, tier, budgetCode, organisationId }) => ({
        ...{ amount, tier, budgetCode },
        state: byId.get(organisationId),
      })),
  };
}

/** A result of a stage for the line or the group that the codes name; in tenge. */
export function stageFigure(
  id: string,
  result: StageResult,
  codes: readonly string[],
  state: RunState,
  world: StageWorld,
): Remembered {
  const { byId, before: stagesBefore, touches } = stageIndexOf(world.compiler.plan);
  const stage = byId.get(id);
  if (result === "pool" || result === "left") {
    return stage === undefined ? NOTHING : groupFigureOf(stage, result, codes, state, world);
  }
  const [line = ""] = codes;
  // Asking all lines in turn must not ask those that may themselves be asking.
  if (!touches(id, line)) return NOTHING;
  const item =
    stage && outcomeIn(stage, world).items.get(itemName(state.organisation?.id ?? "", line));
  if (item !== undefined) {
    const { before, after } = item;
    const figure = lineFigureOf(present(world.lines.get(line), line), state);
    const isCounted = figure.isCounted || before !== 0n || after !== 0n;
    return { value: inTenge({ before, after, change: after - before }[result]), isCounted };
  }
  // Where the stage did not come, the line is what it was before.
  const earlier = stage === undefined ? [] : stagesBefore(stage);
  const amount = amountAfter(earlier, line, state, world);
  if (amount === undefined) return NOTHING;
  return { value: result === "change" ? ZERO : inTenge(amount), isCounted: true };
}

const NOTHING: Remembered = { value: ZERO, isCounted: false };

function groupFigureOf(
  stage: Stage,
  result: "pool" | "left",
  codes: readonly string[],
  state: RunState,
  world: StageWorld,
): Remembered {
  const by = "by" in stage ? stage.by : [];
  const isOwn = groupDimensions(by, world).length < by.length;
  const name = (isOwn ? [state.organisation?.id ?? "", ...codes] : codes).join("|");
  const group = outcomeIn(stage, world).groups.get(name);
  if (group === undefined) return NOTHING;
  const value = result === "left" ? inTenge(group.left) : (group.figures.pool ?? ZERO);
  // What a group has is no count of the organisation that asks.
  return { value, isCounted: false };
}

/** Tiyn as tenge; nothing is zero. */
function inTenge(amount: bigint | undefined): Ratio {
  return amount === undefined ? ZERO : ratioOf(amount, 100n);
}
