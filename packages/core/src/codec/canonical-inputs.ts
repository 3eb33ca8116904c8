/** The parts of registers, methodologies and results that decide a figure, in canonical form. */
import type { AllocationLine, CalculationPlan } from "../calculation/index.ts";
import { compareIds, compareIdTuples } from "../kernel/index.ts";
import {
  type Formula,
  type LineDefinition,
  type Methodology,
  type Parameter,
  type Provenance,
  printExpression,
} from "../methodology/index.ts";
import { formatUnit, type Ratio, reduceRatio, type Tiyn } from "../money/index.ts";
import { HEADCOUNT_COLUMNS, type RegisterSnapshot } from "../register/index.ts";
import { type Canonical, canonicalText } from "./canonical.ts";

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
    headcounts: snapshot.headcounts.map((row) => [
      row.organisationId,
      row.measure,
      row.period,
      ...HEADCOUNT_COLUMNS.map((column) => row[column]),
      row.headcount,
    ]),
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

/** A methodology: every value and rule with its ground, without labels and places. */
export function canonicalMethodology(methodology: Methodology): Canonical {
  return {
    id: methodology.id,
    currency: methodology.currency,
    codeLists: Object.fromEntries(
      [...methodology.codeLists].map(([id, { codes }]) => [
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
    formulas: [...methodology.formulas.values()]
      .flat()
      .map(canonicalFormula)
      .sort(compareCanonical),
    lines: methodology.lines.map(canonicalLine).sort(compareCanonical),
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
  const { id, unit, measure, period, dimensions, where, reportedBy } = fact;
  return {
    ...{ id, unit, measure, period },
    dimensions: dimensions.map(({ dimension, column }) => [dimension, column]),
    where: { ...where },
    reportedBy: printExpression(reportedBy),
  };
}

function canonicalParameter({ id, unit, dimensions, values }: Parameter) {
  const rows = values.map((value) => [
    ...value.key.map((code) => code ?? null),
    ratioText(value.value),
    value.validity.from,
    value.validity.to ?? "",
    value.knownFrom,
    ...ground(value),
  ]);
  return { id, unit: formatUnit(unit), dimensions, values: rows.sort(compareRows) };
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
