/** What looks wrong in a register that can be read: warnings, never faults. */
import { type Issue, issue } from "../kernel/index.ts";
import { yearOf } from "../time/index.ts";
import type { HeadcountFact, RegisterRules } from "./register-rules.ts";
import {
  HEADCOUNT_COLUMNS,
  type Headcount,
  type Organisation,
  type RegisterSnapshot,
} from "./snapshot.ts";

/**
 * Headcounts in a month on no day of which the organisation was open; each organisation and period
 * once.
 */
export function findHeadcountsOutsideLife(
  headcounts: readonly Headcount[],
  organisations: ReadonlyMap<string, Organisation>,
): readonly Issue[] {
  const issues: Issue[] = [];
  const told = new Set<string>();
  for (const { organisationId, period, source } of headcounts) {
    const organisation = organisations.get(organisationId);
    if (organisation === undefined || isOpenInMonthOf(period, organisation)) continue;
    const key = `${organisationId} ${period}`;
    if (told.has(key)) continue;
    told.add(key);
    const { openedOn, closedOn } = organisation;
    const facts = { value: period, opened: openedOn, closed: closedOn ?? "" };
    issues.push(issue("headcount-outside-life", { ...source, column: "period" }, facts));
  }
  return issues;
}

/** Open on some day of the month of a period; whole days are compared sooner than months. */
function isOpenInMonthOf(period: string, organisation: Organisation): boolean {
  const { openedOn, closedOn } = organisation;
  const isOpen = openedOn <= period && (closedOn === undefined || closedOn >= period);
  return isOpen || isOpenInMonth(organisation, period.slice(0, 7));
}

/**
 * Organisations that report some fact and were open on some day of the year, with neither a
 * headcount nor a fact nor an estimate of it; nobody, where a register counts nothing at all.
 */
export function findOrganisationsWithoutRows(
  snapshot: RegisterSnapshot,
  { facts, isReporter }: RegisterRules,
  budgetYear: number,
): readonly Issue[] {
  if (snapshot.headcounts.length + snapshot.facts.length === 0) return [];
  const year = String(budgetYear);
  const present = new Set<string>();
  for (const rows of [snapshot.headcounts, snapshot.facts]) {
    for (const { period, organisationId } of rows) {
      if (period.startsWith(year)) present.add(organisationId);
    }
  }
  for (const estimate of snapshot.estimates) {
    if (estimate.budgetYear === budgetYear) present.add(estimate.organisationId);
  }
  return snapshot.organisations
    .filter(({ id }) => !present.has(id))
    .filter((organisation) => isOpenInYear(organisation, budgetYear))
    .filter((organisation) => facts.some(({ id }) => isReporter(id, organisation)))
    .map(({ id, nameRu, source }) =>
      issue("organisation-without-rows", { ...source }, { value: id, name: nameRu }),
    );
}

/**
 * Count dates of the year on which an organisation was open and not counted, though it was counted
 * on another; each organisation, fact and date once.
 *
 * Only of those enrolled in the organisation's own tier: few others may be none at times.
 */
export function findMissingCounts(
  snapshot: RegisterSnapshot,
  { facts, calendar }: RegisterRules,
  budgetYear: number,
): readonly Issue[] {
  return facts
    .filter((fact) => fact.source === "headcounts")
    .filter(({ measure, yearOffset }) => measure === "enrolled" && yearOffset === 0)
    .flatMap((fact) => {
      const period = calendar.find(({ dimension }) => dimension === fact.period);
      if (period?.kind !== "date") return [];
      const dates = period.members.map(({ date }) => `${budgetYear}-${date}`);
      return findMissingCountsOf(fact, dates, snapshot);
    });
}

function findMissingCountsOf(
  fact: HeadcountFact,
  dates: readonly string[],
  { organisations, headcounts }: RegisterSnapshot,
): readonly Issue[] {
  const counted = new Map(dates.map((date) => [date, new Set<string>()]));
  for (const row of headcounts) {
    if (isCountedIn(fact, row)) counted.get(row.period)?.add(row.organisationId);
  }
  const isCounted = (id: string, date: string): boolean => counted.get(date)?.has(id) === true;
  return organisations
    .filter(
      ({ attributes }) => (fact.where.tier ?? attributes.get("tier")) === attributes.get("tier"),
    )
    .filter(({ id }) => dates.some((date) => isCounted(id, date)))
    .flatMap((organisation) => {
      const { id, nameRu, source } = organisation;
      return dates
        .filter((date) => isOpenOn(organisation, date) && !isCounted(id, date))
        .map((period) => {
          const facts = { value: id, name: nameRu, fact: fact.id, period };
          return issue("count-missing", { ...source }, facts);
        });
    });
}

function isCountedIn({ measure, where }: HeadcountFact, row: Headcount): boolean {
  if (row.measure !== measure) return false;
  return HEADCOUNT_COLUMNS.every((column) => (where[column] ?? row[column]) === row[column]);
}

function isOpenOn({ openedOn, closedOn }: Organisation, date: string): boolean {
  return openedOn <= date && (closedOn === undefined || closedOn >= date);
}

function isOpenInMonth({ openedOn, closedOn }: Organisation, month: string): boolean {
  if (openedOn.slice(0, 7) > month) return false;
  return closedOn === undefined || closedOn.slice(0, 7) >= month;
}

function isOpenInYear({ openedOn, closedOn }: Organisation, budgetYear: number): boolean {
  return (
    yearOf(openedOn) <= budgetYear && (closedOn === undefined || yearOf(closedOn) >= budgetYear)
  );
}
