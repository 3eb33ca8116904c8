/**
 * A methodology made ready for one year and one state of knowledge.
 *
 * The plan holds the wording of each formula that applies, the values as known, the days on which
 * they are read, and for each line the facts it stands on. It knows nothing of any organisation.
 */
import { present, type Result, unlessIssues } from "../kernel/index.ts";
import {
  type Formula,
  type LineDefinition,
  type Lookup,
  lookUp,
  type Methodology,
  MONTH_DIMENSION,
} from "../methodology/index.ts";
import { type AsOf, type CalendarDate, dateOf, lastDayOfMonth } from "../time/index.ts";
import { chooseWordings } from "./chosen-wordings.ts";
import type { FactUse } from "./fact-use.ts";

export type CalculationPlan = {
  readonly methodology: Methodology;
  readonly asOf: AsOf;
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly lines: readonly LineDefinition[];
  readonly yearStart: CalendarDate;
  /** The first and the last day of each month, by the month's code. */
  readonly monthStarts: ReadonlyMap<string, CalendarDate>;
  readonly monthEnds: ReadonlyMap<string, CalendarDate>;
  /** The value of a parameter for a full key on a day, as known. */
  readonly lookUp: (parameter: string, key: readonly string[], day: CalendarDate) => Lookup;
  /** Facts under each formula at each index, found out once; see fact-uses.ts. */
  readonly knownUses: Map<string, readonly FactUse[]>;
  /** Every code of a dimension, in the order of its list. */
  readonly membersOf: (dimension: string) => readonly string[];
};

/**
 * Binds the law to a year: refused when a formula has no wording for it or uses what cannot be
 * calculated yet.
 */
export function buildPlan(methodology: Methodology, asOf: AsOf): Result<CalculationPlan> {
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const { formulas, issues } = chooseWordings(methodology, asOf);
  return unlessIssues(issues, () => ({
    methodology,
    asOf,
    formulas,
    lines: methodology.lines,
    yearStart,
    monthStarts: monthDays(methodology, (month) => dateOf(asOf.budgetYear, month, 1)),
    monthEnds: monthDays(methodology, (month) => lastDayOfMonth(asOf.budgetYear, month)),
    lookUp: rememberLookups(methodology, asOf.knownOn),
    knownUses: new Map(),
    membersOf: (dimension) => [...(methodology.codeLists.get(dimension)?.codes.keys() ?? [])],
  }));
}

function monthDays(
  { calendar }: Methodology,
  dayOf: (month: number) => CalendarDate,
): ReadonlyMap<string, CalendarDate> {
  const months = calendar.find(({ dimension }) => dimension === MONTH_DIMENSION)?.members ?? [];
  return new Map(months.map(({ code }) => [code, dayOf(Number(code))]));
}

function rememberLookups(
  { parameters }: Methodology,
  knownOn: CalendarDate,
): CalculationPlan["lookUp"] {
  const remembered = new Map<string, Lookup>();
  return (id, key, day) => {
    const name = `${id}|${key.join("|")}|${day}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const found = lookUp(present(parameters.get(id), `parameter ${id}`), key, day, knownOn);
    remembered.set(name, found);
    return found;
  };
}
