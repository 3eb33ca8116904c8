/** Days as people write them: day first with points, slashes or hyphens, or year first. */
import { type FailedReading, failReading } from "./read-fault.ts";
import { shorten } from "./read-number.ts";

const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:\s?[гж]\.)?$/u;
const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/;
/** The first two digits of a year that is written with its last two. */
const CENTURY = "20";
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** `12.02.2026`, `12.2.26`, `12/02/2026` and `2026-02-12` as `2026-02-12`; real days only. */
export function readDate(text: string): { readonly day: string } | FailedReading {
  const written = text.trim();
  const found = partsOf(written);
  if (found === null) return failReading("not-date", { text: shorten(written) });
  const { year, month, day } = found;
  const isReal =
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month);
  if (!isReal) return failReading("no-such-day", { text: shorten(written) });
  return { day: [year, twoDigits(month), twoDigits(day)].join("-") };
}

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(written: string): Parts | null {
  const [, day, , month, year] = DAY_FIRST.exec(written) ?? [];
  if (year !== undefined) {
    const whole = year.length === 2 ? CENTURY + year : year;
    return { year: Number(whole), month: Number(month), day: Number(day) };
  }
  const [, first, , second, third] = YEAR_FIRST.exec(written) ?? [];
  if (first === undefined) return null;
  return { year: Number(first), month: Number(second), day: Number(third) };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
