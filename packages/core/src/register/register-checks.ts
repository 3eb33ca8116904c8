/** What looks wrong in a register that can be read: warnings, never faults. */
import { type Issue, issue } from "../kernel/index.ts";
import { yearOf } from "../time/index.ts";
import type { Headcount, Organisation, RegisterSnapshot } from "./snapshot.ts";

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
    if (organisation === undefined || isOpenInMonth(organisation, period.slice(0, 7))) continue;
    const key = `${organisationId} ${period}`;
    if (told.has(key)) continue;
    told.add(key);
    const { openedOn, closedOn } = organisation;
    const facts = { value: period, opened: openedOn, closed: closedOn ?? "" };
    issues.push(issue("headcount-outside-life", { ...source, column: "period" }, facts));
  }
  return issues;
}

/** Organisations open on some day of the year with neither a headcount nor an estimate of it. */
export function findOrganisationsWithoutRows(
  snapshot: RegisterSnapshot,
  budgetYear: number,
): readonly Issue[] {
  const year = String(budgetYear);
  const present = new Set([
    ...snapshot.headcounts
      .filter(({ period }) => period.startsWith(year))
      .map(({ organisationId }) => organisationId),
    ...snapshot.estimates
      .filter((estimate) => estimate.budgetYear === budgetYear)
      .map(({ organisationId }) => organisationId),
  ]);
  return snapshot.organisations
    .filter(({ id }) => !present.has(id))
    .filter((organisation) => isOpenInYear(organisation, budgetYear))
    .map(({ id, nameRu, source }) =>
      issue("organisation-without-rows", { ...source }, { value: id, name: nameRu }),
    );
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
