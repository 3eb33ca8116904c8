/** A register from its tables: all of it, or every fault of every table. */
import { compareIds, type Issue, issue, type Result, unlessIssues } from "../kernel/index.ts";
import { findAbsentOrganisations } from "./organisation-references.ts";
import { parseEstimates } from "./parse-estimates.ts";
import { parseFacts } from "./parse-facts.ts";
import { parseHeadcounts } from "./parse-headcounts.ts";
import { parseLastYear } from "./parse-last-year.ts";
import { type OrganisationsReading, parseOrganisations } from "./parse-organisations.ts";
import type { RawTable } from "./raw-table.ts";
import { findHeadcountsOutsideLife } from "./register-checks.ts";
import type { RegisterRules } from "./register-rules.ts";
import type { RegisterSnapshot } from "./snapshot.ts";
import type { Findings } from "./table-reader.ts";

/** The tables of a register, before they are understood. */
export type RegisterTables = {
  /** One table, or the sheets that together are one list. */
  readonly organisations: readonly RawTable[];
  readonly headcounts: RawTable | undefined;
  readonly facts: RawTable | undefined;
  readonly estimates: RawTable | undefined;
  readonly lastYear: RawTable | undefined;
};

/** A register without faults. */
export type ParsedRegister = {
  readonly snapshot: RegisterSnapshot;
  readonly warnings: readonly Issue[];
};

/** The snapshot with what looks strange in it, or every fault with file, sheet, row and column. */
export function parseRegister(
  tables: RegisterTables,
  rules: RegisterRules,
): Result<ParsedRegister> {
  const { parsed, issues } = readTables(tables, rules);
  return unlessIssues(issues, () => parsed);
}

/**
 * The faults of the tables that could be read, for a register whose other files could not.
 *
 * Without organisations nobody is called unknown: an empty list stands for a file that was not
 * read.
 */
export function findRegisterFaults(tables: RegisterTables, rules: RegisterRules): readonly Issue[] {
  return readTables(tables, rules).issues;
}

function readTables(
  tables: RegisterTables,
  rules: RegisterRules,
): { readonly parsed: ParsedRegister; readonly issues: readonly Issue[] } {
  const findings: Findings = { issues: [], warnings: [] };
  checkFilled(tables.organisations, findings);
  if (tables.headcounts !== undefined) checkFilled([tables.headcounts], findings);
  if (tables.facts !== undefined) checkFilled([tables.facts], findings);
  const read = parseOrganisations(tables.organisations, rules, findings);
  const snapshot = {
    organisations: sortedOrganisations(read),
    headcounts: parseTable(tables.headcounts, (table) =>
      parseHeadcounts(table, read, rules, findings),
    ),
    facts: parseTable(tables.facts, (table) => parseFacts(table, read, rules, findings)),
    estimates: parseTable(tables.estimates, (table) =>
      parseEstimates(table, read.references, rules, findings),
    ),
    lastYear: parseTable(tables.lastYear, (table) =>
      parseLastYear(table, read.references, rules, findings),
    ),
  };
  const issues = [...findings.issues, ...findAbsentOrganisations(read.references)];
  const outsideLife = findHeadcountsOutsideLife(snapshot.headcounts, read.byId);
  const warnings = [...findings.warnings, ...outsideLife];
  return { parsed: { snapshot, warnings: onceEach(warnings) }, issues: onceEach(issues) };
}

/** A cell merged over several rows of a sheet is read, and at fault, for each; it is told once. */
function onceEach(issues: readonly Issue[]): readonly Issue[] {
  const told = new Set<string>();
  return issues.filter((each) => {
    if (each.place.sheet === undefined) return true;
    const text = JSON.stringify(each);
    const isFirst = !told.has(text);
    told.add(text);
    return isFirst;
  });
}

/** Organisations, headcounts and facts need rows, at least in one of their sheets. */
function checkFilled(tables: readonly RawTable[], { issues }: Findings): void {
  const [first] = tables;
  const isEmpty = tables.every(
    ({ rows, brokenRows = [] }) => rows.length + brokenRows.length === 0,
  );
  if (first !== undefined && isEmpty) issues.push(issue("table-empty", { file: first.file }, {}));
}

function parseTable<Row>(
  table: RawTable | undefined,
  parse: (table: RawTable) => readonly Row[],
): readonly Row[] {
  return table === undefined ? [] : parse(table);
}

function sortedOrganisations({ byId }: OrganisationsReading): RegisterSnapshot["organisations"] {
  return [...byId.values()].sort((left, right) => compareIds(left.id, right.id));
}
