/** Who gets how much on each line, as numbers: what comparisons and searches run over. */
import { present } from "../../kernel/index.ts";
import type { LineDefinition } from "../../methodology/index.ts";
import { type Tiyn, tiyn } from "../../money/index.ts";
import type { CalculatedCity } from "../calculate-city.ts";
import { lineFigureOf } from "../line-figures.ts";
import type { CityLines } from "./city-lines.ts";
import type { Counted } from "./counted.ts";
import { pick } from "./domain.ts";
import { type LineColumn, type TiynColumn, tiynAt } from "./line-column.ts";
import { WHOLE_LIMIT } from "./numbers.ts";

/** A line of the law for everybody who has it. */
export type LineAmounts = {
  readonly definition: LineDefinition;
  /** The numbers of the organisations in the register, ascending. */
  readonly organisations: Int32Array;
  /** In whole tiyn, one for each of these organisations. */
  readonly amounts: TiynColumn;
};

/** As the formulas give them, or after all stages. */
export type BeforeOrAfter = "before-stages" | "after-stages";

/** From columns alone where they were enough, or from the calculation line by line. */
export function amountsOf(
  { law, lines }: CityLines,
  city: CalculatedCity | undefined,
  when: BeforeOrAfter,
): readonly LineAmounts[] {
  if (city !== undefined) return amountsOfCity(city, when);
  return amountsOfColumns(law.plan.lines.flatMap(({ id }) => lines.get(id) ?? []));
}

/** Apart from what the next change makes of the columns. */
function amountsOfColumns(lines: readonly LineColumn[]): readonly LineAmounts[] {
  return lines.map((line) => {
    const { definition, organisations } = line;
    const { amounts, exists } = present(line.current(), "a line in columns has values");
    if (exists === true) return { definition, organisations, amounts: amounts.slice() };
    const places = placesWhere(exists, organisations.length);
    return {
      definition,
      organisations: pick(organisations, places),
      amounts: pickAmounts(amounts, places),
    };
  });
}

function placesWhere(exists: Counted, size: number): Int32Array {
  if (typeof exists === "boolean")
    return Int32Array.from({ length: exists ? size : 0 }, (_, row) => row);
  const places = new Int32Array(size);
  let found = 0;
  for (let row = 0; row < size; row += 1) {
    places[found] = row;
    found += exists[row] as number;
  }
  return places.subarray(0, found);
}

function pickAmounts(amounts: TiynColumn, places: Int32Array): TiynColumn {
  if (!(amounts instanceof Float64Array)) {
    return Array.from(places, (place) => tiynAt(amounts, place));
  }
  const picked = new Float64Array(places.length);
  for (let row = 0; row < places.length; row += 1) {
    picked[row] = amounts[places[row] as number] as number;
  }
  return picked;
}

function amountsOfCity({ figures }: CalculatedCity, when: BeforeOrAfter): readonly LineAmounts[] {
  return [...figures.lines.values()].map((line) => {
    const { definition } = line;
    const rows: number[] = [];
    const amounts: Tiyn[] = [];
    for (const state of figures.states) {
      const figure = lineFigureOf(line, state);
      if (!figure.applies) continue;
      const own = figure.isCounted ? figure.amount : undefined;
      const amount = when === "before-stages" ? own : figures.finalAmount(definition.id, state);
      if (amount === undefined) continue;
      rows.push(state.row);
      amounts.push(amount);
    }
    return { definition, organisations: Int32Array.from(rows), amounts: inDoubles(amounts) };
  });
}

function inDoubles(amounts: readonly Tiyn[]): TiynColumn {
  const isWhole = amounts.every((amount) => amount <= LIMIT && amount >= -LIMIT);
  return isWhole ? Float64Array.from(amounts, Number) : amounts;
}

const LIMIT = BigInt(WHOLE_LIMIT);

/** What each organisation gets on all these lines, in the order of the register. */
export function sumByOrganisation(lines: readonly LineAmounts[], size: number): TiynColumn {
  return addDoubles(lines, size) ?? addBig(lines, size);
}

/** Nothing where the absolute values together might pass 2^52. */
function addDoubles(lines: readonly LineAmounts[], size: number): Float64Array | undefined {
  const sums = new Float64Array(size);
  let absolute = 0;
  for (const { organisations, amounts } of lines) {
    if (!(amounts instanceof Float64Array)) return undefined;
    for (let place = 0; place < organisations.length; place += 1) {
      const row = organisations[place] as number;
      const amount = amounts[place] as number;
      sums[row] = (sums[row] as number) + amount;
      absolute += amount < 0 ? -amount : amount;
    }
  }
  return absolute <= WHOLE_LIMIT ? sums : undefined;
}

function addBig(lines: readonly LineAmounts[], size: number): readonly Tiyn[] {
  const sums = Array.from({ length: size }, () => 0n);
  for (const { organisations, amounts } of lines) {
    organisations.forEach((row, place) => {
      sums[row] = (sums[row] as bigint) + tiynAt(amounts, place);
    });
  }
  return sums.map(tiyn);
}
