/**
 * How a block of values goes on when it is filled beyond its end: numbers in equal steps and dates
 * go on in their step, all others are repeated. Exact: a step is a difference, never a trend.
 */
import { addExact, compareExact, type ExactValue } from "../exact-value.ts";
import type { CellValue } from "../sheet.ts";

/** The value so many cells beyond the block, from 1. */
export type Continuation = (distance: number) => CellValue | null;

/** Values towards the cells that are filled: the nearest one is the last. */
export type SeriesBlock = {
  readonly values: readonly (CellValue | null)[];
  readonly kind: "figures" | "dates" | "words";
  /** Days from one to the next where a date stands alone: 1 forwards, -1 backwards. */
  readonly dayStep: 1 | -1;
};

/** The block over and over. */
export function repeatBlock({ values }: SeriesBlock): Continuation {
  return (distance) => values[(distance - 1) % Math.max(values.length, 1)] ?? null;
}

/** The series that the block begins; the block over and over where it begins none. */
export function continueBlock(block: SeriesBlock): Continuation {
  return (
    (block.kind === "figures" ? continueFigures(block.values) : null) ??
    (block.kind === "dates" ? continueDates(block) : null) ??
    repeatBlock(block)
  );
}

/** A figure alone is no series. */
function continueFigures(values: SeriesBlock["values"]): Continuation | null {
  const figures = values.filter((value) => value !== null && typeof value !== "string");
  const [first, second] = figures;
  const last = figures.at(-1);
  if (figures.length < values.length || second === undefined || first === undefined) return null;
  const step = minus(second, first);
  const isEven = figures.every((figure, index) => {
    const before = figures[index - 1];
    return before === undefined || compareExact(minus(figure, before), step) === 0;
  });
  if (!isEven || last === undefined) return null;
  return (distance) => addExact(last, times(step, BigInt(distance)));
}

function minus(left: ExactValue, right: ExactValue): ExactValue {
  return addExact(left, times(right, -1n));
}

function times({ numerator, denominator }: ExactValue, factor: bigint): ExactValue {
  return { numerator: numerator * factor, denominator };
}

/** Dates of one day of the month go on by months, as in other spreadsheets; others by days. */
function continueDates({ values, dayStep }: SeriesBlock): Continuation | null {
  const dates = values.map((value) => (typeof value === "string" ? readDate(value) : null));
  const known = dates.filter((date) => date !== null);
  const last = known.at(-1);
  if (known.length < dates.length || last === undefined) return null;
  if (known.length === 1) return (distance) => writeDay(last.dayNumber + distance * dayStep);
  const isSameDay = known.every(({ day }) => day === last.day);
  const months = isSameDay ? evenStep(known.map(({ month }) => month)) : null;
  if (months !== null) {
    return (distance) => writeMonth(last.month + distance * months, last.day);
  }
  const days = evenStep(known.map(({ dayNumber }) => dayNumber));
  return days === null ? null : (distance) => writeDay(last.dayNumber + distance * days);
}

type ReadDate = {
  /** Days since the first of 1970. */
  readonly dayNumber: number;
  /** Months since the year 0. */
  readonly month: number;
  readonly day: number;
};

const DAY = 86_400_000;

function readDate(written: string): ReadDate | null {
  const time = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const date = new Date(time);
  return {
    dayNumber: time / DAY,
    month: date.getUTCFullYear() * 12 + date.getUTCMonth(),
    day: date.getUTCDate(),
  };
}

function evenStep(numbers: readonly number[]): number | null {
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? number));
  const [first] = steps;
  return first !== undefined && steps.every((step) => step === first) ? first : null;
}

/** Null beyond the years that are written in four digits. */
function writeDay(dayNumber: number): string | null {
  const date = new Date(dayNumber * DAY);
  if (Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year < 0 || year > 9999 ? null : date.toISOString().slice(0, 10);
}

/** The day of a month, or its last one where it is shorter. */
function writeMonth(month: number, day: number): string | null {
  const year = Math.floor(month / 12);
  if (year < 0 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, (month % 12) + 1, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}
