/**
 * The arithmetic of the four tiers as one would write it by hand: doubles in typed arrays, dense
 * loops, `Math.round` where a line is rounded to the tiyn. Nothing here is exact, and nothing is
 * remembered: every norm, product and sum is made again each time.
 */
import type { CalculationPlan } from "../../../packages/core/src/index.ts";
import { type Blocks, MONTHS } from "./blocks.ts";
import { LINE, LINES, type Payees, type PlainCity, type Schools } from "./plain-city.ts";
import { type Rates, readRates } from "./plain-rates.ts";

/** Rates in tenge, for the loops. */
export type PlainRates = Pick<
  Rates<number>,
  "environmentCost" | "index" | "buildingMonths" | "countMonths"
> & {
  readonly [Name in RateTable]: Float64Array;
};
type RateTable = Exclude<
  keyof Rates<number>,
  "environmentCost" | "index" | "buildingMonths" | "countMonths"
>;

/** What the loops fill, in tiyn. */
export type PlainResult = {
  readonly amounts: Readonly<
    Record<"children" | "youngNeeds" | "pupils" | "needs" | "lessons" | "sport", Float64Array>
  >;
  /** The sum of line `n` in district `d` stands at `n * districts + d`. */
  readonly sums: Float64Array;
};

const TIYN_IN_TENGE = 100;
/** Half a tenge comes out of doubles a trifle too small, and a whole school would miss a tenge. */
export const HAIR = 0.000_001;

/** The rates of a plan, as numbers. */
export function readPlainRates(plan: CalculationPlan, city: PlainCity): PlainRates {
  const rates = readRates(plan, city, Number);
  const { environmentCost, index, buildingMonths, countMonths } = rates;
  return {
    ...{ environmentCost, index, buildingMonths, countMonths },
    processCosts: Float64Array.from(rates.processCosts),
    programmes: Float64Array.from(rates.programmes),
    locations: Float64Array.from(rates.locations),
    buildings: Float64Array.from(rates.buildings),
    groups: Float64Array.from(rates.groups),
    lessons: Float64Array.from(rates.lessons),
    schoolNeeds: Float64Array.from(rates.schoolNeeds),
    kindergartenNeeds: Float64Array.from(rates.kindergartenNeeds),
  };
}

/** Room for the results of a city, made once. */
export function openPlainResult({
  kindergartens,
  schools,
  clubs,
  districts,
}: PlainCity): PlainResult {
  const roomFor = ({ places }: Payees) => new Float64Array(places.length);
  return {
    amounts: {
      ...{ children: roomFor(kindergartens), youngNeeds: roomFor(kindergartens) },
      ...{ pupils: roomFor(schools), needs: roomFor(schools) },
      ...{ lessons: roomFor(clubs), sport: roomFor(clubs) },
    },
    sums: new Float64Array(LINES.length * districts.length),
  };
}

/** Calculates every line and every sum anew. */
export function calculatePlain(
  { kindergartens, schools, clubs, districts }: PlainCity,
  rates: PlainRates,
  { amounts, sums }: PlainResult,
): void {
  sums.fill(0);
  const sumsOf = (line: number) => sums.subarray(line * districts.length);
  const { children, needs } = kindergartens;
  payMonths(kindergartens, children, rates.groups, amounts.children, sumsOf(LINE.preschool));
  payMonths(kindergartens, needs, rates.kindergartenNeeds, amounts.youngNeeds, sumsOf(LINE.needs));
  payMonths(clubs, clubs.lessons, rates.lessons, amounts.lessons, sumsOf(LINE.lessons));
  payMonths(clubs, clubs.sport, rates.lessons, amounts.sport, sumsOf(LINE.sport));
  paySchools(schools, rates, amounts.pupils, sums);
  payNeeds(schools, rates, amounts.needs, sumsOf(LINE.needs));
}

function payMonths(
  { places, districts }: Payees,
  { starts, codes, counts }: Blocks,
  rates: Float64Array,
  amounts: Float64Array,
  sums: Float64Array,
): void {
  for (let payee = 0; payee < places.length; payee += 1) {
    const first = starts[payee] ?? 0;
    const end = starts[payee + 1] ?? 0;
    if (first === end) continue;
    let tenge = 0;
    for (let block = first; block < end; block += 1) {
      tenge += yearOf(rates, (codes[block] ?? 0) * MONTHS, counts, block * MONTHS);
    }
    const tiyn = Math.round(tenge * TIYN_IN_TENGE);
    amounts[payee] = tiyn;
    add(sums, districts[payee] ?? 0, tiyn);
  }
}

/** Twelve rates times twelve counts; written out, it is half as long again as fast as a loop. */
function yearOf(rates: Float64Array, rate: number, counts: Float64Array, count: number): number {
  return (
    at(rates, rate) * at(counts, count) +
    at(rates, rate + 1) * at(counts, count + 1) +
    at(rates, rate + 2) * at(counts, count + 2) +
    (at(rates, rate + 3) * at(counts, count + 3) +
      at(rates, rate + 4) * at(counts, count + 4) +
      at(rates, rate + 5) * at(counts, count + 5)) +
    (at(rates, rate + 6) * at(counts, count + 6) +
      at(rates, rate + 7) * at(counts, count + 7) +
      at(rates, rate + 8) * at(counts, count + 8)) +
    (at(rates, rate + 9) * at(counts, count + 9) +
      at(rates, rate + 10) * at(counts, count + 10) +
      at(rates, rate + 11) * at(counts, count + 11))
  );
}

function paySchools(
  schools: Schools,
  rates: PlainRates,
  amounts: Float64Array,
  sums: Float64Array,
): void {
  const { places, districts, lines, locations, buildings, openMonths } = schools;
  const { starts, codes, counts } = schools.pupils;
  const norms = normsOf(rates);
  const kinds = rates.processCosts.length;
  const districtCount = sums.length / LINES.length;
  const paid = paidMonths(rates);
  for (let school = 0; school < places.length; school += 1) {
    const open = openMonths[school] ?? 0;
    const january = bitsOf(open & paid.january);
    const september = bitsOf(open & paid.september);
    const own = (locations[school] ?? 0) * kinds;
    const end = starts[school + 1] ?? 0;
    let [tenge, first, second] = [0, 0, 0];
    for (let block = starts[school] ?? 0; block < end; block += 1) {
      const [before, after] = [at(counts, block * 2), at(counts, block * 2 + 1)];
      tenge += at(norms, own + (codes[block] ?? 0)) * (before * january + after * september);
      first += before;
      second += after;
    }
    if ((buildings[school] ?? 0) > 0) tenge += investorPart(schools, school, rates, first, second);
    const tiyn = Math.round((tenge * TIYN_IN_TENGE) / MONTHS);
    amounts[school] = tiyn;
    add(sums, (lines[school] ?? 0) * districtCount + (districts[school] ?? 0), tiyn);
  }
}

/** Whole tenge a pupil and year, by location and by the codes of the pupils. */
function normsOf(rates: PlainRates): Float64Array {
  const { processCosts, programmes, locations, environmentCost } = rates;
  const kinds = processCosts.length;
  const norms = new Float64Array(locations.length * kinds);
  for (let place = 0; place < norms.length; place += 1) {
    const kind = place % kinds;
    const location = at(locations, Math.floor(place / kinds));
    const tenge = (at(processCosts, kind) + environmentCost) * (location + at(programmes, kind));
    norms[place] = Math.round(tenge + HAIR);
  }
  return norms;
}

/** Twelve times what the investor component comes to in the year. */
function investorPart(
  { openMonths, buildings, buildingAges, capacities }: Schools,
  school: number,
  rates: PlainRates,
  first: number,
  second: number,
): number {
  const [open, age, capacity] = [
    openMonths[school] ?? 0,
    at(buildingAges, school),
    at(capacities, school),
  ];
  const [before, after] = rates.countMonths;
  let pupilMonths = 0;
  for (let month = 0; month < MONTHS; month += 1) {
    const isPaid = age + month >= 0 && age + month < rates.buildingMonths;
    if (!isPaid || ((open >> month) & 1) === 0) continue;
    if (month < before) pupilMonths += Math.min(first, capacity);
    else if (month < before + after) pupilMonths += Math.min(second, capacity);
  }
  return at(rates.buildings, buildings[school] ?? 0) * rates.index * pupilMonths;
}

function payNeeds(
  { places, districts, openMonths, needs }: Schools,
  rates: PlainRates,
  amounts: Float64Array,
  sums: Float64Array,
): void {
  const { starts, codes, counts } = needs;
  const paid = paidMonths(rates);
  for (let school = 0; school < places.length; school += 1) {
    const open = openMonths[school] ?? 0;
    const january = bitsOf(open & paid.january);
    const september = bitsOf(open & paid.september);
    const end = starts[school + 1] ?? 0;
    let tenge = 0;
    for (let block = starts[school] ?? 0; block < end; block += 1) {
      const pupils = at(counts, block * 2) * january + at(counts, block * 2 + 1) * september;
      tenge += at(rates.schoolNeeds, codes[block] ?? 0) * pupils;
    }
    const tiyn = Math.round((tenge * TIYN_IN_TENGE) / MONTHS);
    amounts[school] = tiyn;
    add(sums, districts[school] ?? 0, tiyn);
  }
}

/** The months that stand on each count, as bits. */
function paidMonths({ countMonths: [before, after] }: PlainRates) {
  const january = (1 << before) - 1;
  return { january, september: ((1 << (before + after)) - 1) & ~january };
}

const BITS = Uint8Array.from(
  { length: 1 << MONTHS },
  (_, months) => months.toString(2).replaceAll("0", "").length,
);

function bitsOf(months: number): number {
  return BITS[months] ?? 0;
}

function at(column: Float64Array, place: number): number {
  return column[place] ?? 0;
}

function add(column: Float64Array, place: number, value: number): void {
  column[place] = at(column, place) + value;
}
