/**
 * What a name in an expression may stand for, and what each needs in its index.
 *
 * Two names come from the calendar: `open[month]` is true when the organisation is open all of that
 * month, and `month_number[month]` is the month's number in the year.
 */
import type { CodeLists } from "../classification/index.ts";
import { present } from "../kernel/index.ts";
import { baseUnit, findUnit, type Unit } from "../money/index.ts";
import type { AttributeDefinition, CalendarPeriod } from "../register/index.ts";
import type { Fact, Grain, Parameter } from "./methodology.ts";
import { numberType, TRUTH, type ValueType } from "./value-type.ts";

export const MONTH_DIMENSION = "month";
export const OPEN = "open";
export const MONTH_NUMBER = "month_number";

/** A formula as seen from outside. */
export type FormulaSignature = { readonly grain: Grain; readonly unit: Unit | "boolean" };

/** Everything a name may refer to. */
export type Names = {
  readonly calendar: readonly CalendarPeriod[];
  readonly codeLists: CodeLists;
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly formulas: ReadonlyMap<string, FormulaSignature>;
};

/** A value that an expression may name. */
export type NamedValue = {
  readonly kind: "attribute" | "fact" | "parameter" | "formula" | "calendar";
  /** The dimensions of its index, in order. */
  readonly dimensions: readonly string[];
  readonly needsOrganisation: boolean;
  readonly type: ValueType;
};

/** What the name stands for, dimensions aside. */
export function findNamedValue(names: Names, name: string): NamedValue | undefined {
  return (
    findCalendarValue(name) ??
    findAttribute(names, name) ??
    findFact(names, name) ??
    findParameter(names, name) ??
    findFormula(names, name)
  );
}

/** All names, for suggestions. */
export function allNames(names: Names): readonly string[] {
  return [
    ...[OPEN, MONTH_NUMBER],
    ...names.attributes.keys(),
    ...names.facts.keys(),
    ...names.parameters.keys(),
    ...names.formulas.keys(),
    ...names.codeLists.keys(),
  ];
}

/** The unit of a definition whose text the document schema has checked. */
export function unitFrom(text: string): Unit {
  return present(findUnit(text), `${text} is not a unit`);
}

function findCalendarValue(name: string): NamedValue | undefined {
  const common = { kind: "calendar", dimensions: [MONTH_DIMENSION] } as const;
  if (name === OPEN) return { ...common, needsOrganisation: true, type: TRUTH };
  if (name !== MONTH_NUMBER) return undefined;
  return { ...common, needsOrganisation: false, type: numberType(baseUnit("month")) };
}

function findAttribute(names: Names, name: string): NamedValue | undefined {
  const attribute = names.attributes.get(name);
  if (attribute === undefined) return undefined;
  return {
    kind: "attribute",
    dimensions: [],
    needsOrganisation: true,
    type: attributeType(attribute),
  };
}

function attributeType({ type }: AttributeDefinition): ValueType {
  switch (type.kind) {
    case "code":
      return { kind: "code", codeList: type.codeList };
    case "codes":
      return { kind: "codes", codeList: type.codeList };
    case "number":
      return numberType(unitFrom(type.unit));
    case "date":
      return { kind: "date" };
  }
}

function findFact(names: Names, name: string): NamedValue | undefined {
  const fact = names.facts.get(name);
  if (fact === undefined) return undefined;
  const dimensions = [fact.period, ...fact.dimensions.map(({ dimension }) => dimension)];
  return {
    kind: "fact",
    dimensions,
    needsOrganisation: true,
    type: numberType(unitFrom(fact.unit)),
  };
}

function findParameter(names: Names, name: string): NamedValue | undefined {
  const parameter = names.parameters.get(name);
  if (parameter === undefined) return undefined;
  const { dimensions, unit } = parameter;
  return { kind: "parameter", dimensions, needsOrganisation: false, type: numberType(unit) };
}

function findFormula(names: Names, name: string): NamedValue | undefined {
  const formula = names.formulas.get(name);
  if (formula === undefined) return undefined;
  const { grain, unit } = formula;
  const type = unit === "boolean" ? TRUTH : numberType(unit);
  return {
    kind: "formula",
    dimensions: grain.dimensions,
    needsOrganisation: grain.hasOrganisation,
    type,
  };
}
