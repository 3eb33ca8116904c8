/**
 * The wording of each formula that holds for a year, as known, and what stands in the way of using
 * it.
 *
 * Only what a line reaches through the chosen wordings matters: a helper of an older wording may
 * have ended with it.
 */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type Formula,
  type Methodology,
  namesIn,
  reachableNames,
} from "../methodology/index.ts";
import { type AsOf, type CalendarDate, dateOf, isValidOn } from "../time/index.ts";

export type ChosenWordings = {
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly issues: readonly Issue[];
};

/** The longest way down through formulas and their brackets that is followed. */
export const FORMULA_HEIGHT_LIMIT = 500;

type Root = { readonly expression: Expression; readonly place: Place };

export function chooseWordings(methodology: Methodology, asOf: AsOf): ChosenWordings {
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const chosen = new Map<string, Formula>();
  for (const [id, versions] of methodology.formulas) {
    const wording = chooseWording(versions, yearStart, asOf);
    if (wording !== undefined) chosen.set(id, wording);
  }
  const roots = rootsOf(methodology);
  const edges = new Map([...chosen].map(([id, { expression }]) => [id, namesIn(expression)]));
  const used = reachableNames(
    roots.flatMap(({ expression }) => namesIn(expression)),
    edges,
  );
  const reached = new Map([...chosen].filter(([id]) => used.has(id)));
  const bodies = [...reached.values()].map(({ expression, place }) => ({
    expression,
    place: { ...place, path: [...(place.path ?? []), "expression"] },
  }));
  const issues = [
    ...[...methodology.formulas].flatMap(([id, versions]) =>
      used.has(id) ? wordingIssues(versions, chosen.has(id), yearStart, asOf) : [],
    ),
    ...[...roots, ...bodies].flatMap(notYetEvaluated),
    ...tooHigh(reached),
  ];
  return { formulas: chosen, issues: once(issues) };
}

/** A year that no formula knows is told once, not for each of them. */
function once(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}

/** Everything that is asked of an organisation before any formula is. */
function rootsOf({ lines, facts }: Methodology): readonly Root[] {
  const at = (place: Place, step: string): Place => ({
    ...place,
    path: [...(place.path ?? []), step],
  });
  return [
    ...lines.flatMap(({ when, amount, headcount, place }) => [
      { expression: when, place: at(place, "when") },
      { expression: amount, place: at(place, "amount") },
      ...(headcount === undefined
        ? []
        : [{ expression: headcount, place: at(place, "headcount") }]),
    ]),
    ...[...facts.values()].map(({ reportedBy, place }) => ({
      expression: reportedBy,
      place: at(place, "reportedBy"),
    })),
  ];
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

/**
 * No wording on 1 January, or one that begins or ends inside the year: it would be calculated for a
 * part of the year, which is not done.
 */
function wordingIssues(
  versions: readonly Formula[],
  isChosen: boolean,
  yearStart: CalendarDate,
  { budgetYear, knownOn }: AsOf,
): readonly Issue[] {
  const year = `${budgetYear}`;
  const nextYear = dateOf(budgetYear + 1, 1, 1);
  const known = versions.filter(({ knownFrom }) => knownFrom <= knownOn);
  const isInside = (day: CalendarDate | undefined): boolean =>
    day !== undefined && day > yearStart && day < nextYear;
  const changes = [
    ...known.map(({ validity, ...rest }) => ({ ...rest, day: validity.from })),
    ...known.map(({ validity, ...rest }) => ({ ...rest, day: validity.to })),
  ];
  const inside = changes
    .filter(({ day }) => isInside(day))
    .map(({ id, place, day = nextYear }) =>
      issue("wording-inside-year", place, { formula: id, from: day, year }),
    );
  if (isChosen || inside.length > 0) return inside.slice(0, 1);
  const [first] = versions;
  const expected = `${first?.validity.from.slice(0, 4) ?? "—"} …`;
  return [issue("year-unsupported", {}, { year, expected })];
}

/** Sums over organisations and tables are proved and printed, but this engine does not run them. */
function notYetEvaluated({ expression, place }: Root): readonly Issue[] {
  const below = childrenOf(expression).flatMap((child) =>
    notYetEvaluated({ expression: child, place }),
  );
  const construct = constructOf(expression);
  if (construct === undefined) return below;
  const where = { ...place, offset: expression.span.start };
  return [issue("not-evaluated-yet", where, { construct }), ...below];
}

function constructOf(node: Expression): string | undefined {
  if (node.kind === "table") return node.name;
  return node.kind === "total" || node.kind === "count" ? node.kind : undefined;
}

/** Formulas that lie too deep on others to be followed. */
function tooHigh(formulas: ReadonlyMap<string, Formula>): readonly Issue[] {
  const heights = new Map<string, number>();
  const heightOf = (node: Expression, above: number): number => {
    if (above > FORMULA_HEIGHT_LIMIT) return 1;
    let height = 0;
    const reach = (found: number): void => {
      if (found > height) height = found;
    };
    for (const child of childrenOf(node)) reach(heightOf(child, above + 1));
    if (node.kind === "name") reach(heightOfFormula(node.name, above + 1));
    return height + 1;
  };
  const heightOfFormula = (name: string, above: number): number => {
    const formula = formulas.get(name);
    if (formula === undefined) return 0;
    const height = heights.get(name) ?? heightOf(formula.expression, above);
    heights.set(name, height);
    return height;
  };
  return [...formulas.values()]
    .filter(({ id }) => heightOfFormula(id, 0) > FORMULA_HEIGHT_LIMIT)
    .map(({ place }) => issue("expression-too-large", place, { limit: `${FORMULA_HEIGHT_LIMIT}` }));
}
