/**
 * The calendar: the periods in which people are counted, each with members that can be told apart.
 */
import type { CodeList, CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import type { CalendarPeriod } from "../register/index.ts";
import { findCalendarDate } from "../time/index.ts";
import { byName, type Definitions, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import { MONTH_DIMENSION } from "./names.ts";
import { referCode, referCodeList } from "./references.ts";

const MONTH = /^(?:0[1-9]|1[0-2])$/;
const KIND = "calendar";

type CalendarDocument = NonNullable<MethodologyDocument["calendar"]>;
type PeriodDocument = CalendarDocument["periods"][number];
type DatesDocument = Extract<PeriodDocument, { kind: "date" }>;

/** The calendar of the last layer that has one. */
export function buildCalendar(
  definitions: Definitions,
  codeLists: CodeLists,
  report: Reporter,
): readonly CalendarPeriod[] {
  const entry = byName(definitions.calendars, KIND, () => KIND, report).get(KIND);
  if (entry === undefined) return [];
  const { periods } = entry.value;
  return periods.map((period, position) => {
    const place = inside(entry.place, "periods", position);
    const where = inside(place, "dimension");
    const isSecond =
      periods.findIndex(({ dimension }) => dimension === period.dimension) < position;
    if (isSecond) {
      report(issue("definition-duplicate", where, { name: period.dimension, kind: KIND }));
    }
    const codes = referCodeList(period.dimension, codeLists, where, report);
    return period.kind === "date"
      ? buildDates(period, codes, place, report)
      : buildMonths(period.dimension, codes, where, report);
  });
}

function buildDates(
  period: DatesDocument,
  codes: CodeList | undefined,
  place: Place,
  report: Reporter,
): CalendarPeriod {
  if (period.dimension === MONTH_DIMENSION) {
    const facts = { expected: "month", found: period.kind };
    report(issue("document-malformed", inside(place, "kind"), facts));
  }
  period.members.forEach(({ code, date }, position) => {
    const where = inside(place, "members", position);
    if (codes !== undefined) referCode(code, codes, inside(where, "code"), report);
    // The twenty-ninth of February is a day of leap years only.
    if (findCalendarDate(`2023-${date}`) === undefined) {
      report(issue("date-malformed", inside(where, "date"), { value: date }));
    }
    const earlier = period.members.slice(0, position);
    for (const step of ["code", "date"] as const) {
      const name = step === "code" ? code : date;
      if (!earlier.some((each) => each[step] === name)) continue;
      report(issue("definition-duplicate", inside(where, step), { name, kind: KIND }));
    }
  });
  return period;
}

/** Months have the dimension of their name, by which formulas find their days. */
function buildMonths(
  dimension: string,
  codes: CodeList | undefined,
  place: Place,
  report: Reporter,
): CalendarPeriod {
  const members = [...(codes?.codes.keys() ?? [])].map((code) => ({ code, date: `${code}-01` }));
  if (codes !== undefined && dimension !== MONTH_DIMENSION) {
    const facts = { expected: MONTH_DIMENSION, found: dimension };
    report(issue("document-malformed", place, facts));
    return { dimension, kind: "month", members };
  }
  for (const { code } of members) {
    if (MONTH.test(code)) continue;
    report(issue("document-malformed", place, { expected: "01 … 12", found: code }));
  }
  return { dimension, kind: "month", members };
}
