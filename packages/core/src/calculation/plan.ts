/**
 * A methodology made ready for one year and one state of knowledge.
 *
 * The plan holds the wording of each formula that applies, the values as known, the days on which
 * they are read, and for each line the facts it stands on. It knows nothing of any organisation.
 */
import { type Issue, issue, present, type Result, unlessIssues } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type Formula,
  type LineDefinition,
  type Lookup,
  lookUp,
  type Methodology,
  MONTH_DIMENSION,
  usedNames,
} from "../methodology/index.ts";
import { type AsOf, type CalendarDate, dateOf, isValidOn, lastDayOfMonth } from "../time/index.ts";

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
  /** Every code of a dimension, in the order of its list. */
  readonly membersOf: (dimension: string) => readonly string[];
};

/**
 * Binds the law to a year: refused when a formula has no wording for it or uses what cannot be
 * calculated yet.
 */
export function buildPlan(methodology: Methodology, asOf: AsOf): Result<CalculationPlan> {
  const issues: Issue[] = [];
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const used = usedNames(methodology);
  const formulas = new Map<string, Formula>();
  for (const [id, versions] of methodology.formulas) {
    const wording = chooseWording(versions, yearStart, asOf);
    if (wording !== undefined) formulas.set(id, wording);
    else if (used.has(id)) issues.push(noWording(versions, asOf));
    if (used.has(id)) issues.push(...wordingsInside(versions, yearStart, asOf));
  }
  const roots = methodology.lines.flatMap(({ when, amount, place }) => [
    { expression: when, place: { ...place, path: [...(place.path ?? []), "when"] } },
    { expression: amount, place: { ...place, path: [...(place.path ?? []), "amount"] } },
  ]);
  const bodies = [...formulas.values()]
    .filter(({ id }) => used.has(id))
    .map(({ expression, place }) => ({
      expression,
      place: { ...place, path: [...(place.path ?? []), "expression"] },
    }));
  for (const { expression, place } of [...roots, ...bodies]) {
    for (const { node, construct } of notYetEvaluated(expression)) {
      issues.push(issue("not-evaluated-yet", { ...place, offset: node.span.start }, { construct }));
    }
  }
  return unlessIssues(issues, () => ({
    methodology,
    asOf,
    formulas,
    lines: methodology.lines,
    yearStart,
    monthStarts: monthDays(methodology, (month) => dateOf(asOf.budgetYear, month, 1)),
    monthEnds: monthDays(methodology, (month) => lastDayOfMonth(asOf.budgetYear, month)),
    lookUp: rememberLookups(methodology, asOf.knownOn),
    membersOf: (dimension) => [...(methodology.codeLists.get(dimension)?.codes.keys() ?? [])],
  }));
}

function chooseWording(
  versions: readonly Formula[],
  day: CalendarDate,
  { knownOn }: AsOf,
): Formula | undefined {
  return versions
    .filter(({ validity, knownFrom }) => isValidOn(validity, day) && knownFrom <= knownOn)
    .toSorted((left, right) => (left.knownFrom < right.knownFrom ? -1 : 1))
    .at(-1);
}

/** A wording that begins inside the year would be calculated for a part of it, which is not done. */
function wordingsInside(
  versions: readonly Formula[],
  yearStart: CalendarDate,
  { budgetYear, knownOn }: AsOf,
): readonly Issue[] {
  const nextYear = dateOf(budgetYear + 1, 1, 1);
  return versions
    .filter(
      ({ validity: { from }, knownFrom }) =>
        from > yearStart && from < nextYear && knownFrom <= knownOn,
    )
    .map(({ id, validity: { from }, place }) =>
      issue("wording-inside-year", place, { formula: id, from, year: `${budgetYear}` }),
    );
}

function noWording(versions: readonly Formula[], { budgetYear }: AsOf): Issue {
  const [first] = versions;
  const from = first?.validity.from.slice(0, 4) ?? "—";
  return issue(
    "year-unsupported",
    {},
    {
      year: `${budgetYear}`,
      expected: `${from} …`,
    },
  );
}

/** Sums over organisations and tables are proved and printed, but this engine does not run them. */
function notYetEvaluated(
  node: Expression,
): readonly { readonly node: Expression; readonly construct: string }[] {
  const below = childrenOf(node).flatMap(notYetEvaluated);
  if (node.kind === "total" || node.kind === "count")
    return [{ node, construct: node.kind }, ...below];
  return node.kind === "table" ? [{ node, construct: node.name }, ...below] : below;
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
