/** Money per head within each tier: of the city, by kind of organisation, by size, by district. */
import { compareIds, groupItems } from "../kernel/index.ts";
import { addRatios, reduceRatio, sumTiyn, ZERO } from "../money/index.ts";
import { isInBand, sizeBands } from "./distribution-bands.ts";
import { spreadPerHead } from "./distribution-per-head.ts";
import {
  absent,
  amountOfTiyn,
  countOf,
  type EquityFigure,
  type EquityMember,
  numberOf,
  PEOPLE,
} from "./equity-figure.ts";
import type { FundedHeads } from "./equity-heads.ts";

/** How organisations are told apart. */
export type DistributionGroups = {
  /** The kind of an organisation, empty text where it has none; absent where nobody knows kinds. */
  readonly kindOf: ((organisationId: string) => string) | undefined;
  readonly districtOf: (organisationId: string) => string;
  /** Lower ends of the size bands. */
  readonly sizes: readonly number[] | undefined;
  readonly currency: string;
};

export function distributionFigures(
  funded: readonly FundedHeads[],
  groups: DistributionGroups,
): readonly EquityFigure[] {
  const tiers = groupBy(funded, ({ tier }) => tier);
  if (tiers.length === 0) return figuresOf([], {}, groups.currency);
  return tiers.flatMap(([tier, members]) => {
    const { kindOf, districtOf, currency } = groups;
    const figures = (of: EquityMember, own: readonly FundedHeads[]) =>
      figuresOf(own, { tier, ...of }, currency);
    const kinds = kindOf && groupBy(members, ({ organisationId }) => kindOf(organisationId));
    const districts = groupBy(members, ({ organisationId }) => districtOf(organisationId));
    return [
      ...figures({}, members),
      ...(kinds?.flatMap(([kind, own]) => figures({ kind }, own)) ?? []),
      ...sizeBands(groups.sizes).flatMap((band) =>
        figures(
          { size: band.name },
          members.filter(({ heads }) => isInBand(heads, band)),
        ),
      ),
      ...districts.flatMap(([district, own]) => figures({ district }, own)),
    ];
  });
}

function figuresOf(
  members: readonly FundedHeads[],
  of: EquityMember,
  currency: string,
): readonly EquityFigure[] {
  const heads = reduceRatio(members.map((each) => each.heads).reduce(addRatios, ZERO));
  const isEmpty = members.length === 0;
  return [
    { id: "organisations", of, value: countOf(members.length) },
    { id: "heads", of, value: isEmpty ? absent("nobody-counted") : numberOf(heads, PEOPLE) },
    {
      id: "amount",
      of,
      value: isEmpty
        ? absent("nobody-counted")
        : amountOfTiyn(sumTiyn(members.map(({ amount }) => amount))),
    },
    ...spreadPerHead(members, `${currency}/${PEOPLE}/year`).map(([id, value]) => ({
      ...{ id, of, value },
    })),
  ];
}

/** Groups sorted by name, each with what belongs to it. */
export function groupBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly (readonly [name: string, items: readonly Item[]])[] {
  const groups = groupItems(items, nameOf);
  return [...groups].sort(([left], [right]) => compareIds(left, right));
}
