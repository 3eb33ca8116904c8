/**
 * Days of the civil calendar as ISO text, `2026-07-16`: comparable as text, no clock, no time zone.
 */
import { type Brand, invariant } from "../kernel/index.ts";

export type CalendarDate = Brand<string, "CalendarDate">;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The calendar begins here: what has no day of adoption was known from the first day there is. */
export const FIRST_DAY = "1900-01-01" as CalendarDate;
/** The calendar ends here; a validity up to this day has no end. */
export const LAST_DAY = "2199-12-31" as CalendarDate;

/** An existing day of the years 1900 to 2199 in ISO form, or nothing. */
export function findCalendarDate(text: string): CalendarDate | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > monthLength(year, month)) return undefined;
  return text as CalendarDate;
}

/** A day that exists by construction. */
export function calendarDate(text: string): CalendarDate {
  const date = findCalendarDate(text);
  invariant(date !== undefined, `${text} is not a calendar date`);
  return date;
}

export function dateOf(year: number, month: number, day: number): CalendarDate {
  return calendarDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

export function dayAfter(date: CalendarDate): CalendarDate {
  const [year, month, day] = [yearOf(date), monthOf(date), Number(date.slice(8, 10))];
  if (day < monthLength(year, month)) return dateOf(year, month, day + 1);
  return month < 12 ? dateOf(year, month + 1, 1) : dateOf(year + 1, 1, 1);
}

export function dayBefore(date: CalendarDate): CalendarDate {
  const [year, month, day] = [yearOf(date), monthOf(date), Number(date.slice(8, 10))];
  if (day > 1) return dateOf(year, month, day - 1);
  return month > 1 ? lastDayOfMonth(year, month - 1) : dateOf(year - 1, 12, 31);
}

export function lastDayOfMonth(year: number, month: number): CalendarDate {
  return dateOf(year, month, monthLength(year, month));
}

/** Calendar months from the month of `from` to the month of `to`; the same month is 0. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
}

function monthLength(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_LENGTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
