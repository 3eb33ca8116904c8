/** The sums of a peer as totals of the city, and how far they are from those of core. */
import type { AllocationTotals } from "../../../packages/core/src/index.ts";
import { LINES, type PlainCity } from "./plain-city.ts";

/** In tiyn, as doubles. */
export type PeerTotals = {
  readonly total: number;
  readonly byTier: ReadonlyMap<string, number>;
  readonly byDistrict: ReadonlyMap<string, number>;
  readonly byBudgetCode: ReadonlyMap<string, number>;
  readonly byMethod: ReadonlyMap<string, number>;
};

/** Adds up sums by line and district, and the estimates. */
export function totalsOfPeer(
  { districts, estimates }: Pick<PlainCity, "districts" | "estimates">,
  sums: Float64Array,
): PeerTotals {
  const totals = {
    ...{ byTier: new Map<string, number>(), byDistrict: new Map<string, number>() },
    ...{ byBudgetCode: new Map<string, number>(), byMethod: new Map<string, number>() },
  };
  const put = (tier: string, code: string, district: string, method: string, amount: number) => {
    addTo(totals.byTier, tier, amount);
    addTo(totals.byDistrict, district, amount);
    addTo(totals.byBudgetCode, code, amount);
    addTo(totals.byMethod, method, amount);
  };
  LINES.forEach(({ tier, budgetCode }, line) => {
    districts.forEach((district, place) => {
      const amount = sums[line * districts.length + place] ?? 0;
      put(tier, budgetCode, district, "formula", amount);
    });
  });
  for (const { tier, budgetCode, district, amount } of estimates) {
    put(tier, budgetCode, district, "estimate", amount);
  }
  return { total: [...totals.byMethod.values()].reduce((sum, part) => sum + part, 0), ...totals };
}

function addTo(sums: Map<string, number>, member: string, amount: number): void {
  sums.set(member, (sums.get(member) ?? 0) + amount);
}

const GREATEST_ERROR = 1e-9;

/**
 * The greatest difference of a total of the peer from core's, in tiyn. Refused when one differs by
 * more than doubles may.
 */
export function comparePeer(peer: PeerTotals, core: AllocationTotals): number {
  let greatest = compareOne("total", peer.total, core.total);
  for (const way of ["byTier", "byDistrict", "byBudgetCode", "byMethod"] as const) {
    for (const [member, amount] of core[way]) {
      const difference = compareOne(`${way} ${member}`, peer[way].get(member) ?? 0, amount);
      greatest = Math.max(greatest, difference);
    }
  }
  return greatest;
}

function compareOne(name: string, peer: number, core: bigint): number {
  const difference = Math.abs(peer - Number(core));
  if (difference <= GREATEST_ERROR * Math.abs(Number(core))) return difference;
  throw new Error(`${name}: the peer has ${peer}, core has ${core}`);
}
