/** What one definition says of another by name: code lists, their codes, dimensions. */
import type { CodeList, CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import type { CalendarPeriod } from "../register/index.ts";
import { inside, type Reporter } from "./definitions.ts";
import { MONTH_DIMENSION } from "./names.ts";
import { suggestName } from "./suggestion.ts";

/** The code list of this name; an unknown one is a fault. */
export function referCodeList(
  name: string,
  codeLists: CodeLists,
  place: Place,
  report: Reporter,
): CodeList | undefined {
  const found = codeLists.get(name);
  if (found !== undefined) return found;
  const suggestion = suggestName(name, codeLists.keys());
  report(issue("reference-unknown", place, { name, kind: "codeList", suggestion }));
  return undefined;
}

/** Reports a code that its list does not have. */
export function referCode(
  value: string,
  { codes }: CodeList,
  place: Place,
  report: Reporter,
): void {
  if (codes.has(value)) return;
  report(issue("code-unknown", place, { value, expected: [...codes.keys()].join(", ") }));
}

/** Reports a second mention of a dimension, which would multiply sums. */
export function reportRepeated(
  dimensions: readonly string[],
  place: Place,
  report: Reporter,
): void {
  dimensions.forEach((name, position) => {
    if (dimensions.indexOf(name) === position) return;
    report(issue("definition-duplicate", inside(place, position), { name, kind: "dimension" }));
  });
}

/** Whether the calendar has months, without which no value can be read by the month. */
export function hasMonths(calendar: readonly CalendarPeriod[]): boolean {
  return calendar.some(({ dimension, kind }) => dimension === MONTH_DIMENSION && kind === "month");
}
