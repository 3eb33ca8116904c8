/**
 * The figures of the envelope strip, exact and closed: the tiers are apportioned to the shown
 * total, and the bar is drawn against the envelope, or the allocated sum when that is larger.
 */

import type { MethodologyNames, RunDetail } from "@zhanbasy/api/contract";
import type { Label } from "@zhanbasy/core";

import { apportionShown } from "../../format/money.ts";

/** One tier in the bar and in its legend. */
export type StripTier = {
  readonly code: string;
  readonly label: Label | undefined;
  readonly amount: bigint;
  /** Rounded so that shown tiers add up to the shown total in billions. */
  readonly shown: bigint;
  /** Hundredths of a percent of the bar's length. */
  readonly width: number;
};

/** What the strip shows of a run. */
export type StripFigures = {
  readonly allocated: bigint;
  readonly limit: bigint | undefined;
  /** Negative is a deficit. */
  readonly headroom: bigint | undefined;
  readonly tiers: readonly StripTier[];
  /** Hundredths of a percent of the bar that nobody was allocated. */
  readonly freeWidth: number;
};

/** The figures of a run, tiers in the order of the methodology. */
export function stripFigures(
  { totals, envelope }: Pick<RunDetail, "totals" | "envelope">,
  { codeLists }: Pick<MethodologyNames, "codeLists">,
): StripFigures {
  const labels = codeLists["tier"] ?? {};
  const order = Object.keys(labels);
  const placeOf = (code: string): number =>
    order.includes(code) ? order.indexOf(code) : order.length;
  const members = totals.byTier.toSorted((left, right) => placeOf(left.id) - placeOf(right.id));
  const amounts = members.map(({ amountTiyn }) => BigInt(amountTiyn));
  const shown = apportionShown(amounts, "billion");
  const allocated = BigInt(totals.totalTiyn);
  const limit = envelope === null ? undefined : BigInt(envelope.limitTiyn);
  const whole = limit !== undefined && limit > allocated ? limit : allocated;
  return {
    allocated,
    limit,
    headroom: envelope === null ? undefined : BigInt(envelope.headroomTiyn),
    tiers: members.map(({ id }, index) => ({
      code: id,
      label: labels[id],
      amount: amounts[index] ?? 0n,
      shown: shown[index] ?? 0n,
      width: widthOf(amounts[index] ?? 0n, whole),
    })),
    freeWidth: widthOf(whole - allocated, whole),
  };
}

function widthOf(part: bigint, whole: bigint): number {
  return whole <= 0n || part <= 0n ? 0 : Number((part * 10_000n) / whole);
}
