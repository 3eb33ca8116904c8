/**
 * A methodology made ready for one year and one state of knowledge.
 *
 * The plan holds the wording of each formula that applies, the values as known, the days on which
 * they are read, and for each line the facts it stands on. It knows nothing of any organisation.
 */
import { present, type Result, unlessIssues } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type Formula,
  type LineDefinition,
  type Lookup,
  lookUp,
  type Methodology,
  MONTH_DIMENSION,
  type ParameterValue,
  type Stage,
  type TableValue,
} from "../methodology/index.ts";
import { findDecimal, ratioOfDecimal } from "../money/index.ts";
import { type AsOf, type CalendarDate, dateOf, lastDayOfMonth } from "../time/index.ts";
import { chooseStages, chooseWordings } from "./chosen-wordings.ts";
import type { FactUse } from "./fact-use.ts";

export type CalculationPlan = {
  readonly methodology: Methodology;
  readonly asOf: AsOf;
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly lines: readonly LineDefinition[];
  /** The stages of the year, by order. */
  readonly stages: readonly Stage[];
  readonly yearStart: CalendarDate;
  /** The first and the last day of each month, by the month's code. */
  readonly monthStarts: ReadonlyMap<string, CalendarDate>;
  readonly monthEnds: ReadonlyMap<string, CalendarDate>;
  /** What `lookUp` asks, by parameter. */
  readonly parameterFinders: ReadonlyMap<string, Finder<ParameterValue>>;
  /** The value of a parameter for a full key on a day, as known. */
  readonly lookUp: (parameter: string, key: readonly string[], day: CalendarDate) => Lookup;
  /** The points of a table for a full key on a day, as known. */
  readonly lookUpTable: (
    table: string,
    key: readonly string[],
    day: CalendarDate,
  ) => Lookup<TableValue>;
  /** Facts under each formula at each index, found out once; see fact-uses.ts. */
  readonly knownUses: Map<string, readonly FactUse[]>;
  /** Whether some figure of an organisation stands on other organisations. */
  readonly looksAcross: boolean;
  /** Every code of a dimension, in the order of its list. */
  readonly membersOf: (dimension: string) => readonly string[];
};

/**
 * Binds the law to a year: refused when a formula has no wording for it or uses what cannot be
 * calculated yet.
 */
export function buildPlan(methodology: Methodology, asOf: AsOf): Result<CalculationPlan> {
  const yearStart = dateOf(asOf.budgetYear, 1, 1);
  const { formulas, issues } = chooseWordings(methodology, asOf);
  const { stages, issues: stageIssues } = chooseStages(methodology, asOf);
  const parameterFinders = finders(methodology.parameters, asOf.knownOn);
  return unlessIssues([...issues, ...stageIssues], () => ({
    methodology,
    asOf,
    formulas,
    lines: methodology.lines,
    stages,
    yearStart,
    monthStarts: monthDays(methodology, (month) => dateOf(asOf.budgetYear, month, 1)),
    monthEnds: monthDays(methodology, (month) => lastDayOfMonth(asOf.budgetYear, month)),
    parameterFinders,
    lookUp: findIn("parameter", parameterFinders),
    lookUpTable: findIn("table", finders(methodology.tables, asOf.knownOn)),
    knownUses: new Map(),
    looksAcross: standsOnOthers(formulas, methodology.lines, stages),
    membersOf: (dimension) => [...(methodology.codeLists.get(dimension)?.codes.keys() ?? [])],
  }));
}

function standsOnOthers(
  formulas: CalculationPlan["formulas"],
  lines: CalculationPlan["lines"],
  stages: CalculationPlan["stages"],
): boolean {
  return stages.length > 0 || [...formulas.values()].some(hasTotal) || lines.some(lineHasTotal);
}

function hasTotal({ expression }: { readonly expression: Expression }): boolean {
  return looksAcross(expression);
}

function lineHasTotal({ when, amount, headcount }: LineDefinition): boolean {
  return [when, amount, ...(headcount === undefined ? [] : [headcount])].some(looksAcross);
}

/** Whether an expression adds up or counts over organisations. */
export function looksAcross(node: Expression): boolean {
  return node.kind === "total" || node.kind === "count" || childrenOf(node).some(looksAcross);
}

function monthDays(
  { calendar }: Methodology,
  dayOf: (month: number) => CalendarDate,
): ReadonlyMap<string, CalendarDate> {
  const months = calendar.find(({ dimension }) => dimension === MONTH_DIMENSION)?.members ?? [];
  return new Map(months.map(({ code }) => [code, dayOf(Number(code))]));
}

type Dated = Pick<ParameterValue, "key" | "validity" | "knownFrom">;
/** Finds the values of one definition, each once. */
type Finder<Value extends Dated> = (key: readonly string[], day: CalendarDate) => Lookup<Value>;

function finders<Value extends Dated>(
  definitions: ReadonlyMap<string, { readonly values: readonly Value[] }>,
  knownOn: CalendarDate,
): Map<string, Finder<Value>> {
  return new Map([...definitions].map(([id, each]) => [id, createFinder(each.values, knownOn)]));
}

function createFinder<Value extends Dated>(
  values: readonly Value[],
  knownOn: CalendarDate,
): Finder<Value> {
  const remembered = new Map<string, Lookup<Value>>();
  const candidatesOf = byFullKey(values);
  return (key, day) => {
    const own = key.join("|");
    const name = `${own}|${day}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const found = lookUp({ values: candidatesOf(own) }, key, day, knownOn);
    remembered.set(name, found);
    return found;
  };
}

/** The values that may hold for a full key: those of that very key, and those of several keys. */
function byFullKey<Value extends Dated>(
  values: readonly Value[],
): (key: string) => readonly Value[] {
  const ofKey = new Map<string, Value[]>();
  const ofSeveral: Value[] = [];
  for (const value of values) {
    if (value.key.includes(undefined)) {
      ofSeveral.push(value);
      continue;
    }
    const key = value.key.join("|");
    const same = ofKey.get(key);
    if (same === undefined) ofKey.set(key, [value]);
    else same.push(value);
  }
  return (key) => {
    const own = ofKey.get(key) ?? [];
    return ofSeveral.length === 0 ? own : [...own, ...ofSeveral];
  };
}

function findIn<Value extends Dated>(kind: string, known: ReadonlyMap<string, Finder<Value>>) {
  return (id: string, key: readonly string[], day: CalendarDate): Lookup<Value> =>
    present(known.get(id), `${kind} ${id}`)(key, day);
}

/** What of the law may be others in a plan that is otherwise the same. */
export type LawParts = Partial<
  Pick<Methodology, "parameters" | "tables"> &
    Pick<CalculationPlan, "formulas" | "lines" | "stages">
>;

/**
 * The plan with other parts of the law, of the same year and state of knowledge; what is the very
 * same as before keeps what was found of it.
 */
export function planWithLaw(plan: CalculationPlan, law: LawParts): CalculationPlan {
  const { methodology, asOf } = plan;
  const { formulas = plan.formulas, lines = plan.lines, stages = plan.stages } = law;
  const { parameters = methodology.parameters, tables = methodology.tables } = law;
  const hasTexts = [law.formulas, law.lines, law.stages].some((part) => part !== undefined);
  const parameterFinders = renewFinders(
    plan.parameterFinders,
    methodology.parameters,
    parameters,
    asOf.knownOn,
  );
  return {
    ...plan,
    methodology: {
      ...{ ...methodology, parameters, tables, lines },
      // Stages of other years stay: their results may be named in this one.
      stages: law.stages ?? methodology.stages,
    },
    ...{ formulas, lines, stages, parameterFinders },
    lookUp: findIn("parameter", parameterFinders),
    ...(law.tables === undefined
      ? {}
      : { lookUpTable: findIn("table", finders(tables, asOf.knownOn)) }),
    ...(hasTexts
      ? { knownUses: new Map(), looksAcross: standsOnOthers(formulas, lines, stages) }
      : {}),
  };
}

function renewFinders<Definition extends { readonly values: readonly Dated[] }>(
  known: ReadonlyMap<string, Finder<Definition["values"][number]>>,
  before: ReadonlyMap<string, Definition>,
  now: ReadonlyMap<string, Definition>,
  knownOn: CalendarDate,
): Map<string, Finder<Definition["values"][number]>> {
  return new Map(
    [...now].map(([id, each]) => {
      const found = before.get(id) === each ? known.get(id) : undefined;
      return [id, found ?? createFinder(each.values, knownOn)];
    }),
  );
}

/**
 * The plan with other digits for one value of a parameter, by its place among the values; all else
 * is shared. Digits that are no decimal, or a value that is not there, are a bug of the caller.
 */
export function planWithValue(
  plan: CalculationPlan,
  parameter: string,
  place: number,
  digits: string,
): CalculationPlan {
  const { parameters } = plan.methodology;
  const definition = present(parameters.get(parameter), `parameter ${parameter}`);
  const value = ratioOfDecimal(present(findDecimal(digits), `${digits} is a decimal`));
  const old = present(definition.values[place], `value ${place} of ${parameter}`);
  const values = definition.values.with(place, { ...old, digits, value });
  return planWithLaw(plan, {
    parameters: new Map(parameters).set(parameter, { ...definition, values }),
  });
}
