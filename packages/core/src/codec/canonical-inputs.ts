/** The parts of registers, methodologies and results that decide a figure, in canonical form. */
import type { AllocationLine, CalculationPlan } from "../calculation/index.ts";
import { compareIds, compareIdTuples } from "../kernel/index.ts";
import {
  BUDGET_CODE_DIMENSION,
  type Formula,
  LINE_DIMENSION,
  type LineDefinition,
  type Mapping,
  type Methodology,
  type Parameter,
  type ParameterValue,
  type Provenance,
  printExpression,
  type Table,
} from "../methodology/index.ts";
import { formatUnit, type Ratio, reduceRatio, type Tiyn } from "../money/index.ts";
import type { FactDefinition, RegisterSnapshot } from "../register/index.ts";
import { type Canonical, canonicalText } from "./canonical.ts";
import { canonicalStage } from "./canonical-stage.ts";

/** A register: the same whether it came from CSV files or from a workbook. */
export function canonicalRegister(snapshot: RegisterSnapshot): Canonical {
  return {
    organisations: snapshot.organisations.map((organisation) => ({
      id: organisation.id,
      nameRu: organisation.nameRu,
      nameKk: organisation.nameKk,
      openedOn: organisation.openedOn,
      closedOn: organisation.closedOn,
      successorIds: organisation.successorIds.toSorted(compareIds),
      attributes: Object.fromEntries(organisation.attributes),
    })),
    headcounts: () => mapEach(snapshot.headcounts, canonicalHeadcount),
    facts:
      snapshot.facts.length === 0 ? undefined : () => mapEach(snapshot.facts, canonicalFactRow),
    estimates: snapshot.estimates
      .map((estimate) => [
        estimate.lineId,
        `${estimate.budgetYear}`,
        estimate.organisationId,
        estimate.tier,
        estimate.budgetCode,
        amountText(estimate.amount),
        estimate.status,
      ])
      .sort(compareIdTuples),
    lastYear: snapshot.lastYear
      .map((line) => [
        line.organisationId,
        line.tier,
        line.budgetCode,
        line.method,
        `${line.childMonths ?? ""}`,
        amountText(line.amount),
      ])
      .sort(compareIdTuples),
  };
}

function* mapEach<Row>(
  rows: readonly Row[],
  map: (row: Row) => Canonical,
): Generator<Canonical, void, undefined> {
  for (const row of rows) yield map(row);
}

function canonicalHeadcount(row: RegisterSnapshot["headcounts"][number]): Canonical {
  const { organisationId, measure, period, tier, level_or_group, programme } = row;
  const dimensions = [tier, level_or_group, programme, row.child_category];
  return [organisationId, measure, period, ...dimensions, row.headcount];
}

function canonicalFactRow(row: RegisterSnapshot["facts"][number]): readonly string[] {
  return [row.organisationId, row.fact, row.period, row.key, row.value];
}

/** A methodology: every value and rule with its ground, without labels and places. */
export function canonicalMethodology(methodology: Methodology): Canonical {
  return {
    id: methodology.id,
    currency: methodology.currency,
    codeLists: Object.fromEntries(
      [...methodology.codeLists]
        .filter(([id]) => id !== LINE_DIMENSION && id !== BUDGET_CODE_DIMENSION)
        .map(([id, { codes }]) => [
          id,
          [...codes.values()].map(({ code, properties }) => [code, properties]),
        ]),
    ),
    calendar: methodology.calendar.map(({ dimension, kind, members }) => ({
      dimension,
      kind,
      members: members.map(({ code, date }) => [code, date]),
    })),
    attributes: [...methodology.attributes.values()].map(canonicalAttribute).sort(compareCanonical),
    facts: [...methodology.facts.values()].map(canonicalFact).sort(compareCanonical),
    parameters: [...methodology.parameters.values()].map(canonicalParameter).sort(compareCanonical),
    tables: listOrNothing([...methodology.tables.values()].map(canonicalTable)),
    mappings: listOrNothing([...methodology.mappings.values()].map(canonicalMapping)),
    formulas: [...methodology.formulas.values()]
      .flat()
      .map(canonicalFormula)
      .sort(compareCanonical),
    lines: methodology.lines.map(canonicalLine).sort(compareCanonical),
    stages: listOrNothing(methodology.stages.map((each) => canonicalStage(each, ground(each)))),
  };
}

/** A result: its lines, the year and the state of knowledge. */
export function canonicalResult(
  { asOf }: CalculationPlan,
  lines: readonly AllocationLine[],
): Canonical {
  return {
    budgetYear: asOf.budgetYear,
    knownOn: asOf.knownOn,
    lines: lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
      ...[organisationId, tier, budgetCode, method],
      amountText(amount),
    ]),
  };
}

function canonicalAttribute(
  attribute: Methodology["attributes"] extends ReadonlyMap<string, infer Value> ? Value : never,
) {
  const { id, type, column, derivation, isOptional } = attribute;
  return { id, type: { ...type }, column, derivation: derivation && { ...derivation }, isOptional };
}

function canonicalFact(
  fact: Methodology["facts"] extends ReadonlyMap<string, infer Value> ? Value : never,
) {
  const { id, unit, period, yearOffset, reportedBy, inherited } = fact;
  return {
    ...{ id, unit, period, ...canonicalRows(fact) },
    reportedBy: printExpression(reportedBy),
    year: yearOffset === 0 ? undefined : yearOffset,
    inherited: inherited && printExpression(inherited),
  };
}

/** Which rows make a fact up; headcounts are not named, as they were the first there were. */
function canonicalRows(fact: FactDefinition) {
  switch (fact.source) {
    case "headcounts":
      return {
        measure: fact.measure,
        dimensions: fact.dimensions.map(({ dimension, column }) => [dimension, column]),
        where: { ...fact.where },
      };
    case "facts": {
      const { source, measure, isWhole } = fact;
      return { source, measure, isWhole, dimensions: fact.dimensions.map(canonicalDimension) };
    }
    case "last-year": {
      const { source, of, method } = fact;
      return { source, of, method, dimensions: fact.dimensions.map(canonicalDimension) };
    }
  }
}

function canonicalDimension({ dimension }: { readonly dimension: string }): string {
  return dimension;
}

function canonicalParameter({ id, unit, dimensions, values }: Parameter) {
  const rows = values.map((value) => canonicalDated(value, ratioText(value.value)));
  return { id, unit: formatUnit(unit), dimensions, values: rows.sort(compareRows) };
}

function canonicalTable({ id, operandUnit, unit, dimensions, values }: Table) {
  const rows = values.map((each) => {
    const points = each.points.map(({ from, value }) => [ratioText(from), ratioText(value)]);
    return canonicalDated(each, points);
  });
  const units = { operandUnit: formatUnit(operandUnit), unit: formatUnit(unit) };
  return { id, ...units, dimensions, values: rows.sort(compareRows) };
}

function canonicalDated(
  dated: Provenance & Pick<ParameterValue, "key" | "validity" | "knownFrom">,
  value: Canonical,
): readonly Canonical[] {
  const { key, validity, knownFrom } = dated;
  const codes = key.map((code) => code ?? null);
  return [...codes, value, validity.from, validity.to ?? "", knownFrom, ...ground(dated)];
}

function canonicalMapping({ id, from, to, codes }: Mapping) {
  return { id, from, to, codes: Object.fromEntries(codes) };
}

/** A kind of definition that a methodology may lack leaves no trace where it is lacking. */
function listOrNothing<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items.toSorted(compareCanonical);
}

function canonicalFormula(formula: Formula) {
  const { id, grain, unit, valuesOn, validity, knownFrom, expression } = formula;
  return {
    id: `${id}|${validity.from}|${knownFrom}`,
    grain: [grain.hasOrganisation ? "organisation" : "", ...grain.dimensions],
    unit: unit === "boolean" ? unit : formatUnit(unit),
    valuesOn,
    validTo: validity.to,
    expression: printExpression(expression),
    ground: ground(formula),
  };
}

function canonicalLine(line: LineDefinition) {
  const { id, tier, budgetCode, method, when, amount, headcount, rounding } = line;
  return {
    ...{ id, tier, budgetCode, method, rounding },
    when: printExpression(when),
    amount: printExpression(amount),
    headcount: headcount && printExpression(headcount),
    exists: line.exists === "when" ? line.exists : undefined,
    ground: ground(line),
  };
}

function ground({ status, provision, source }: Provenance): readonly string[] {
  return [status, provision?.id ?? "", source ?? ""];
}

function amountText(amount: Tiyn): string {
  return amount.toString();
}

/** Equal values are equal here, however their digits were written. */
function ratioText(value: Ratio): string {
  const { numerator, denominator } = reduceRatio(value);
  return `${numerator}/${denominator}`;
}

function compareRows(left: Canonical, right: Canonical): number {
  return compareIds(canonicalText(left), canonicalText(right));
}

function compareCanonical(left: { readonly id: string }, right: { readonly id: string }): number {
  return compareIds(left.id, right.id);
}
