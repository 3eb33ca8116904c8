/** The point of view of a calculation: which budget year, and what was known by when. */
import { type CalendarDate, dateOf } from "./calendar-date.ts";

export type AsOf = { readonly budgetYear: number; readonly knownOn: CalendarDate };

/** Knowledge stands at 31 December of the budget year unless a day is named. */
export function asOf(budgetYear: number, knownOn?: CalendarDate): AsOf {
  return { budgetYear, knownOn: knownOn ?? dateOf(budgetYear, 12, 31) };
}
