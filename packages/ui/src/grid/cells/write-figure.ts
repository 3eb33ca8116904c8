/** Figures that stand alone: exact, in the unit in which they are copied, with its sign. */
import { divideRounded, formatScaled } from "../../format/scaled.ts";
import type { Language } from "../../i18n/language.ts";
import type { ExactValue } from "../exact-value.ts";
import type { FigureColumn } from "../sheet.ts";

const ABOUT = "≈\u202F";

/** Averages of people have two decimals. */
const LEAST_PLACES = 2;

/** `731 136 000,00 ₸`: a figure of the column, whatever unit the column shows. */
export function writeFigure(value: ExactValue, column: FigureColumn, language: Language): string {
  return write(value, column, { language, places: copiedPlaces(value, column) });
}

/** The same for an average of figures that add up to `sum`, rounded as they are. */
export function writeAverage(
  average: ExactValue,
  sum: ExactValue,
  column: FigureColumn,
  language: Language,
): string {
  const places = Math.max(copiedPlaces(sum, column), LEAST_PLACES);
  return write(average, column, { language, places });
}

type Writing = { readonly language: Language; readonly places: number };

/** What had to be rounded says so. */
function write(value: ExactValue, column: FigureColumn, { language, places }: Writing): string {
  const { unit } = column;
  if (unit === undefined) return grouped(column.copy(value), language);
  const percent = isPercentColumn(column) ? 100n : 1n;
  const dividend = value.numerator * percent * 10n ** BigInt(places);
  const divisor = value.denominator * unit.size;
  const figure = formatScaled(divideRounded(dividend, divisor), places, language);
  const sign = isPercentColumn(column) ? "%" : unit.sign;
  const written = sign === undefined ? figure : `${figure}\u202F${sign}`;
  return dividend % divisor === 0n ? written : ABOUT + written;
}

/** Whether figures of the column are read and written as percent: a stored 0,12 is 12 %. */
export function isPercentColumn({ input, unit }: FigureColumn): boolean {
  return input === undefined ? unit?.sign === "%" : input.kind === "number" && input.isPercent;
}

/** The decimals that the column writes when a figure is copied. */
function copiedPlaces(value: ExactValue, column: FigureColumn): number {
  return /[.,](\d+)/u.exec(column.copy(value))?.[1]?.length ?? 0;
}

/** A copied figure as it is read: its digits in groups, with the sign of decimals of a language. */
function grouped(copied: string, language: Language): string {
  const [, minus, whole = "", fraction = ""] =
    /^([-\u2212]?)(\d+)(?:[.,](\d+))?$/u.exec(copied) ?? [];
  if (minus === undefined) return copied;
  const scaled = BigInt(whole + fraction);
  return formatScaled(minus === "" ? scaled : -scaled, fraction.length, language);
}
