/**
 * The wording of each formula that holds for a year, as known, and what stands in the way of using
 * it.
 *
 * Only what a line reaches through the chosen wordings matters: a helper of an older wording may
 * have ended with it.
 */
import { type Issue, issue } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  expressionsOfStage,
  type Formula,
  type Methodology,
  namesIn,
  reachableNames,
  type Stage,
} from "../methodology/index.ts";
import { type AsOf, type CalendarDate, dateOf, isValidOn } from "../time/index.ts";

export type ChosenWordings = {
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly issues: readonly Issue[];
};

/** The longest way down through formulas and their brackets that is followed. */
export const FORMULA_HEIGHT_LIMIT = 500;

export function chooseWordings(methodology: Methodology, asOf: AsOf): ChosenWordings {
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const chosen = new Map<string, Formula>();
  for (const [id, versions] of methodology.formulas) {
    const wording = chooseWording(versions, yearStart, asOf);
    if (wording !== undefined) chosen.set(id, wording);
  }
  const names = rootsOf(methodology, asOf).flatMap(namesIn);
  return { formulas: chosen, issues: wordingFaults(names, methodology, chosen, asOf) };
}

/** What stands in the way of asking these names, and all that they stand on, for the year. */
export function wordingFaults(
  names: readonly string[],
  methodology: Methodology,
  chosen: ReadonlyMap<string, Formula>,
  asOf: AsOf,
): readonly Issue[] {
  const edges = new Map([...chosen].map(([id, { expression }]) => [id, namesIn(expression)]));
  const used = reachableNames(names, edges);
  const reached = new Map([...chosen].filter(([id]) => used.has(id)));
  return once([
    ...[...methodology.formulas].flatMap(([id, versions]) =>
      used.has(id) ? wordingIssues(versions, chosen.has(id), asOf) : [],
    ),
    ...tooHigh(reached),
  ]);
}

/** A year that no formula knows is told once, not for each of them. */
function once(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}

/** Everything that is asked of an organisation, or of the city, before any formula is. */
function rootsOf(methodology: Methodology, asOf: AsOf): readonly Expression[] {
  const { lines, facts } = methodology;
  return [
    ...lines.flatMap(({ when, amount, headcount }) => [when, amount, ...ifAny(headcount)]),
    ...[...facts.values()].flatMap(({ reportedBy, inherited }) => [
      reportedBy,
      ...ifAny(inherited),
    ]),
    ...chooseStages(methodology, asOf).stages.flatMap((stage) =>
      expressionsOfStage(stage).map(({ expression }) => expression),
    ),
  ];
}

function ifAny(expression: Expression | undefined): readonly Expression[] {
  return expression === undefined ? [] : [expression];
}

export type ChosenStages = {
  /** The stages that hold on 1 January of the year, as known, by order. */
  readonly stages: readonly Stage[];
  readonly issues: readonly Issue[];
};

/** A stage without a wording for the year is not there; one that changes inside it is refused. */
export function chooseStages({ stages }: Methodology, asOf: AsOf): ChosenStages {
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const ids = [...new Set(stages.map(({ id }) => id))];
  const versions = ids.map((id) => stages.filter((stage) => stage.id === id));
  return {
    stages: versions
      .flatMap((each) => chooseWording(each, yearStart, asOf) ?? [])
      .toSorted((left, right) => left.order - right.order),
    issues: versions.flatMap((each) => changesInside(each, asOf)),
  };
}

function chooseWording<Version extends Pick<Formula, "validity" | "knownFrom">>(
  versions: readonly Version[],
  day: CalendarDate,
  { knownOn }: AsOf,
): Version | undefined {
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
  asOf: AsOf,
): readonly Issue[] {
  const inside = changesInside(versions, asOf);
  if (isChosen || inside.length > 0) return inside;
  const [first] = versions;
  const expected = `${first?.validity.from.slice(0, 4) ?? "—"} …`;
  return [issue("year-unsupported", {}, { year: `${asOf.budgetYear}`, expected })];
}

/** The first wording that begins or ends inside the year, as known. */
function changesInside(
  versions: readonly Pick<Formula, "id" | "place" | "validity" | "knownFrom">[],
  { budgetYear, knownOn }: AsOf,
): readonly Issue[] {
  const yearStart = dateOf(budgetYear, 1, 1);
  const nextYear = dateOf(budgetYear + 1, 1, 1);
  const known = versions.filter(({ knownFrom }) => knownFrom <= knownOn);
  const changes = [
    ...known.map(({ validity, ...rest }) => ({ ...rest, day: validity.from })),
    ...known.map(({ validity, ...rest }) => ({ ...rest, day: validity.to })),
  ];
  return changes
    .flatMap(({ id, place, day }) =>
      day !== undefined && day > yearStart && day < nextYear
        ? [issue("wording-inside-year", place, { formula: id, from: day, year: `${budgetYear}` })]
        : [],
    )
    .slice(0, 1);
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
