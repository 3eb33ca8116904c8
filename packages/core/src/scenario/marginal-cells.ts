/**
 * The counts of an organisation of which one more or one fewer can be thought: each cell by itself,
 * and the cells of a year together, since a pupil who stays all year is counted in every period.
 */
import {
  type CalculationPlan,
  cellsOf,
  cellsRead,
  type Model,
  organisationAt,
  periodsOfFact,
  type ReadCell,
  registerRulesOf,
} from "../calculation/index.ts";
import { ok, present, type Result } from "../kernel/index.ts";
import type { Fact } from "../methodology/index.ts";
import { equalUnits, findUnit, type Ratio, ZERO } from "../money/index.ts";
import { factIndex } from "../register/index.ts";
import { type FactWorld, findCellRow } from "./override-facts.ts";
import type { FactOverride } from "./scenario.ts";

/** A dimension with its code. */
export type CellKey = readonly { readonly dimension: string; readonly code: string }[];

export type CountedCell = {
  /** The codes of the fact's index, the period first. */
  readonly codes: readonly string[];
  readonly count: Ratio;
  /** Whether the organisation reported it; a cell that it did not report counts nobody. */
  readonly isThere: boolean;
};

/** One cell, or the cells of every period of the year in which the organisation was counted. */
export type CountedRow = {
  readonly fact: Fact;
  readonly span: "period" | "year";
  /** What the cells have in common; the period is not among it where the row is of the year. */
  readonly key: CellKey;
  readonly cells: readonly CountedCell[];
};

/** A cell by its name; without the period it is a row of the year. */
export type AskedCell = { readonly fact: string; readonly key: ReadonlyMap<string, string> };

/**
 * The rows whose cells some line reads, by fact and in the order in which people list codes; those
 * of the year after their cells.
 */
export function rowsRead(model: Model, organisation: number): readonly CountedRow[] {
  const read = inListOrder(cellsRead(model, organisation), model.plan);
  const facts = [...new Set(read.map(({ fact }) => fact))];
  return facts.flatMap((fact) => {
    const own = read.filter((cell) => cell.fact === fact);
    const reported = inListOrder(cellsOf(model, organisation, [fact]), model.plan);
    const single = own.map((cell) => rowOf(fact, [cell.codes], "period", reported));
    if (fact.period === undefined) return single;
    // A period of which the organisation reported nothing is none of its year.
    const periods = [...new Set(reported.map(periodOf))];
    const rest = new Map(own.map(({ codes }) => [codes.slice(1).join("|"), codes.slice(1)]));
    const wholeYear = [...rest.values()].map((codes) => {
      const all = periods.map((period) => [period, ...codes]);
      return rowOf(fact, all, "year", reported);
    });
    return [...single, ...wholeYear];
  });
}

function inListOrder(
  cells: readonly ReadCell[],
  { membersOf }: CalculationPlan,
): readonly ReadCell[] {
  const ranks = new Map<string, ReadonlyMap<string, number>>();
  const rankOf = (dimension: string, code: string): number => {
    const known =
      ranks.get(dimension) ?? new Map(membersOf(dimension).map((each, rank) => [each, rank]));
    ranks.set(dimension, known);
    return known.get(code) ?? 0;
  };
  return cells.toSorted((left, right) => {
    for (const [place, dimension] of factIndex(left.fact).entries()) {
      const [one, other] = [left, right].map((cell) => rankOf(dimension, cell.codes[place] ?? ""));
      const order = (one ?? 0) - (other ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The one row that is asked, also of cells nobody reported; or why there is none. */
export function findRow(
  model: Model,
  organisation: number,
  { fact: name, key }: AskedCell,
): Result<CountedRow> {
  const { plan, register } = model;
  const fact = plan.methodology.facts.get(name);
  const reported = fact === undefined ? [] : cellsOf(model, organisation, [fact]);
  const period = fact?.period;
  const isOfYear = fact !== undefined && period !== undefined && !key.has(period);
  const keys = isOfYear
    ? periodsAsked(fact, reported, plan).map((code) => new Map([[period, code], ...key]))
    : [key];
  const asked = organisationAt(register, organisation);
  const world: FactWorld = {
    ...plan,
    organisations: new Map([[asked.id, asked]]),
    isReporter: registerRulesOf(plan).isReporter,
  };
  for (const each of keys) {
    const found = findCellRow(world, namedCell(asked.id, name, each));
    if (!found.ok) return found;
  }
  const counted = present(fact, "a cell is one of a fact");
  const index = factIndex(counted);
  const codes = keys.map((each) => index.map((dimension) => each.get(dimension) ?? ""));
  return ok(rowOf(counted, codes, isOfYear ? "year" : "period", reported));
}

/** Those of which the organisation reported something, or all where it reported nothing. */
function periodsAsked(
  fact: Fact,
  reported: readonly ReadCell[],
  { methodology, asOf }: Pick<CalculationPlan, "methodology" | "asOf">,
): readonly string[] {
  if (reported.length > 0) return [...new Set(reported.map(periodOf))];
  return periodsOfFact(methodology, fact, asOf.budgetYear).map(({ code }) => code);
}

/** A cell by its name, as an override names it. */
export function namedCell(
  organisationId: string,
  fact: string,
  key: ReadonlyMap<string, string>,
): FactOverride {
  return {
    ...{ kind: "fact", organisationId, fact, key, value: "0" },
    ...{ reason: "", author: undefined, madeAt: undefined, place: {} },
  };
}

function periodOf({ codes }: ReadCell): string {
  return codes[0] ?? "";
}

function rowOf(
  fact: Fact,
  each: readonly (readonly string[])[],
  span: CountedRow["span"],
  reported: readonly ReadCell[],
): CountedRow {
  const counts = new Map(reported.map(({ codes, value }) => [codes.join("|"), value]));
  const cells = each.map((codes): CountedCell => {
    const count = counts.get(codes.join("|"));
    return { codes, count: count ?? ZERO, isThere: count !== undefined };
  });
  const index = factIndex(fact);
  const [codes = []] = each;
  const key = index
    .map((dimension, place) => ({ dimension, code: codes[place] ?? "" }))
    .filter((_, place) => span === "period" || place > 0);
  return { fact, span, key, cells };
}

/** Whether these are people, of whom there is none below zero. */
export function countsPeople({ source, unit }: Fact): boolean {
  return source === "headcounts" || isPupil(unit);
}

function isPupil(text: string): boolean {
  const [unit, pupil] = [findUnit(text), findUnit("pupil")];
  return unit !== undefined && pupil !== undefined && equalUnits(unit, pupil);
}
