/**
 * Headcount rows: whose, what was counted, when and how many; each claimed by a fact of the
 * methodology.
 */
import { compareIds, issue } from "../kernel/index.ts";
import { COUNT, type Decoder, memoize } from "./cell.ts";
import {
  buildClaimReader,
  CLAIM_COLUMNS,
  type Claim,
  type ClaimReading,
  headcountFacts,
} from "./headcount-claims.ts";
import { idColumnsOf, idDecoder } from "./id-scheme.ts";
import { checkOrganisation } from "./organisation-references.ts";
import type { OrganisationsReading } from "./parse-organisations.ts";
import { expectedPeriods, findPeriod, fitsCalendar } from "./period.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { CalendarPeriod, HeadcountFact, RegisterRules } from "./register-rules.ts";
import { tellFaults } from "./repeated-faults.ts";
import { checkReporter, openReporterChecks, type ReporterChecks } from "./reporter-checks.ts";
import { KEY_SEPARATOR } from "./row-checks.ts";
import type { Headcount } from "./snapshot.ts";
import {
  type Findings,
  openTable,
  placeOf,
  readCell,
  readText,
  sourceOf,
  type TableReader,
  wantedColumn,
} from "./table-reader.ts";

const COLUMNS = ["period", ...CLAIM_COLUMNS, "headcount"];

/** What one pass over the rows carries along; everything that repeats is remembered. */
type Pass = {
  readonly reader: TableReader;
  readonly rules: RegisterRules;
  readonly organisations: OrganisationsReading;
  /** The column of the organisation. */
  readonly column: string;
  readonly decoders: { readonly id: Decoder<string>; readonly count: Decoder<number> };
  readonly claimOf: (texts: readonly string[]) => ClaimReading;
  readonly periodOf: (text: string, facts: readonly HeadcountFact[]) => PeriodReading;
  readonly reporters: ReporterChecks;
  readonly ways: Ways;
  readonly firstRows: Map<string, Map<Way, number>>;
};

/** All that a headcount's key has beside its organisation; few of them repeat in many rows. */
type Way = {
  /** The measure, the period and the dimensions as one text, by which rows are sorted. */
  readonly key: string;
  /** Its place among all, once all rows were read. */
  rank: number;
};

/** `facts` are those that have such a period. */
type PeriodReading = {
  readonly period: string | undefined;
  readonly facts: readonly HeadcountFact[];
};

/** Found by the claim, which is one for all rows that say the same, and by its period. */
type Ways = {
  readonly byKey: Map<string, Way>;
  readonly byClaim: Map<Claim, Map<string, Way>>;
};

type KeyedHeadcount = { readonly way: Way; readonly headcount: Headcount };

/** The rows without a fault, sorted by organisation, measure, period and dimensions. */
export function parseHeadcounts(
  table: RawTable,
  organisations: OrganisationsReading,
  rules: RegisterRules,
  findings: Findings,
): readonly Headcount[] {
  const column = idColumnsOf(rules.idScheme).reference;
  const pass: Pass = {
    reader: openTable(table, [column, ...COLUMNS].map(wantedColumn), findings),
    rules,
    organisations,
    column,
    decoders: { id: memoize(idDecoder(rules.idScheme)), count: memoize(COUNT) },
    claimOf: buildClaimReader(rules, table),
    periodOf: buildPeriodReader(rules),
    reporters: openReporterChecks(rules, organisations),
    ways: { byKey: new Map(), byClaim: new Map() },
    firstRows: new Map(),
  };
  const keyed: KeyedHeadcount[] = [];
  for (const row of table.rows) {
    const read = readHeadcount(pass, row);
    if (read !== undefined) keyed.push(read);
  }
  for (const fault of tellFaults(pass.reporters.misplaced)) findings.issues.push(fault);
  rankWays(pass.ways);
  return keyed.sort(compareKeyed).map(({ headcount }) => headcount);
}

function rankWays({ byKey }: Ways): void {
  const sorted = [...byKey.values()].sort((left, right) => compareIds(left.key, right.key));
  for (const [rank, way] of sorted.entries()) way.rank = rank;
}

function compareKeyed(left: KeyedHeadcount, right: KeyedHeadcount): number {
  const order = compareIds(left.headcount.organisationId, right.headcount.organisationId);
  return order === 0 ? left.way.rank - right.way.rank : order;
}

function readHeadcount(pass: Pass, row: RawRow): KeyedHeadcount | undefined {
  const { reader, decoders, column } = pass;
  const id = readCell(reader, row, column, decoders.id);
  const claim = readClaim(pass, row);
  const { period, facts } = readPeriod(pass, row, claim?.facts ?? headcountFacts(pass.rules));
  const count = readCell(reader, row, "headcount", decoders.count);
  if (id === undefined) return undefined;
  checkOrganisation(reader, row, { id, column }, pass.organisations.references);
  if (claim === undefined || period === undefined) return undefined;
  checkReporter(reader, row, { id, column }, facts, pass.reporters);
  const way = wayOf(pass.ways, claim, period);
  if (!isFirstOf(pass, row, id, way) || count === undefined) return undefined;
  const { codes } = claim;
  const headcount = {
    organisationId: id,
    measure: codes.measure,
    period,
    tier: codes.tier,
    level_or_group: codes.level_or_group,
    programme: codes.programme,
    child_category: codes.child_category,
    headcount: count,
    source: sourceOf(reader.table, row),
  };
  return { way, headcount };
}

function wayOf({ byKey, byClaim }: Ways, claim: Claim, period: string): Way {
  const periods = byClaim.get(claim) ?? new Map<string, Way>();
  byClaim.set(claim, periods);
  const known = periods.get(period);
  if (known !== undefined) return known;
  const key = [claim.codes.measure, period, claim.dimensionsKey].join(KEY_SEPARATOR);
  // Other words for the same codes are another claim, and the same way.
  const way = byKey.get(key) ?? { key, rank: 0 };
  byKey.set(key, way);
  periods.set(period, way);
  return way;
}

/** Whether no earlier row has the key; a second one is a fault that names the first row. */
function isFirstOf({ reader, firstRows }: Pass, row: RawRow, id: string, way: Way): boolean {
  const rows = firstRows.get(id) ?? new Map<Way, number>();
  firstRows.set(id, rows);
  const first = rows.get(way);
  if (first === undefined) {
    rows.set(way, row.row);
    return true;
  }
  const value = [id, way.key].join(KEY_SEPARATOR).replaceAll(KEY_SEPARATOR, " ");
  const facts = { value, first: String(first) };
  reader.findings.issues.push(issue("headcount-duplicate", placeOf(reader, row), facts));
  return false;
}

/**
 * The claim of the row's codes; nothing when a cell of them is missing or at fault, which is kept.
 */
function readClaim(pass: Pass, row: RawRow): Claim | undefined {
  const { reader } = pass;
  const texts: string[] = [];
  for (const column of CLAIM_COLUMNS) {
    const text = readText(reader, row, column);
    if (text !== undefined) texts.push(text);
  }
  if (texts.length < CLAIM_COLUMNS.length) return undefined;
  const reading = pass.claimOf(texts);
  if (reading.ok) return reading.claim;
  for (const { column, fault } of reading.faults) {
    reader.findings.issues.push(fault(placeOf(reader, row, column)));
  }
  return undefined;
}

function readPeriod(pass: Pass, row: RawRow, facts: readonly HeadcountFact[]): PeriodReading {
  const { reader, rules } = pass;
  const text = readText(reader, row, "period");
  if (text === undefined) return { period: undefined, facts: [] };
  const reading = text === "" ? { period: undefined, facts: [] } : pass.periodOf(text, facts);
  if (reading.period !== undefined) return reading;
  const expected = expectedPeriods(calendarsOf(facts, rules));
  const place = placeOf(reader, row, "period");
  const missing = issue("value-missing", place, { expected });
  const unknown = issue("period-unknown", place, { value: text, expected });
  reader.findings.issues.push(text === "" ? missing : unknown);
  return reading;
}

/** Reads periods; remembers them for each set of facts that a claim has. */
function buildPeriodReader(rules: RegisterRules): Pass["periodOf"] {
  const known = new WeakMap<readonly HeadcountFact[], Map<string, PeriodReading>>();
  return (text, facts) => {
    const readings = known.get(facts) ?? new Map<string, PeriodReading>();
    known.set(facts, readings);
    const reading = readings.get(text) ?? findPeriodOf(text, facts, rules);
    readings.set(text, reading);
    return reading;
  };
}

function findPeriodOf(
  text: string,
  facts: readonly HeadcountFact[],
  rules: RegisterRules,
): PeriodReading {
  const period = findPeriod(text);
  if (period === undefined) return { period, facts: [] };
  const fitting = facts.filter((fact) =>
    calendarsOf([fact], rules).some((calendar) => fitsCalendar(period, calendar)),
  );
  return { period: fitting.length > 0 ? period : undefined, facts: fitting };
}

function calendarsOf(
  facts: readonly HeadcountFact[],
  rules: RegisterRules,
): readonly CalendarPeriod[] {
  const names = new Set(facts.map(({ period }) => period));
  return rules.calendar.filter(({ dimension }) => names.has(dimension));
}
