/**
 * The counts a year cannot do without.
 *
 * A line of an organisation stands on facts; each must have rows somewhere in the register for
 * every period in which one of the organisations that report it was open. A period nobody reported
 * at all is a fault, not a city of zeros.
 */
import { type Issue, issue } from "../kernel/index.ts";
import type { Organisation } from "../register/index.ts";
import { type CalendarDate, findCalendarDate } from "../time/index.ts";
import type { FactTable } from "./fact-table.ts";
import type { CalculationPlan } from "./plan.ts";

/** Collects what organisations need; `missing` compares it with what the register has. */
export type FactRequirements = {
  /**
   * Notes that a line of this organisation, which reports the fact, stands on it: in every period,
   * or in the one that the formula names.
   */
  readonly add: (fact: string, organisation: Organisation, period: string | undefined) => void;
  readonly missing: (facts: FactTable) => readonly Issue[];
};

export function createFactRequirements(plan: CalculationPlan): FactRequirements {
  const { methodology, asOf } = plan;
  const needed = new Map<string, Set<string>>();
  return {
    add: (fact, organisation, period) => {
      const periods = needed.get(fact) ?? new Set<string>();
      needed.set(fact, periods);
      if (periods.size === periodCount(plan, fact)) return;
      for (const code of openPeriods(plan, fact, organisation)) {
        if (period === undefined || period === code) periods.add(code);
      }
    },
    missing: (facts) =>
      [...needed].flatMap(([id, codes]) => {
        const counted = facts.periodsOf(id);
        const absent = [...codes].filter((code) => !counted.has(code)).toSorted();
        const fact = methodology.facts.get(id);
        if (fact === undefined || absent.length === 0) return [];
        const periods = absent.map((code) => periodText(plan, fact.period, code)).toSorted();
        return issue(
          "fact-missing",
          {},
          {
            fact: id,
            tier: fact.where.tier ?? "",
            measure: fact.measure,
            periods: periods.join(", "),
            year: `${asOf.budgetYear}`,
          },
        );
      }),
  };
}

function periodCount({ methodology }: CalculationPlan, factId: string): number {
  const period = methodology.facts.get(factId)?.period;
  return methodology.calendar.find(({ dimension }) => dimension === period)?.members.length ?? 0;
}

/**
 * The periods in which the organisation was there to be counted: open all the month, or on the
 * count date.
 */
function openPeriods(
  plan: CalculationPlan,
  factId: string,
  organisation: Organisation,
): readonly string[] {
  const period = plan.methodology.facts.get(factId)?.period ?? "";
  const calendar = plan.methodology.calendar.find(({ dimension }) => dimension === period);
  const codes = (calendar?.members ?? []).map(({ code }) => code);
  return codes.filter((code) => {
    if (calendar?.kind === "month") return isOpenInMonth(plan, code, organisation);
    const day = findCalendarDate(periodText(plan, period, code));
    return day !== undefined && isOpenOn(day, day, organisation);
  });
}

function periodText({ methodology, asOf }: CalculationPlan, period: string, code: string): string {
  const calendar = methodology.calendar.find(({ dimension }) => dimension === period);
  if (calendar?.kind === "month") return `${asOf.budgetYear}-${code}`;
  const member = calendar?.members.find((each) => each.code === code);
  return `${asOf.budgetYear}-${member?.date ?? ""}`;
}

/** Open from the first to the last day of the month. */
export function isOpenInMonth(
  { monthStarts, monthEnds }: CalculationPlan,
  month: string,
  organisation: Organisation,
): boolean {
  const [first, last] = [monthStarts.get(month), monthEnds.get(month)];
  return first !== undefined && last !== undefined && isOpenOn(first, last, organisation);
}

function isOpenOn(
  first: CalendarDate,
  last: CalendarDate,
  { openedOn, closedOn }: Organisation,
): boolean {
  return openedOn <= first && (closedOn === undefined || closedOn >= last);
}
