/**
 * The whole calculation once more: documents and rows to lines in tiyn, the protection ledger and
 * totals, in exact fractions and without a line of core.
 */

import { boundStage, corridorStage } from "./bound-stages.ts";
import { type CityRows, type Organisation, readEstimates, readOrganisations } from "./city.ts";
import { evaluate } from "./evaluate.ts";
import { fillStage } from "./fill-stage.ts";
import { fitStage } from "./fit-stage.ts";
import { number, roundToPlaces, truth } from "./formula-values.ts";
import { type Fraction, NOTHING } from "./fraction.ts";
import { inheritCells } from "./inherited-cells.ts";
import type { Law } from "./law.ts";
import type { StageDocument } from "./law-documents.ts";
import { poolStage } from "./pool-stage.ts";
import { refuse } from "./refusal.ts";
import { solveRates } from "./solved-rates.ts";
import { inTiyn, isOn } from "./stage-parts.ts";
import { linesOf } from "./stage-values.ts";
import { type LineFigure, moveName, type Outcome, placeOf, type World } from "./world.ts";

export type Allocation = {
  /** Final tiyn by `organisation,tier,budget code,method`. */
  readonly lines: ReadonlyMap<string, bigint>;
  /** Tenge of each formula line before it is rounded and before any stage, by the same name. */
  readonly exact: ReadonlyMap<string, Fraction>;
  /** Tiyn of each formula line before any stage, by the same name; none where nobody is counted. */
  readonly formulas: ReadonlyMap<string, bigint>;
  /** The people each line pays for, where it counts them, by the same name. */
  readonly headcounts: ReadonlyMap<string, Fraction>;
  /** Tiyn by `stage,group,organisation,line`, or `stage,group,,envelope` and `…,left-over`. */
  readonly ledger: ReadonlyMap<string, bigint>;
  /** Tiyn by `tier a`, `district d1`, `budget_code B1`, `method formula`, and `total`. */
  readonly totals: ReadonlyMap<string, bigint>;
};

export function calculateCity(law: Law, rows: CityRows): Allocation {
  const reported = readOrganisations(law, rows);
  const estimates = readEstimates(law, rows);
  const plain = openWorld(law, reported, estimates, new Map());
  const world = openWorld(law, inheritCells(plain), estimates, new Map());
  for (const stage of law.stages) {
    const { kind, rates = [] } = stage;
    if (kind !== "solve" || !isOn(stage, world)) continue;
    for (const { rate } of rates) world.rateOf(rate);
  }
  const lines = new Map<string, bigint>();
  const exact = new Map<string, Fraction>();
  const headcounts = new Map<string, Fraction>();
  for (const line of finalLines(world)) {
    lines.set(line.name, line.tiyn);
    exact.set(line.name, line.figure.exact);
    if (line.headcount !== undefined) headcounts.set(line.name, line.headcount);
  }
  for (const { organisation, tier, budgetCode, tiyn } of estimates) {
    const name = [organisation, tier, budgetCode, "estimate"].join(",");
    lines.set(name, (lines.get(name) ?? 0n) + tiyn);
  }
  const formulas = formulaLines(world);
  const ledger = new Map(law.stages.flatMap((stage) => ledgerRows(stage, world.outcomeOf(stage))));
  return { lines, exact, formulas, headcounts, ledger, totals: totalsOf(lines, world) };
}

function formulaLines(world: World): Allocation["formulas"] {
  const found = new Map<string, bigint>();
  for (const organisation of world.organisations) {
    for (const [id, { tier, budgetCode }] of world.law.lines) {
      const { isCounted, tiyn } = world.lineOf(id, organisation);
      if (isCounted) found.set([organisation.id, tier, budgetCode, "formula"].join(","), tiyn);
    }
  }
  return found;
}

/** Every line after all stages; one that a stage began counts nobody. */
function finalLines(world: World) {
  const definitions = [...world.law.lines];
  return world.organisations.flatMap((organisation) =>
    definitions.flatMap(([id, { tier, budgetCode, headcount }]) => {
      const tiyn = world.amountBefore(Number.POSITIVE_INFINITY, id, organisation);
      if (tiyn === undefined) return [];
      const figure = world.lineOf(id, organisation);
      const name = [organisation.id, tier, budgetCode, "formula"].join(",");
      const people =
        figure.isCounted && headcount !== undefined
          ? number(evaluate(world.law.treeOf(headcount), placeOf(organisation), world))
          : undefined;
      return [{ name, tiyn, figure, headcount: people }];
    }),
  );
}

function openWorld(
  law: Law,
  organisations: readonly Organisation[],
  estimates: World["estimates"],
  rates: ReadonlyMap<string, Fraction>,
): World {
  const figures = new Map<string, LineFigure>();
  const outcomes = new Map<StageDocument, Outcome>();
  const solved = new Map(rates);
  const world: World = {
    ...{ law, organisations, estimates, known: new Map() },
    lineOf: (line, organisation) => {
      const name = moveName(organisation.id, line);
      const figure = figures.get(name) ?? lineFigure(line, organisation, world);
      figures.set(name, figure);
      return figure;
    },
    amountBefore: (order, line, organisation) => amountBefore(order, line, organisation, world),
    outcomeOf: (stage) => {
      const outcome = outcomes.get(stage) ?? runStage(stage, world);
      outcomes.set(stage, outcome);
      return outcome;
    },
    rateOf: (rate) => {
      const stage = law.solvers.get(rate);
      if (stage !== undefined && !solved.has(rate)) {
        if (!isOn(stage, world)) refuse("stage-off");
        for (const [name, value] of solveRates(stage, world)) solved.set(name, value);
      }
      return solved.get(rate) ?? NOTHING;
    },
    atRates: (more) => openWorld(law, organisations, estimates, new Map([...solved, ...more])),
  };
  return world;
}

function lineFigure(line: string, organisation: Organisation, world: World): LineFigure {
  const definition = world.law.lines.get(line);
  if (definition === undefined) throw new SyntaxError(`no line: ${line}`);
  const applies = truth(evaluate(definition.when, placeOf(organisation), world));
  if (!applies) return { applies, isCounted: false, exact: NOTHING, tiyn: 0n };
  const place = placeOf(organisation);
  const exact = number(evaluate(definition.amount, place, world));
  const isCounted = place.met.isCounted || definition.exists === "when";
  return { applies, isCounted, exact, tiyn: inTiyn(roundToPlaces(exact, 2, definition.rounding)) };
}

function amountBefore(
  order: number,
  line: string,
  organisation: Organisation,
  world: World,
): bigint | undefined {
  const { isCounted, tiyn } = world.lineOf(line, organisation);
  for (const stage of world.law.stages.toReversed()) {
    if (stage.order >= order || !linesOf(stage).includes(line)) continue;
    const move = world.outcomeOf(stage).moves.get(moveName(organisation.id, line));
    // A line that nobody was counted for is there when a stage gave it money.
    if (move !== undefined) return move.after !== 0n || isCounted ? move.after : undefined;
  }
  return isCounted ? tiyn : undefined;
}

function runStage(stage: StageDocument, world: World): Outcome {
  const nothing: Outcome = { moves: new Map(), groups: new Map() };
  if (!isOn(stage, world)) return nothing;
  switch (stage.kind) {
    case "floor":
    case "cap":
      return boundStage(stage, world);
    case "floor-and-cap":
      return corridorStage(stage, world);
    case "pool":
      return poolStage(stage, world);
    case "fill":
      return fillStage(stage, world);
    case "fit":
      return fitStage(stage, world);
    case "limit":
    case "solve":
      return nothing;
  }
}

/** What organisations gained, what the envelope gave for it, and what nobody received. */
function ledgerRows({ stage }: StageDocument, { moves, groups }: Outcome) {
  const rows: (readonly [string, bigint])[] = [];
  const gained = new Map<string, bigint>();
  for (const { organisation, line, group, before, after } of moves.values()) {
    gained.set(group, (gained.get(group) ?? 0n) + after - before);
    if (after !== before) rows.push([[stage, group, organisation, line].join(","), after - before]);
  }
  for (const [group, { left }] of groups) {
    const given = (gained.get(group) ?? 0n) + left;
    if (given !== 0n) rows.push([[stage, group, "", "envelope"].join(","), -given]);
    if (left !== 0n) rows.push([[stage, group, "", "left-over"].join(","), left]);
  }
  return rows;
}

function totalsOf(lines: Allocation["lines"], { organisations }: World): Allocation["totals"] {
  const districts = new Map(
    organisations.map(({ id, attributes }) => [id, attributes.get("district") ?? ""]),
  );
  return sumLines(lines, (id) => districts.get(id) ?? "");
}

/** Every way of adding up lines, named by organisation, tier, budget code and method. */
export function sumLines(
  lines: Allocation["lines"],
  districtOf: (organisation: string) => string,
): Allocation["totals"] {
  const sums = new Map<string, bigint>([["total", 0n]]);
  for (const [name, amount] of lines) {
    const [id = "", tier, budgetCode, method] = name.split(",");
    const district = id === "" ? "citywide" : districtOf(id);
    const ways = [`tier ${tier}`, `district ${district}`, `budget_code ${budgetCode}`];
    for (const way of ["total", ...ways, `method ${method}`]) {
      sums.set(way, (sums.get(way) ?? 0n) + amount);
    }
  }
  return sums;
}
