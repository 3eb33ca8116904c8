export { type AsOf, asOf } from "./as-of.ts";
export {
  type CalendarDate,
  calendarDate,
  dateOf,
  dayAfter,
  dayBefore,
  FIRST_DAY,
  findCalendarDate,
  LAST_DAY,
  lastDayOfMonth,
  monthsBetween,
  yearOf,
} from "./calendar-date.ts";
export { isValidOn, overlap, type Validity } from "./validity.ts";
