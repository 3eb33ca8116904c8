/** The periods of a fact in one budget year: what rows call them, and when they are. */
import type { Fact, Methodology } from "../methodology/index.ts";
import { type CalendarDate, dateOf, findCalendarDate, lastDayOfMonth } from "../time/index.ts";

/** One period that rows may have. */
export type FactPeriod = {
  /** Its code in the index of the fact; empty text for a fact of the whole year. */
  readonly code: string;
  /** As rows have it: `2026-01`, `2026-09-05`, `2026`. */
  readonly text: string;
  /** Who is counted is there from the first to the last day; in a year, on any day of it. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
};

type Calendar = Methodology["calendar"];

/** A calendar never changes, and every cell of a register asks for its periods. */
const KNOWN = new WeakMap<Calendar, Map<string, readonly FactPeriod[]>>();

/** In the order of the calendar; a day that the year does not have is none. */
export function periodsOfFact(
  { calendar }: Pick<Methodology, "calendar">,
  { period, yearOffset }: Pick<Fact, "period" | "yearOffset">,
  budgetYear: number,
): readonly FactPeriod[] {
  const year = budgetYear + yearOffset;
  const known = KNOWN.get(calendar) ?? new Map<string, readonly FactPeriod[]>();
  KNOWN.set(calendar, known);
  const name = `${year} ${period ?? ""}`;
  const periods = known.get(name) ?? periodsOf(calendar, period, year);
  known.set(name, periods);
  return periods;
}

function periodsOf(
  calendar: Calendar,
  dimension: string | undefined,
  year: number,
): readonly FactPeriod[] {
  if (dimension === undefined) {
    return [{ code: "", text: `${year}`, first: dateOf(year, 1, 1), last: dateOf(year, 12, 31) }];
  }
  const period = calendar.find((each) => each.dimension === dimension);
  return (period?.members ?? []).flatMap(({ code, date }) => {
    if (period?.kind === "month") {
      const first = dateOf(year, Number(code), 1);
      return [{ code, text: `${year}-${code}`, first, last: lastDayOfMonth(year, Number(code)) }];
    }
    const day = findCalendarDate(`${year}-${date}`);
    return day === undefined ? [] : [{ code, text: day, first: day, last: day }];
  });
}
