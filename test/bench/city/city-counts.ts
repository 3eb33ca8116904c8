/** The people that an organisation counts over the year, period by period. */
import type { Random } from "../../support/random.ts";
import { CITY_FACTS } from "./city-facts.ts";
import type { Kind, Series } from "./city-kinds.ts";
import type { Life } from "./city-life.ts";

/** One cell of a fact: its period and the places of its other codes in their lists. */
export type AddCell = (
  fact: string,
  period: number,
  codes: readonly number[],
  value: number,
) => void;

/** A series with the places of its codes in their lists. */
type PlacedSeries = Series & { readonly places: readonly number[] };

/** Counts the people of one organisation over the year; gives how many there are at most. */
export function createFiller(random: Random, add: AddCell): (kind: Kind, life: Life) => number {
  const placed = new Map<Series, PlacedSeries>();
  const place = (series: Series): PlacedSeries => {
    const known = placed.get(series) ?? { ...series, places: placesOf(series) };
    placed.set(series, known);
    return known;
  };
  return ({ series, oneOf }, life) => {
    const [first, ...others] = oneOf;
    const main = first === undefined ? [] : [random.pick([first, ...others])];
    const own = [...main, ...series.filter(({ percent }) => random.chance(percent))].map(place);
    const levels = own.map(({ least, most }) =>
      random.int(least, Math.max(least, midOf(least, most, random))),
    );
    let greatest = 0;
    for (const rhythm of ["counts", "months"] as const) {
      const periods = rhythm === "counts" ? life.counts : life.months;
      for (const period of periods) {
        let people = 0;
        own.forEach((each, position) => {
          if (CITY_FACTS[each.fact].rhythm !== rhythm) return;
          people += addCounts(each, period, levels[position] ?? 0, random, add);
        });
        greatest = Math.max(greatest, people);
      }
    }
    return greatest;
  };
}

/** One cell, and another of those under contract where there are such; gives the people. */
function addCounts(
  { fact, places, contract }: PlacedSeries,
  period: number,
  level: number,
  random: Random,
  add: AddCell,
): number {
  const people = Math.max(0, level + Math.floor((level * random.int(-6, 6)) / 100));
  add(fact, period, places, people);
  if (contract === undefined) return people;
  const isOrder = fact === "extracurricular.attended";
  const under = isOrder
    ? people + random.int(0, 5)
    : Math.floor((people * random.int(70, 100)) / 100);
  add(contract, period, places, under);
  return people;
}

/** Many are small and few are large. */
function midOf(least: number, most: number, random: Random): number {
  return random.chance(70) ? least + Math.floor((most - least) / 3) : most;
}

function placesOf({ fact, codes }: Series): readonly number[] {
  const lists: readonly (readonly string[])[] = CITY_FACTS[fact].codes.slice(1);
  return codes.map((code, place) => {
    const found = lists[place]?.indexOf(code) ?? -1;
    if (found < 0) throw new RangeError(`${fact} has no ${code}`);
    return found;
  });
}
