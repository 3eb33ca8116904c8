/**
 * Places by design against the people who are paid for, within one tier.
 *
 * Both are averages over the year: places stand for the months in which their organisation is open,
 * so that a building that changes hands within the year is counted once. Places of an organisation
 * with people of several tiers belong to none of them and are told as unknown.
 */
import { type CalculationRun, openMonthsOf } from "../calculation/index.ts";
import {
  addRatios,
  compareRatios,
  findDecimal,
  multiplyRatios,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  reduceRatio,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import { groupBy } from "./distribution-figures.ts";
import {
  absent,
  countOf,
  type EquityFigure,
  type EquityFigureId,
  type EquityMember,
  type EquityValue,
  numberOf,
  PEOPLE,
  shareOf,
} from "./equity-figure.ts";
import type { FundedHeads } from "./equity-heads.ts";

/** The attribute of places by design, unless another one is asked for. */
export const CAPACITY = "design_capacity";

/** Organisations of a tier with their places. */
export type Seated = FundedHeads & {
  readonly district: string;
  /** On average over the year; absent where they are not known. */
  readonly seats: Ratio | undefined;
};

/** Everybody of the run for whom people are counted, with their places by this attribute. */
export function seatedOf(
  { plan, snapshot }: Pick<CalculationRun, "plan" | "snapshot">,
  funded: readonly FundedHeads[],
  capacity: string,
  districtOf: (organisationId: string) => string,
): readonly Seated[] {
  const organisations = new Map(snapshot.organisations.map((each) => [each.id, each]));
  const tiers = new Map<string, number>();
  for (const { organisationId } of funded) {
    tiers.set(organisationId, (tiers.get(organisationId) ?? 0) + 1);
  }
  return funded.map((each) => {
    const organisation = organisations.get(each.organisationId);
    const places = findDecimal(organisation?.attributes.get(capacity) ?? "");
    const isKnown = places !== undefined && tiers.get(each.organisationId) === 1;
    const seats =
      organisation === undefined || !isKnown
        ? undefined
        : multiplyRatios(ratioOfDecimal(places), partOfYear(organisation));
    return { ...each, district: districtOf(each.organisationId), seats };
  });

  function partOfYear(life: CalculationRun["snapshot"]["organisations"][number]): Ratio {
    const months = plan.monthStarts.size;
    // A law without months pays for the year as a whole.
    if (months === 0) return ratioOf(1n);
    return ratioOf(BigInt(openMonthsOf(plan, life).size), BigInt(months));
  }
}

/** Of every tier: the city, then each district. */
export function capacityFigures(seated: readonly Seated[]): readonly EquityFigure[] {
  return groupBy(seated, ({ tier }) => tier).flatMap(([tier, members]) => [
    ...figuresOf(members, { tier }),
    ...groupBy(members, ({ district }) => district).flatMap(([district, own]) =>
      figuresOf(own, { tier, district }),
    ),
  ]);
}

function figuresOf(members: readonly Seated[], of: EquityMember): readonly EquityFigure[] {
  const known = members.flatMap(({ seats, heads }) =>
    seats === undefined ? [] : [{ seats, heads }],
  );
  const figure = (id: EquityFigureId, value: EquityValue) => ({ id, of, value });
  const counts = [
    figure("seat-organisations", countOf(known.length)),
    figure("seat-unknown", countOf(members.length - known.length)),
  ];
  if (known.length === 0) {
    return [...counts, ...COMPARED.map((id) => figure(id, absent("seats-unknown")))];
  }
  const seats = sumOf(known.map((each) => each.seats));
  const heads = sumOf(known.map((each) => each.heads));
  const gaps = known.map((each) => subtractRatios(each.heads, each.seats));
  const lacking = gaps.filter(({ numerator }) => numerator > 0n);
  const free = known
    .filter((each) => compareRatios(each.seats, each.heads) > 0)
    .map((each) => subtractRatios(each.seats, each.heads));
  const people = (value: Ratio) => numberOf(value, PEOPLE);
  const values = {
    seats: people(seats),
    "seat-heads": people(heads),
    "seat-load": shareOf(heads, seats),
    "over-capacity": countOf(lacking.length),
    "seats-lacking": people(sumOf(lacking)),
    "seats-free": people(sumOf(free)),
    "seat-deficit": people(reduceRatio(subtractRatios(heads, seats))),
  };
  return [...counts, ...COMPARED.map((id) => figure(id, values[id]))];
}

const COMPARED = [
  ...(["seats", "seat-heads", "seat-load", "over-capacity"] as const),
  ...(["seats-lacking", "seats-free", "seat-deficit"] as const),
] as const satisfies readonly EquityFigureId[];

export function sumOf(values: readonly Ratio[]): Ratio {
  return reduceRatio(values.reduce(addRatios, ZERO));
}
