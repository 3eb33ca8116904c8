/**
 * Figures of one calculation, each by itself: what it is, of whom, and its value.
 *
 * Names and definitions stand in the catalogues under `equity.figure`. A value that cannot be said
 * is absent with a reason, never zero.
 */
import { type Ratio, ratioOf, type Tiyn } from "../money/index.ts";

export const EQUITY_FIGURES = [
  // Money by way of funding, and what of it stands in no figure per head.
  ...(["money", "formula-share", "money-counted"] as const),
  ...(["outside-citywide", "outside-estimate", "outside-uncounted", "outside-tiers"] as const),
  // Money per head.
  ...(["organisations", "heads", "amount", "mean", "least", "p10", "p25", "median"] as const),
  ...(["p75", "p90", "greatest", "p90-p10", "variation", "gini", "mcloone"] as const),
  // Protections and the other stages.
  ...(["paid-organisations", "raised-organisations", "raised-share"] as const),
  ...(["cut-organisations", "cut-share", "protection-gives", "protection-takes"] as const),
  ...(["stage-raised", "stage-cut", "stage-gives", "stage-takes", "stage-net"] as const),
  ...(["stage-left", "stage-paid"] as const),
  // Seats.
  ...(["seat-organisations", "seat-unknown", "seats", "seat-heads", "seat-load"] as const),
  ...(["over-capacity", "seats-lacking", "seats-free", "seat-deficit"] as const),
  ...(["coverage", "seat-coverage"] as const),
] as const;
export type EquityFigureId = (typeof EQUITY_FIGURES)[number];

/** Why a value is absent. */
export const EQUITY_ABSENCES = [
  ...(["attribute-missing", "nobody-counted", "not-above-zero", "amount-negative"] as const),
  ...(["no-protections", "stage-off", "population-missing", "seats-unknown"] as const),
] as const;
export type EquityAbsence = (typeof EQUITY_ABSENCES)[number];

/** Of whom a figure is; what is left out is not told apart. Empty text is "without one". */
export type EquityMember = {
  readonly [Name in "tier" | "kind" | "size" | "district" | "stage" | "payer"]?: string;
};

export type EquityValue =
  | { readonly kind: "amount"; readonly amount: Tiyn }
  | { readonly kind: "number"; readonly value: Ratio; readonly unit: string }
  /** A root, which has no end: rounded half up to twelve places. */
  | { readonly kind: "root"; readonly digits: string }
  | { readonly kind: "absent"; readonly reason: EquityAbsence };

export type EquityFigure = {
  readonly id: EquityFigureId;
  readonly of: EquityMember;
  readonly value: EquityValue;
};

/** People and places for them are one unit, as in the law. */
export const PEOPLE = "pupil";
export const BARE = "1";

export function numberOf(value: Ratio, unit: string): EquityValue {
  return { kind: "number", value, unit };
}

export function countOf(count: number): EquityValue {
  return numberOf(ratioOf(BigInt(count)), BARE);
}

export function amountOfTiyn(amount: Tiyn): EquityValue {
  return { kind: "amount", amount };
}

export function absent(reason: EquityAbsence): EquityValue {
  return { kind: "absent", reason };
}

/** A part of a whole; absent where the whole is not above zero. */
export function shareOf(part: Ratio, whole: Ratio): EquityValue {
  if (whole.numerator <= 0n) return absent("not-above-zero");
  const { numerator, denominator } = whole;
  const share = ratioOf(part.numerator * denominator, part.denominator * numerator);
  return numberOf(share, BARE);
}
