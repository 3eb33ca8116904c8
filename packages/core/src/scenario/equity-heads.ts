/**
 * Which money of an organisation stands against which people.
 *
 * People are those of the lines that count them, within one tier: children of a kindergarten and
 * of a school are never one number. Money is what formulas and stages pay on the lines of that
 * tier; a supplement, which counts nobody again, goes with the people of its organisation where
 * these are of one tier. All other money is told beside, so that the parts make the total.
 */
import type { AllocationLine, CalculationRun } from "../calculation/index.ts";
import { invariant } from "../kernel/index.ts";
import { addRatios, type Ratio, sumTiyn, type Tiyn, tiyn, ZERO } from "../money/index.ts";
import { headsOf } from "./compare-sides.ts";

/** What an organisation is paid in a tier, and for whom on average over the year: above zero. */
export type FundedHeads = {
  readonly organisationId: string;
  readonly tier: string;
  readonly amount: Tiyn;
  readonly heads: Ratio;
};

/**
 * Why money stands against nobody: it is of no organisation; it is an estimate; its organisation
 * counts nobody, or the line nobody this year; it is a supplement to people of several tiers.
 */
export type OutsideReason = "citywide" | "estimate" | "uncounted" | "tiers";

export type HeadsAndMoney = {
  /** By organisation and tier. */
  readonly funded: readonly FundedHeads[];
  readonly outside: Readonly<Record<OutsideReason, Tiyn>>;
};

/** All money of the run, against people or beside them. */
export function headsAndMoney({ lines, totals }: CalculationRun): HeadsAndMoney {
  const outside = { citywide: 0n, estimate: 0n, uncounted: 0n, tiers: 0n };
  const funded: FundedHeads[] = [];
  for (const [organisationId, own] of byOrganisation(lines)) {
    const heads = headsByTier(own);
    const amounts = new Map<string, bigint>();
    for (const line of own) {
      const found = placeOf(line, heads);
      if ("tier" in found) amounts.set(found.tier, (amounts.get(found.tier) ?? 0n) + line.amount);
      else outside[found.reason] += line.amount;
    }
    for (const [tier, people] of heads) {
      const amount = tiyn(amounts.get(tier) ?? 0n);
      funded.push({ organisationId, tier, amount, heads: people });
    }
  }
  const counted = sumTiyn(funded.map(({ amount }) => amount));
  const { citywide, estimate, uncounted, tiers } = outside;
  const sum = counted + citywide + estimate + uncounted + tiers;
  invariant(sum === totals.total, "money against people and money beside them make the total");
  return {
    funded,
    outside: {
      ...{ citywide: tiyn(citywide), estimate: tiyn(estimate) },
      ...{ uncounted: tiyn(uncounted), tiers: tiyn(tiers) },
    },
  };
}

function byOrganisation(lines: readonly AllocationLine[]) {
  const groups = new Map<string, AllocationLine[]>();
  for (const line of lines) {
    const known = groups.get(line.organisationId);
    if (known === undefined) groups.set(line.organisationId, [line]);
    else known.push(line);
  }
  return groups;
}

/** Only tiers in which somebody is counted. */
function headsByTier(lines: readonly AllocationLine[]): ReadonlyMap<string, Ratio> {
  const sums = new Map<string, Ratio>();
  for (const line of lines) {
    const heads = headsOf(line);
    if (heads !== undefined) sums.set(line.tier, addRatios(sums.get(line.tier) ?? ZERO, heads));
  }
  return new Map([...sums].filter(([, { numerator }]) => numerator > 0n));
}

function placeOf(
  { organisationId, method, tier, headcount }: AllocationLine,
  heads: ReadonlyMap<string, Ratio>,
): { readonly tier: string } | { readonly reason: OutsideReason } {
  if (organisationId === "") return { reason: "citywide" };
  if (method === "estimate") return { reason: "estimate" };
  if (heads.has(tier)) return { tier };
  const [only, ...others] = heads.keys();
  if (only === undefined || headcount !== undefined) return { reason: "uncounted" };
  return others.length > 0 ? { reason: "tiers" } : { tier: only };
}
