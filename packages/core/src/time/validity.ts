/** Half-open intervals of days [from, to); no `to` means until further notice. */
import type { CalendarDate } from "./calendar-date.ts";

export type Validity = { readonly from: CalendarDate; readonly to: CalendarDate | undefined };

export function isValidOn(validity: Validity, day: CalendarDate): boolean {
  return validity.from <= day && (validity.to === undefined || day < validity.to);
}

export function overlap(left: Validity, right: Validity): boolean {
  const leftStartsFirst = right.to === undefined || left.from < right.to;
  const rightStartsFirst = left.to === undefined || right.from < left.to;
  return leftStartsFirst && rightStartsFirst;
}
