/** Facts: which rows of a register make them up, who reports them, who inherits them. */
import type { CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import { baseUnit, formatUnit, multiplyUnits } from "../money/index.ts";
import { type CalendarPeriod, HEADCOUNT_COLUMNS } from "../register/index.ts";
import { buildExpression, type FormulaContext } from "./build-formulas.ts";
import { referCause } from "./cause.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Expression } from "./expression.ts";
import type { Fact } from "./methodology.ts";
import { unitFrom } from "./names.ts";
import { referCodeList, reportRepeated } from "./references.ts";
import { suggestName } from "./suggestion.ts";
import { numberType, TRUTH } from "./value-type.ts";

type FactDocument = NonNullable<MethodologyDocument["facts"]>[number];
type HeadcountDocument = Exclude<FactDocument, { source: "facts" | "last-year" }>;

/** A fact as its document has it; its expressions are parsed when all names are known. */
export type FactEntry = Entry<FactDocument>;

const EVERYBODY: Expression = { kind: "truth", value: true, span: { start: 0, end: 0 } };
const PEOPLE = numberType(baseUnit("pupil"));

export function gatherFacts(
  definitions: Definitions,
  codeLists: CodeLists,
  calendar: readonly CalendarPeriod[],
  report: Reporter,
): ReadonlyMap<string, FactEntry> {
  const entries = byName(definitions.section("facts"), "fact", ({ fact }) => fact, report);
  for (const { value, place } of entries.values()) {
    dimensionsOf(value).forEach((name, position) => {
      const step = isHeadcount(value) ? name : position;
      const where = inside(place, "dimensions", step);
      if (name === periodOf(value)) {
        report(issue("definition-duplicate", where, { name, kind: "dimension" }));
      } else referCodeList(name, codeLists, where, report);
    });
    referCause(value.cause, place, codeLists, report);
    referPeriod(periodOf(value), calendar, inside(place, "period"), report);
    if (isHeadcount(value)) reportUnplacedColumns(value, place, report);
    else reportRepeated(value.dimensions ?? [], inside(place, "dimensions"), report);
  }
  reportUnlikeRows([...entries.values()], report);
  return entries;
}

function isHeadcount(fact: FactDocument): fact is HeadcountDocument {
  return fact.source === undefined || fact.source === "headcounts";
}

function dimensionsOf(fact: FactDocument): readonly string[] {
  return isHeadcount(fact) ? Object.keys(fact.dimensions) : (fact.dimensions ?? []);
}

function periodOf(fact: FactDocument): string | undefined {
  return fact.source === "last-year" ? undefined : fact.period;
}

function referPeriod(
  name: string | undefined,
  calendar: readonly CalendarPeriod[],
  place: Place,
  report: Reporter,
): void {
  const known = calendar.map(({ dimension }) => dimension);
  if (name === undefined || known.includes(name)) return;
  const facts = { name, kind: "calendar", suggestion: suggestName(name, known) };
  report(issue("reference-unknown", place, facts));
}

/** Every column is a dimension or fixed, and not both: otherwise rows would be added up unseen. */
function reportUnplacedColumns(fact: HeadcountDocument, place: Place, report: Reporter): void {
  const placed = [...Object.values(fact.dimensions), ...Object.keys(fact.where)];
  for (const column of HEADCOUNT_COLUMNS) {
    const times = placed.filter((each) => each === column).length;
    if (times === 1) continue;
    const facts = { expected: `${column} × 1`, found: `${column} × ${times}` };
    report(issue("document-malformed", inside(place, "dimensions"), facts));
  }
}

/** Facts of several years that are made of the same rows must read them alike. */
function reportUnlikeRows(entries: readonly FactEntry[], report: Reporter): void {
  const shapes = new Map<string, string>();
  for (const { value, place } of entries) {
    if (value.source !== "facts") continue;
    const measure = value.measure ?? value.fact;
    const found = rowShape(value);
    const expected = shapes.get(measure) ?? found;
    shapes.set(measure, expected);
    if (found !== expected) {
      report(issue("formula-signature", place, { name: measure, expected, found }));
    }
  }
}

function rowShape(fact: Extract<FactDocument, { source: "facts" }>): string {
  const { period, dimensions = [], unit, wholeNumbers = false } = fact;
  const index = [...(period === undefined ? [] : [period]), ...dimensions.toSorted()];
  return `[${index.join(", ")}] ${formatUnit(unitFrom(unit))}${wholeNumbers ? " 1, 2, 3 …" : ""}`;
}

export function buildFact({ value, place, layer }: FactEntry, context: FormulaContext): Fact {
  const scope = { dimensions: new Set<string>(), hasOrganisation: true, valuesOn: "year" as const };
  const definition = factDefinition({ value, place, layer });
  checkUnit(definition, place, context);
  const { inherited } = value;
  const reportedBy = value.source === "last-year" ? undefined : value.reportedBy;
  const reporters = inside(place, "reportedBy");
  const heirs = inside(place, "inherited");
  return {
    ...definition,
    reportedBy:
      reportedBy === undefined
        ? EVERYBODY
        : buildExpression(reportedBy, reporters, scope, TRUTH, context),
    inherited:
      inherited === undefined
        ? undefined
        : buildExpression(inherited, heirs, scope, PEOPLE, context),
  };
}

/** Last year's amounts are money of the methodology, child-months people for months. */
function checkUnit(fact: Fact, place: Place, { names, report }: FormulaContext): void {
  if (fact.source !== "last-year") return;
  const expected =
    fact.of === "amount"
      ? baseUnit(names.currency)
      : multiplyUnits(baseUnit("pupil"), baseUnit("month"));
  const facts = { expected: formatUnit(expected), found: formatUnit(unitFrom(fact.unit)) };
  if (facts.expected === facts.found) return;
  report(issue("type-mismatch", inside(place, "unit"), facts));
}

/** A fact without its expressions, as formulas see it. */
export function factDefinition({ value, place }: FactEntry): Fact {
  const { fact: id, label, unit, cause } = value;
  const common = { id, label, unit, cause, reportedBy: EVERYBODY, inherited: undefined, place };
  if (value.source === "last-year") {
    const dimensions = (value.dimensions ?? []).map((dimension) => ({ dimension }));
    const { source, of, where } = value;
    const own = { source, of, dimensions, method: where?.method };
    return { ...common, ...own, period: undefined, yearOffset: -1 };
  }
  const { period, year: yearOffset = 0 } = value;
  if (value.source === "facts") {
    const { source, measure = id, wholeNumbers: isWhole = false } = value;
    const dimensions = (value.dimensions ?? []).map((dimension) => ({ dimension }));
    return { ...common, source, measure, period, yearOffset, dimensions, isWhole };
  }
  const dimensions = Object.entries(value.dimensions).map(([dimension, column]) => ({
    dimension,
    column,
  }));
  const where = Object.fromEntries(
    Object.entries(value.where).filter(([, code]) => code !== undefined),
  );
  const { measure } = value;
  return { ...common, source: "headcounts", measure, period, yearOffset, dimensions, where };
}
