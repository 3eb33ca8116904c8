/**
 * How many of those who live in a district are paid for in it, and for how many it has places.
 *
 * Organisations stand in the district of their building; children of other districts go to them
 * too, so a part above one is no mistake.
 */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import { type Ratio, ratioOf } from "../money/index.ts";
import { type Seated, sumOf } from "./capacity.ts";
import { groupBy } from "./distribution-figures.ts";
import {
  absent,
  type EquityFigure,
  type EquityMember,
  type EquityValue,
  shareOf,
} from "./equity-figure.ts";

/** People of the age of a tier who live in a district; several rows of both are added up. */
export type PopulationRow = {
  readonly tier: string;
  readonly district: string;
  /** A whole number, not negative. */
  readonly people: bigint;
  readonly place: Place;
};

/** Every code in the rows that the city does not have. */
export function findPopulationFaults(
  rows: readonly PopulationRow[],
  known: { readonly tiers: readonly string[]; readonly districts: readonly string[] },
): readonly Issue[] {
  const unknown = (value: string, column: string, codes: readonly string[], place: Place) =>
    codes.includes(value)
      ? []
      : [issue("code-unknown", { ...place, column }, { value, expected: codes.join(", ") })];
  return rows.flatMap(({ tier, district, place }) => [
    ...unknown(tier, "tier", known.tiers, place),
    ...unknown(district, "district", known.districts, place),
  ]);
}

/** Of every tier: the city, then each district; the city needs the people of all its districts. */
export function coverageFigures(
  seated: readonly Seated[],
  population: readonly PopulationRow[],
): readonly EquityFigure[] {
  return groupBy(seated, ({ tier }) => tier).flatMap(([tier, members]) => {
    const rows = population.filter((row) => row.tier === tier);
    const people = new Map(
      groupBy(rows, ({ district }) => district).map(([district, own]) => [
        district,
        sumOf(own.map((row) => ratioOf(row.people))),
      ]),
    );
    const districts = new Map(groupBy(members, ({ district }) => district));
    const isComplete = [...districts.keys()].every((district) => people.has(district));
    const ofCity = isComplete && people.size > 0 ? sumOf([...people.values()]) : undefined;
    const named = [...new Set([...districts.keys(), ...people.keys()])].sort();
    return [
      ...figuresOf(members, ofCity, { tier }),
      ...(people.size === 0 ? [] : named).flatMap((district) =>
        figuresOf(districts.get(district) ?? [], people.get(district), { tier, district }),
      ),
    ];
  });
}

function figuresOf(
  members: readonly Seated[],
  people: Ratio | undefined,
  of: EquityMember,
): readonly EquityFigure[] {
  const share = (part: Ratio): EquityValue =>
    people === undefined ? absent("population-missing") : shareOf(part, people);
  const seats = members.flatMap((each) => each.seats ?? []);
  const [heads, areSeatsKnown] = [members.map((each) => each.heads), seats.length > 0];
  return [
    {
      id: "coverage",
      of,
      value: heads.length === 0 ? absent("nobody-counted") : share(sumOf(heads)),
    },
    {
      id: "seat-coverage",
      of,
      value: areSeatsKnown ? share(sumOf(seats)) : absent("seats-unknown"),
    },
  ];
}
