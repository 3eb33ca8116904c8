/**
 * What a typed or pasted text means in a column. Nothing is guessed: a literal that the column
 * cannot keep is refused; only what was worked out is rounded, and the reading says so.
 */
import { divideRounded } from "../../format/scaled.ts";
import type { Language } from "../../i18n/language.ts";
import { contentOf, isWordColumn } from "../cells/cell-content.ts";
import { compareExact, type ExactValue, multiplyExact, reduceExact } from "../exact-value.ts";
import type { CellValue, FigureColumn, SheetColumn, SheetInput, SheetRow } from "../sheet.ts";
import { isArithmetic, readArithmetic } from "./read-arithmetic.ts";
import { readDate } from "./read-date.ts";
import { type FailedReading, failReading } from "./read-fault.ts";
import { readNumber, shorten } from "./read-number.ts";

/** A value that the cell can take; null lets the value of the base return. */
export type GoodReading = {
  readonly value: CellValue | null;
  /** Whether a computed result had more decimals than the column keeps. */
  readonly isRounded: boolean;
  /** Whether it was worked out, as `=305000-1000` and `+10%` are. */
  readonly isComputed: boolean;
};

/** A value, or why there is none. */
export type CellReading = GoodReading | FailedReading;

/** What a person typed: also arithmetic, and changes to the figure that the row has now. */
export function readCell(
  text: string,
  column: SheetColumn,
  row: SheetRow,
  language: Language,
): CellReading {
  const number = numberInputOf(column);
  if (number === null || !isArithmetic(text, number.input.isPercent)) {
    return readWritten(text, column, language);
  }
  const content = contentOf(row, column);
  const old = content === null || typeof content === "string" ? null : content;
  const { isPercent } = number.input;
  const read = readArithmetic(text, {
    language,
    isPercent,
    old: old === null ? null : multiplyExact(old, { numerator: 1n, denominator: sizeOf(column) }),
  });
  return "fault" in read ? read : { ...takeQuotient(read.result, number), isComputed: true };
}

/** What stood in the clipboard or elsewhere: a figure, a date or words as they are written. */
export function readWritten(text: string, column: SheetColumn, language: Language): CellReading {
  const { input } = column;
  if (input === undefined) return failReading("no-input");
  if (text.trim() === "") return plain(null);
  switch (input.kind) {
    case "number": {
      const number = numberInputOf(column);
      return number === null ? failReading("no-input") : readLiteral(text, number, language);
    }
    case "date": {
      const read = readDate(text);
      return "fault" in read ? read : plain(read.day);
    }
    case "text":
      return readWords(text, input.mostLetters);
  }
}

/**
 * A figure that something else worked out, such as the cell of a spreadsheet: a quotient where the
 * column is of percents, else in the written unit. It is rounded to what the column keeps.
 */
export function readQuotient(quotient: ExactValue, column: SheetColumn): CellReading {
  const number = numberInputOf(column);
  return number === null ? failReading("no-input") : takeQuotient(quotient, number);
}

/** A figure in stored units, as it was copied from a sheet; nothing of it is rounded. */
export function readStored(stored: ExactValue, column: SheetColumn): CellReading {
  const number = numberInputOf(column);
  if (number === null) return failReading("no-input");
  const step = stepOf(number);
  const steps = stored.numerator * step.denominator;
  const { places } = number.input;
  if (steps % (stored.denominator * step.numerator) !== 0n) {
    return failPlaces(number.column.copy(stored), places);
  }
  return withinBounds(reduceExact(stored), number, false);
}

type NumberInput = Extract<SheetInput, { readonly kind: "number" }>;
type NumberTarget = { readonly column: FigureColumn; readonly input: NumberInput };

function numberInputOf(column: SheetColumn): NumberTarget | null {
  if (isWordColumn(column) || column.input?.kind !== "number") return null;
  return { column, input: column.input };
}

function sizeOf(column: SheetColumn): bigint {
  return column.unit?.size ?? 1n;
}

/** Stored units in the last decimal that the column keeps. */
function stepOf({ column, input }: NumberTarget): ExactValue {
  const places = BigInt(input.places + (input.isPercent ? 2 : 0));
  return reduceExact({ numerator: sizeOf(column), denominator: 10n ** places });
}

function readLiteral(text: string, target: NumberTarget, language: Language): CellReading {
  const { column, input } = target;
  const read = readNumber(text, language);
  if ("fault" in read) return read;
  const { value, places, isPercent } = read.number;
  if (isPercent && !input.isPercent) return failReading("percent", { text: shorten(text) });
  if (places > input.places && !endsWithZeros(value, places, input.places)) {
    return failPlaces(text, input.places);
  }
  const size = { numerator: sizeOf(column), denominator: input.isPercent ? 100n : 1n };
  return withinBounds(multiplyExact(value, size), target, false);
}

/** As many decimals as a group has digits may be one in another language, and are no mere zeros. */
const GROUP_DIGITS = 3;

/** Whether the decimals that the column does not keep say nothing, as in `1004,00`. */
function endsWithZeros({ numerator }: ExactValue, places: number, kept: number): boolean {
  return places !== GROUP_DIGITS && numerator % 10n ** BigInt(places - kept) === 0n;
}

/** Rounds half away from zero. */
function takeQuotient(quotient: ExactValue, target: NumberTarget): CellReading {
  const size = { numerator: sizeOf(target.column), denominator: 1n };
  const stored = multiplyExact(quotient, size);
  const step = stepOf(target);
  const steps = divideRounded(
    stored.numerator * step.denominator,
    stored.denominator * step.numerator,
  );
  const rounded = multiplyExact({ numerator: steps, denominator: 1n }, step);
  return withinBounds(rounded, target, compareExact(rounded, stored) !== 0);
}

function withinBounds(
  value: ExactValue,
  { column, input: { least, most } }: NumberTarget,
  isRounded: boolean,
): CellReading {
  if (least !== null && compareExact(value, least) < 0) {
    return failReading("below-least", { bound: column.format(least) });
  }
  if (most !== null && compareExact(value, most) > 0) {
    return failReading("above-most", { bound: column.format(most) });
  }
  return { value, isRounded, isComputed: false };
}

function failPlaces(text: string, places: number): FailedReading {
  if (places === 0) return failReading("not-whole", { text: shorten(text) });
  return failReading("too-many-decimals", { text: shorten(text), count: places });
}

/** Line breaks and tabs become spaces: a cell has one line. */
function readWords(text: string, mostLetters: number): CellReading {
  const words = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  if (Array.from(words).length > mostLetters) {
    return failReading("too-many-letters", { count: mostLetters });
  }
  return plain(words === "" ? null : words);
}

function plain(value: CellValue | null): GoodReading {
  return { value, isRounded: false, isComputed: false };
}
