/**
 * Money on the screen. Amounts are whole tiyn; rounding for display is half away from zero and
 * never feeds back. Figures carry no unit: it stands in a header or beside them once.
 */
import type { Language } from "../i18n/language.ts";
import { divideRounded, formatScaled, plainDigits } from "./scaled.ts";

/** In what money is shown; the order of the switch. */
export const MONEY_UNITS = ["tenge", "thousand", "million"] as const;

/** A unit of money on the screen; billions are for the strip only. */
export type MoneyUnit = (typeof MONEY_UNITS)[number] | "billion";

type Step = {
  /** Tiyn in one of the last shown place. */
  readonly tiyn: bigint;
  readonly places: number;
};

const STEPS: Readonly<Record<MoneyUnit, Step>> = {
  tenge: { tiyn: 1n, places: 2 },
  thousand: { tiyn: 10_000n, places: 1 },
  million: { tiyn: 10_000_000n, places: 1 },
  billion: { tiyn: 10_000_000_000n, places: 1 },
};

/** `1 537 159,4` in the unit: tenge with two decimals, all others with one. */
export function formatMoney(tiyn: bigint | string, unit: MoneyUnit, language: Language): string {
  const step = STEPS[unit];
  return formatScaled(divideRounded(BigInt(tiyn), step.tiyn), step.places, language);
}

/**
 * The same for a figure that stands alone in large digits: its groups are set apart by a whole
 * no-break space, since such digits are not of one width.
 */
export function formatHeadlineMoney(
  tiyn: bigint | string,
  unit: MoneyUnit,
  language: Language,
): string {
  return formatMoney(tiyn, unit, language).replaceAll("\u202F", "\u00A0");
}

/** The exact figure in tenge for the clipboard: plain digits and a decimal comma. */
export function copyMoney(tiyn: bigint | string): string {
  return plainDigits(BigInt(tiyn), 2).replace(".", ",");
}

/**
 * Parts as they are shown beside their total: each is a whole number of the unit's last place, in
 * tiyn, and together they are the shown total. Largest remainder; of equal ones the earlier gains.
 */
export function apportionShown(parts: readonly bigint[], unit: MoneyUnit): readonly bigint[] {
  const step = STEPS[unit].tiyn;
  const floors = parts.map((part) => floorTo(part, step));
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const shownTotal = divideRounded(total, step) * step;
  const missing = (shownTotal - floors.reduce((sum, floor) => sum + floor, 0n)) / step;
  const gaining = new Set(
    parts
      .map((part, position) => ({ position, remainder: part - floorTo(part, step) }))
      .sort((left, right) => Number(right.remainder - left.remainder))
      .slice(0, Number(missing))
      .map(({ position }) => position),
  );
  return floors.map((floor, position) => (gaining.has(position) ? floor + step : floor));
}

function floorTo(amount: bigint, step: bigint): bigint {
  const remainder = ((amount % step) + step) % step;
  return amount - remainder;
}
