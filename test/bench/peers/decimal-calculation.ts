/**
 * The same loops with decimal.js for every cell: each count times its rate is a decimal, and so is
 * each sum. Exact up to the division by twelve, which keeps sixty digits.
 */
import type { CalculationPlan } from "../../../packages/core/src/index.ts";
import { Dec } from "../../../packages/core/src/money/decimal.ts";
import { type Blocks, MONTHS } from "./blocks.ts";
import { LINE, LINES, type Payees, type PlainCity, type Schools } from "./plain-city.ts";
import { type Rates, readRates } from "./plain-rates.ts";

export type DecimalRates = Rates<Dec>;

const TIYN_IN_TENGE = 100;

export function readDecimalRates(plan: CalculationPlan, city: PlainCity): DecimalRates {
  return readRates(plan, city, (digits) => new Dec(digits));
}

/** The sums of lines by district in whole tiyn: line `n` of district `d` at `n * districts + d`. */
export function calculateDecimal(
  { kindergartens, schools, clubs, districts }: PlainCity,
  rates: DecimalRates,
): Float64Array {
  const sums = new Float64Array(LINES.length * districts.length);
  const sumsOf = (line: number) => sums.subarray(line * districts.length);
  payMonths(kindergartens, kindergartens.children, rates.groups, sumsOf(LINE.preschool));
  payMonths(kindergartens, kindergartens.needs, rates.kindergartenNeeds, sumsOf(LINE.needs));
  payMonths(clubs, clubs.lessons, rates.lessons, sumsOf(LINE.lessons));
  payMonths(clubs, clubs.sport, rates.lessons, sumsOf(LINE.sport));
  paySchools(schools, rates, sums, districts.length);
  return sums;
}

function payMonths(
  { places, districts }: Payees,
  { starts, codes, counts }: Blocks,
  rates: readonly Dec[],
  sums: Float64Array,
): void {
  places.forEach((_, payee) => {
    let tenge = new Dec(0);
    const end = starts[payee + 1] ?? 0;
    for (let block = starts[payee] ?? 0; block < end; block += 1) {
      for (let month = 0; month < MONTHS; month += 1) {
        const count = counts[block * MONTHS + month] ?? 0;
        if (count === 0) continue;
        tenge = tenge.plus(rateAt(rates, (codes[block] ?? 0) * MONTHS + month).times(count));
      }
    }
    addLine(sums, districts[payee] ?? 0, tenge);
  });
}

function paySchools(
  schools: Schools,
  rates: DecimalRates,
  sums: Float64Array,
  districtCount: number,
): void {
  const { places, districts, lines, locations, buildings, pupils, needs } = schools;
  const kinds = rates.processCosts.length;
  const norms = rates.locations.flatMap((location) =>
    rates.processCosts.map((cost, kind) =>
      cost
        .plus(rates.environmentCost)
        .times(location.plus(rateAt(rates.programmes, kind)))
        .round(),
    ),
  );
  places.forEach((_, school) => {
    const own = norms.slice(
      (locations[school] ?? 0) * kinds,
      ((locations[school] ?? 0) + 1) * kinds,
    );
    const base = payCounts(schools, school, pupils, own, rates);
    const investor = (buildings[school] ?? 0) > 0 ? investorPart(schools, school, rates) : 0;
    const district = districts[school] ?? 0;
    const amount = base.plus(investor).dividedBy(MONTHS);
    addLine(sums, (lines[school] ?? 0) * districtCount + district, amount);
    const supplement = payCounts(schools, school, needs, rates.schoolNeeds, rates);
    addLine(sums, LINE.needs * districtCount + district, supplement.dividedBy(MONTHS));
  });
}

/** Twelve times the year: each count times its rate and its paid months. */
function payCounts(
  { openMonths }: Schools,
  school: number,
  { starts, codes, counts }: Blocks,
  table: readonly Dec[],
  rates: DecimalRates,
): Dec {
  const months = [0, 1].map((date) => monthsOn(date, openMonths[school] ?? 0, rates).length);
  let tenge = new Dec(0);
  const end = starts[school + 1] ?? 0;
  for (let block = starts[school] ?? 0; block < end; block += 1) {
    const rate = rateAt(table, codes[block] ?? 0);
    for (const date of [0, 1]) {
      const count = counts[block * 2 + date] ?? 0;
      if (count > 0) tenge = tenge.plus(rate.times(count).times(months[date] ?? 0));
    }
  }
  return tenge;
}

/** Twelve times what the investor component comes to in the year. */
function investorPart(schools: Schools, school: number, rates: DecimalRates): Dec {
  const { pupils, buildings, buildingAges, capacities, openMonths } = schools;
  const age = buildingAges[school] ?? 0;
  let paid = new Dec(0);
  for (const date of [0, 1]) {
    const funded = Dec.min(pupilsOn(date, school, pupils), capacities[school] ?? 0);
    for (const month of monthsOn(date, openMonths[school] ?? 0, rates)) {
      const isPaid = age + month >= 0 && age + month < rates.buildingMonths;
      if (isPaid) paid = paid.plus(funded);
    }
  }
  return rateAt(rates.buildings, buildings[school] ?? 0)
    .times(rates.index)
    .times(paid);
}

function pupilsOn(date: number, school: number, { starts, counts }: Blocks): number {
  const end = starts[school + 1] ?? 0;
  let pupils = 0;
  for (let block = starts[school] ?? 0; block < end; block += 1) {
    pupils += counts[block * 2 + date] ?? 0;
  }
  return pupils;
}

/** The months, from 0, that stand on a count date and in which the school is open. */
function monthsOn(date: number, open: number, { countMonths }: DecimalRates): readonly number[] {
  const first = date === 0 ? 0 : countMonths[0];
  const end = date === 0 ? countMonths[0] : countMonths[0] + countMonths[1];
  const months: number[] = [];
  for (let month = first; month < end; month += 1) {
    if (((open >> month) & 1) === 1) months.push(month);
  }
  return months;
}

function addLine(sums: Float64Array, place: number, tenge: Dec): void {
  sums[place] = (sums[place] ?? 0) + tenge.times(TIYN_IN_TENGE).round().toNumber();
}

function rateAt(table: readonly Dec[], place: number): Dec {
  const rate = table[place];
  if (rate === undefined) throw new RangeError(`no rate at ${place}`);
  return rate;
}
