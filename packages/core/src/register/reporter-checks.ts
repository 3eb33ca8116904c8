/** Rows of organisations that do not report what was counted. */
import { issue } from "../kernel/index.ts";
import type { OrganisationsReading } from "./parse-organisations.ts";
import type { RawRow } from "./raw-table.ts";
import type { FactDefinition, RegisterRules } from "./register-rules.ts";
import { countFault, type RepeatedFaults } from "./repeated-faults.ts";
import { KEY_SEPARATOR } from "./row-checks.ts";
import { placeOf, type TableReader } from "./table-reader.ts";

/** What is remembered between the rows of one table. */
export type ReporterChecks = {
  readonly organisations: OrganisationsReading;
  readonly reports: (fact: FactDefinition, organisationId: string) => boolean;
  /** One fault an organisation and what it reported, told when all rows were read. */
  readonly misplaced: RepeatedFaults;
};

export function openReporterChecks(
  rules: RegisterRules,
  organisations: OrganisationsReading,
): ReporterChecks {
  return {
    organisations,
    reports: rememberReporters(rules, organisations),
    misplaced: new Map(),
  };
}

/**
 * One of the facts must be reported by such an organisation; one that is at fault itself is not
 * asked.
 */
export function checkReporter(
  reader: TableReader,
  row: RawRow,
  { id, column }: { readonly id: string; readonly column: string },
  facts: readonly FactDefinition[],
  { organisations, reports, misplaced }: ReporterChecks,
): void {
  if (!organisations.byId.has(id) || facts.some((fact) => reports(fact, id))) return;
  const expected = facts.map((fact) => fact.id).join(" | ");
  countFault(misplaced, [id, expected].join(KEY_SEPARATOR), (count) =>
    issue("headcount-misplaced", placeOf(reader, row, column), { value: id, expected, count }),
  );
}

/** Asks the rules once for every fact and organisation. */
function rememberReporters(
  rules: RegisterRules,
  { byId }: OrganisationsReading,
): ReporterChecks["reports"] {
  const known = new Map<FactDefinition, Map<string, boolean>>();
  return (fact, organisationId) => {
    const answers = known.get(fact) ?? new Map<string, boolean>();
    known.set(fact, answers);
    const answer = answers.get(organisationId);
    if (answer !== undefined) return answer;
    const organisation = byId.get(organisationId);
    const reports = organisation !== undefined && rules.isReporter(fact.id, organisation);
    answers.set(organisationId, reports);
    return reports;
  };
}
