/**
 * Random calculations side by side, and figures of how evenly each spreads its money: totals by
 * every way from the oracle's lines, figures by their textbook definitions.
 */
import {
  type CalculationRun,
  type ComparedBy,
  calculate,
  compareRuns,
  type EquityFigure,
  equityOf,
  sideOfRun,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { createRandom } from "../support/random.ts";
import type { Allocation } from "./city-calculation.ts";
import { allocationOf, openCase } from "./compare-random-case.ts";
import { type Fraction, fraction, fractionOf, NOTHING, order, plus } from "./fraction.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { refusalOf } from "./refusal.ts";
import { scenarioCase } from "./scenario-cases.ts";
import { layOver } from "./scenario-laid-over.ts";
import { randomOverride } from "./scenario-overrides.ts";
import { isRootOf, type Member, squaredVariation, textbookFigures } from "./textbook-figures.ts";

export type FiguresComparison = {
  readonly figures: number;
  readonly rows: number;
  readonly differences: readonly string[];
};

type Calculated = {
  readonly given: RandomCase;
  readonly run: CalculationRun;
  readonly own: Allocation;
};

const WAYS = ["city", "organisation", "line", "tier", "district", "budgetCode"] as const;
const SIZES = [0, 10, 200] as const;

export function compareFigures(seed: number, organisations: number): FiguresComparison {
  const random = createRandom(seed + 22_000_000);
  const given = scenarioCase(seed, organisations);
  const cases = [given];
  for (let more = random.int(1, 2); more > 0; more -= 1) {
    const { entry, isWrong } = randomOverride(given, random);
    if (!isWrong) cases.push(...laidOver(given, entry));
  }
  const calculated = cases.flatMap(calculatedCase);
  const [first] = calculated;
  if (first === undefined) return { figures: 0, rows: 0, differences: [] };
  const compared = WAYS.map((by) => comparisonDifferences(calculated, by));
  const figures = getValue(
    equityOf(first.run, { kind: "kind", capacity: "capacity", sizes: SIZES }),
  );
  const faults = [
    ...compared.flatMap(({ differences }) => differences),
    ...figureDifferences(first, figures),
  ];
  return {
    figures: figures.length,
    rows: compared.reduce((sum, { rows }) => sum + rows, 0),
    differences: faults.map((text) => `figures, seed ${seed}: ${text}`),
  };
}

function laidOver(given: RandomCase, entry: Parameters<typeof layOver>[1][number]) {
  try {
    return [layOver(given, [entry])];
  } catch (error) {
    refusalOf(error);
    return [];
  }
}

function calculatedCase(given: RandomCase): readonly Calculated[] {
  const own = allocationOf(given);
  if (typeof own === "string") return [];
  const { plan, snapshot } = openCase(given);
  return [{ given, own, run: getValue(calculate(plan, snapshot)) }];
}

function memberOf(name: string, by: ComparedBy, { given }: Calculated): string {
  const [id = "", tier = "", code = ""] = name.split(",");
  const own = given.rows.organisations.find((row) => row["id"] === id);
  switch (by) {
    case "city":
      return "";
    case "organisation":
      return id;
    case "line":
      return name;
    case "tier":
      return tier;
    case "district":
      return id === "" ? "citywide" : (own?.["district"] ?? "");
    case "budgetCode":
      return code;
  }
}

function comparisonDifferences(calculated: readonly Calculated[], by: ComparedBy) {
  const { rows, total } = compareRuns(
    calculated.map(({ run }) => sideOfRun(run)),
    by,
  );
  const sums = calculated.map((each) => {
    const found = new Map<string, bigint>();
    for (const [name, amount] of each.own.lines) {
      const member = memberOf(name, by, each);
      found.set(member, (found.get(member) ?? 0n) + amount);
    }
    return found;
  });
  const names = new Set(sums.flatMap((each) => [...each.keys()]));
  const wanted = [...names].map((name) => {
    const amounts = sums.map((each) => each.get(name));
    return rowText(name, amounts);
  });
  const found = rows.map(({ member, amounts, againstFirst, againstPrevious }) => {
    const told = [againstFirst, againstPrevious].map((list) =>
      list.map((each) => each && changeText(each.amount, each.presence, each.share)).join(" "),
    );
    return [member.join(","), amounts.join(" "), ...told].join("; ");
  });
  const isSame = wanted.toSorted().join("\n") === found.toSorted().join("\n");
  const totals = calculated.map(({ own }) => own.totals.get("total")).join(" ");
  return {
    rows: rows.length,
    differences: [
      ...(isSame ? [] : [`by ${by}: ${wanted.join("\n")} expected, ${found.join("\n")}`]),
      ...(totals === total.amounts.join(" ")
        ? []
        : [`totals ${totals}, ${total.amounts.join(" ")}`]),
    ],
  };
}

type Amounts = readonly (bigint | undefined)[];

function rowText(name: string, amounts: Amounts): string {
  const against = (baseOf: (at: number) => bigint | undefined) =>
    amounts.map((to, at) => (at === 0 ? "" : ownChange(baseOf(at), to))).join(" ");
  const changes = [against(() => amounts[0]), against((at) => amounts[at - 1])];
  return [name, amounts.join(" "), ...changes].join("; ");
}

function ownChange(from: bigint | undefined, to: bigint | undefined): string {
  if (from === undefined && to === undefined) return "";
  const presence = from === undefined ? "appeared" : to === undefined ? "gone" : "both";
  const amount = (to ?? 0n) - (from ?? 0n);
  const share =
    from === undefined || from === 0n ? undefined : fraction(amount, from < 0n ? -from : from);
  return changeText(amount, presence, share && { numerator: share.top, denominator: share.bottom });
}

function changeText(
  amount: bigint,
  presence: string,
  share: { readonly numerator: bigint; readonly denominator: bigint } | undefined,
): string {
  const reduced = share && fraction(share.numerator, share.denominator);
  const part =
    reduced === undefined ? "-" : `${reduced.top}/${reduced.top === 0n ? 1 : reduced.bottom}`;
  return `${amount} ${presence} ${part}`;
}

type Funded = Member & { readonly id: string; readonly tier: string };

/** People by organisation and tier, and the money that stands against them. */
function fundedIn({ own: { lines, headcounts } }: Calculated): readonly Funded[] {
  const heads = new Map<string, Fraction>();
  for (const [name, people] of headcounts) {
    const [id = "", tier = ""] = name.split(",");
    heads.set(`${id},${tier}`, plus(heads.get(`${id},${tier}`) ?? NOTHING, people));
  }
  const counted = [...heads].filter(([, people]) => people.top > 0n);
  return counted.map(([place, people]) => {
    const [id = "", tier = ""] = place.split(",");
    const isAlone = counted.filter(([other]) => other.startsWith(`${id},`)).length === 1;
    const mine = [...lines].filter(([name]) => {
      const [owner, of = "", , method] = name.split(",");
      if (owner !== id || method !== "formula") return false;
      return of === tier || (isAlone && !headcounts.has(name));
    });
    const tiyn = mine.reduce((sum, [, amount]) => sum + amount, 0n);
    return { id, tier, heads: people, amount: fraction(tiyn, 100n) };
  });
}

/** Those of whom a figure is: of a tier, and in it of a kind, a size or a district. */
function membersOf(of: EquityFigure["of"], funded: readonly Funded[], { given }: Calculated) {
  const rows = new Map(given.rows.organisations.map((row) => [row["id"] ?? "", row]));
  const { tier, kind, district, size } = of;
  return funded.filter((each) => {
    const row = rows.get(each.id);
    if (each.tier !== tier) return false;
    if (kind !== undefined && row?.["kind"] !== kind) return false;
    if (district !== undefined && row?.["district"] !== district) return false;
    return size === undefined || isInSize(each.heads, size);
  });
}

/** `10–199`, or `200+`: whole numbers from the lower end. */
function isInSize(heads: Fraction, size: string): boolean {
  const lower = BigInt(/^\d+/.exec(size)?.[0] ?? "0");
  const next = SIZES.find((each) => BigInt(each) > lower);
  const isBelow = next === undefined || order(heads, fraction(BigInt(next))) < 0n;
  return order(heads, fraction(lower)) >= 0n && isBelow;
}

const SPREAD = [
  ...[
    "organisations",
    "amount",
    "heads",
    "mean",
    "least",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "greatest",
  ],
  ...["p90-p10", "gini", "mcloone"],
];

function figureDifferences(calculated: Calculated, figures: readonly EquityFigure[]) {
  const funded = fundedIn(calculated);
  const known = new Map<string, ReadonlyMap<string, Fraction | undefined>>();
  return figures.flatMap(({ id, of, value }): readonly string[] => {
    if (of.tier === undefined) return [];
    const members = membersOf(of, funded, calculated);
    const name = JSON.stringify(of);
    const place = `${id} of ${name}`;
    if (id === "variation") return variationDifferences(place, members, value);
    const own = known.get(name) ?? ownFigures(members);
    known.set(name, own);
    if (!SPREAD.includes(id)) return [];
    const figure = own.get(id);
    const wanted = figure === undefined ? "absent" : textOf(figure);
    const found = figureText(value);
    return wanted === found ? [] : [`${place}: ${wanted}, ${found}`];
  });
}

function ownFigures(members: readonly Member[]): ReadonlyMap<string, Fraction | undefined> {
  const amount = members.reduce((all, each) => plus(all, each.amount), NOTHING);
  return new Map([
    ...textbookFigures(members),
    ["organisations", fraction(BigInt(members.length))] as const,
    ["amount", members.length === 0 ? undefined : amount] as const,
  ]);
}

function variationDifferences(
  place: string,
  members: readonly Member[],
  value: EquityFigure["value"],
): readonly string[] {
  const square = members.length === 0 ? undefined : squaredVariation(members);
  if (value.kind !== "root" || square === undefined) {
    return value.kind === "absent" && square === undefined ? [] : [`${place}: ${value.kind}`];
  }
  return isRootOf(fractionOf(value.digits), square) ? [] : [`${place}: root ${value.digits}`];
}

function textOf({ top, bottom }: Fraction): string {
  return `${top}/${top === 0n ? 1n : bottom}`;
}

function figureText(value: EquityFigure["value"]): string {
  switch (value.kind) {
    case "absent":
      return "absent";
    case "amount":
      return textOf(reduced(value.amount, 100n));
    case "number":
      return textOf(reduced(value.value.numerator, value.value.denominator));
    case "root":
      return value.digits;
  }
}

function reduced(top: bigint, bottom: bigint): Fraction {
  return fraction(top, bottom);
}
