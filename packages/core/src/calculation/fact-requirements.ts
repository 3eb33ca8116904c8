/**
 * The counts a year cannot do without.
 *
 * A line of an organisation stands on facts; each must have rows somewhere in the register for
 * every period in which one of the organisations that report it was open. A period nobody reported
 * at all is a fault, not a city of zeros.
 */
import { type Issue, issue } from "../kernel/index.ts";
import type { Fact } from "../methodology/index.ts";
import type { Organisation } from "../register/index.ts";
import type { CalendarDate } from "../time/index.ts";
import { type FactPeriod, periodsOfFact } from "./fact-periods.ts";
import type { FactTable } from "./fact-table.ts";
import type { CalculationPlan } from "./plan.ts";

/** Collects what organisations need; `missing` compares it with what the register has. */
export type FactRequirements = {
  /**
   * Notes that a line of this organisation, which reports the fact, stands on it: in every period,
   * or in the one that the formula names. A fact of the whole year has no other.
   */
  readonly add: (fact: string, organisation: Organisation, period: string | undefined) => void;
  readonly missing: (facts: Pick<FactTable, "periodsOf">) => readonly Issue[];
};

export function createFactRequirements(plan: CalculationPlan): FactRequirements {
  const needed = new Map<string, Needed>();
  return {
    add: (id, organisation, period) => {
      const fact = plan.methodology.facts.get(id);
      if (fact === undefined) return;
      const { periods, codes } = needed.get(id) ?? openNeeds(plan, fact, needed);
      if (codes.size === periods.length) return;
      for (const each of periods) {
        const isRead = fact.period === undefined || (period ?? each.code) === each.code;
        if (isRead && isCountedIn(each, fact, organisation)) codes.add(each.code);
      }
    },
    missing: (facts) =>
      [...needed.values()].flatMap(({ fact, periods, codes }) => {
        const counted = facts.periodsOf(fact.id);
        const absent = periods.filter(({ code }) => codes.has(code) && !counted.has(code));
        if (absent.length === 0) return [];
        const texts = absent.map(({ text }) => text).toSorted();
        return missingIssue(fact, texts.join(", "), `${plan.asOf.budgetYear}`);
      }),
  };
}

type Needed = {
  readonly fact: Fact;
  readonly periods: readonly FactPeriod[];
  readonly codes: Set<string>;
};

function openNeeds(plan: CalculationPlan, fact: Fact, needed: Map<string, Needed>): Needed {
  const periods = periodsOfFact(plan.methodology, fact, plan.asOf.budgetYear);
  const made = { fact, periods, codes: new Set<string>() };
  needed.set(fact.id, made);
  return made;
}

function missingIssue(fact: Fact, periods: string, year: string): Issue {
  if (fact.source !== "headcounts") {
    return issue("fact-rows-missing", {}, { fact: fact.id, periods, year });
  }
  const { tier = "" } = fact.where;
  return issue("fact-missing", {}, { fact: fact.id, tier, measure: fact.measure, periods, year });
}

/**
 * Whether the organisation was there to be counted: open all the month, on the count date, or on
 * any day of the year.
 */
function isCountedIn({ first, last }: FactPeriod, { period }: Fact, organisation: Organisation) {
  return period === undefined
    ? isOpenOn(last, first, organisation)
    : isOpenOn(first, last, organisation);
}

/** Codes of the months in which the organisation is open from the first to the last day. */
export function openMonthsOf(
  plan: CalculationPlan,
  life: Pick<Organisation, "openedOn" | "closedOn">,
): ReadonlySet<string> {
  const months = [...plan.monthStarts.keys()];
  return new Set(months.filter((month) => isOpenInMonth(plan, month, life)));
}

/** Open from the first to the last day of the month. */
export function isOpenInMonth(
  { monthStarts, monthEnds }: CalculationPlan,
  month: string,
  life: Pick<Organisation, "openedOn" | "closedOn">,
): boolean {
  const [first, last] = [monthStarts.get(month), monthEnds.get(month)];
  return first !== undefined && last !== undefined && isOpenOn(first, last, life);
}

/** Opened on the one day at the latest, not closed before the other. */
function isOpenOn(
  opened: CalendarDate,
  closed: CalendarDate,
  { openedOn, closedOn }: Pick<Organisation, "openedOn" | "closedOn">,
): boolean {
  return openedOn <= opened && (closedOn === undefined || closedOn >= closed);
}
