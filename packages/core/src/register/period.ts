/**
 * Periods of headcounts: a month `2026-01` or a count date `2026-09-05`, as the calendar of the
 * facts says.
 */
import { findWrittenDate } from "./cell.ts";
import type { CalendarPeriod } from "./register-rules.ts";

const MONTH = /^\d{4}-\d{2}$/;
const DOTTED_MONTH = /^(\d{2})\.(\d{4})$/;

/** The canonical text of a period of either kind, or nothing. */
export function findPeriod(text: string): string | undefined {
  const dotted = DOTTED_MONTH.exec(text);
  const month = dotted === null ? text : `${dotted[2]}-${dotted[1]}`;
  if (!MONTH.test(month)) return findWrittenDate(text);
  return findWrittenDate(`${month}-01`) === undefined ? undefined : month;
}

/** Whether a canonical period is one of the calendar's, of whatever year. */
export function fitsCalendar(period: string, calendar: CalendarPeriod): boolean {
  const member = period.slice(5);
  if (calendar.kind === "month") {
    return MONTH.test(period) && calendar.members.some(({ code }) => code === member);
  }
  return calendar.members.some(({ date }) => date === member);
}

/** The shapes of right periods: `YYYY-MM`, `YYYY-01-01`. */
export function expectedPeriods(calendars: Iterable<CalendarPeriod>): string {
  const shapes = new Set<string>();
  for (const { kind, members } of calendars) {
    if (kind === "month") shapes.add("YYYY-MM");
    else for (const { date } of members) shapes.add(`YYYY-${date}`);
  }
  return [...shapes].join(", ");
}
