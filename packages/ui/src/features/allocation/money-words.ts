/** An amount as a cell has it and as a person says it. Rounded once, for display. */
import type { MoneyUnit } from "../../format/money.ts";
import { divideRounded, formatScaled } from "../../format/scaled.ts";
import type { ExactValue } from "../../grid/exact-value.ts";
import type { Language } from "../../i18n/language.ts";

/** A text of the screens by its key below `allocation`. */
export type AllocationText = (
  key: string,
  variables?: Readonly<Record<string, string | number>>,
) => string;

type Scale = { readonly tiyn: bigint; readonly places: number };

/** Tiyn in one of the last place that is shown. */
const SCALES: Readonly<Record<MoneyUnit, Scale>> = {
  tenge: { tiyn: 1n, places: 2 },
  thousand: { tiyn: 10_000n, places: 1 },
  million: { tiyn: 10_000_000n, places: 1 },
  billion: { tiyn: 10_000_000_000n, places: 1 },
};

/** `463,3`: tiyn, also a quotient of tiyn, in the unit; half away from zero. */
export function writeMoney(value: ExactValue, unit: MoneyUnit, language: Language): string {
  return formatScaled(scaledTo(value, unit), SCALES[unit].places, language);
}

/** `731 136 тысяч тенге`: decimals are said only where there are any. */
export function speakMoney(
  value: ExactValue,
  unit: MoneyUnit,
  language: Language,
  text: AllocationText,
): string {
  const scaled = scaledTo(value, unit);
  const { places } = SCALES[unit];
  const one = 10n ** BigInt(places);
  const isWhole = scaled % one === 0n;
  return text(`spoken.${unit}`, {
    amount: isWhole
      ? formatScaled(scaled / one, 0, language)
      : formatScaled(scaled, places, language),
    count: isWhole ? pluralCount(scaled / one) : SOME_FRACTION,
  });
}

/** Any number with decimals takes the same plural form. */
const SOME_FRACTION = 0.5;

/** Plural forms look at the last digits only, and at one itself. */
function pluralCount(whole: bigint): number {
  const size = whole < 0n ? -whole : whole;
  return Number(size < 1000n ? size : 1000n + (size % 1000n));
}

function scaledTo({ numerator, denominator }: ExactValue, unit: MoneyUnit): bigint {
  return divideRounded(numerator, denominator * SCALES[unit].tiyn);
}
