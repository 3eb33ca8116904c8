/**
 * What a name in an expression may stand for, and what each needs in its index.
 *
 * Two names come from the calendar: `open[month]` is true when the organisation is open all of that
 * month, and `month_number[month]` is the month's number in the year. `line_amount[line]` is what a
 * line came to before any stage; a stage `s` that changes lines gives `s.before[line]`,
 * `s.after[line]` and `s.change[line]`, a pool also `s.pool` and `s.left` of its group.
 */
import type { CodeLists } from "../classification/index.ts";
import { present } from "../kernel/index.ts";
import { baseUnit, findUnit, type Unit } from "../money/index.ts";
import { type AttributeDefinition, type CalendarPeriod, factIndex } from "../register/index.ts";
import type { Fact, Grain, Mapping, Parameter, Table } from "./methodology.ts";
import {
  LINE_DIMENSION,
  LINE_GROUPS,
  linesOfStage,
  ORGANISATION_GROUP,
  type Stage,
  type StageBy,
  type StageResult,
} from "./stage.ts";
import { numberType, TRUTH, type ValueType } from "./value-type.ts";

export const MONTH_DIMENSION = "month";
export const OPEN = "open";
export const MONTH_NUMBER = "month_number";
export const LINE_AMOUNT = "line_amount";

/** A formula as seen from outside. */
export type FormulaSignature = { readonly grain: Grain; readonly unit: Unit | "boolean" };

/** A stage as seen from outside. */
export type StageSignature = {
  readonly kind: Stage["kind"];
  readonly by: StageBy;
  readonly rates: readonly { readonly id: string; readonly unit: Unit }[];
  /** The lines it may touch, for which alone it has results. */
  readonly lines: readonly string[];
};

/** Everything a name may refer to. */
export type Names = {
  readonly calendar: readonly CalendarPeriod[];
  readonly codeLists: CodeLists;
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly formulas: ReadonlyMap<string, FormulaSignature>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly stageSignatures: ReadonlyMap<string, StageSignature>;
  /** The unit of amounts. */
  readonly currency: string;
};

/** A value that an expression may name. */
export type NamedValue = {
  readonly kind:
    | "attribute"
    | "fact"
    | "parameter"
    | "formula"
    | "calendar"
    | "mapping"
    | "line-amount"
    | "stage"
    | "rate";
  /** The dimensions of its index, in order. */
  readonly dimensions: readonly string[];
  readonly needsOrganisation: boolean;
  readonly type: ValueType;
  /** Of the codes of its dimension those for which there is a value; all when absent. */
  readonly codes?: readonly string[];
};

/** What the name stands for, dimensions aside. */
export function findNamedValue(names: Names, name: string): NamedValue | undefined {
  return (
    findCalendarValue(name) ??
    findAttribute(names, name) ??
    findFact(names, name) ??
    findParameter(names, name) ??
    findFormula(names, name) ??
    findMapping(names, name) ??
    findLineAmount(names, name) ??
    findStageValue(names, name) ??
    findRate(names, name)
  );
}

/** The signatures of stages that are read. */
export function signaturesOf(stages: readonly Stage[]): Names["stageSignatures"] {
  return signaturesOfHeads(stages.map((stage) => ({ ...stage, touched: linesOfStage(stage) })));
}

/** What a stage shows of itself, before or after its expressions are read. */
type StageHead = {
  readonly id: string;
  readonly kind: Stage["kind"];
  readonly by?: StageBy | undefined;
  readonly rates?: StageSignature["rates"];
  readonly touched: readonly string[];
};

/** What the rest of a methodology sees of its stages: all that any wording of a stage gives. */
export function signaturesOfHeads(stages: readonly StageHead[]): Names["stageSignatures"] {
  const found = new Map<string, StageSignature>();
  for (const { id, kind, by = [], rates = [], touched } of stages) {
    const known = found.get(id) ?? { kind, by, rates: [], lines: [] };
    const more = rates.filter((rate) => known.rates.every((each) => each.id !== rate.id));
    const isRicher = resultsOf(kind).length > resultsOf(known.kind).length;
    const shown = isRicher ? { kind, by } : { kind: known.kind, by: known.by };
    const lines = [...new Set([...known.lines, ...touched])];
    found.set(id, { ...shown, rates: [...known.rates, ...more], lines });
  }
  return found;
}

/** All names, for suggestions. */
export function allNames(names: Names): readonly string[] {
  return [
    ...[OPEN, MONTH_NUMBER, LINE_AMOUNT],
    ...names.attributes.keys(),
    ...names.facts.keys(),
    ...names.parameters.keys(),
    ...names.formulas.keys(),
    ...names.mappings.keys(),
    ...[...names.stageSignatures].flatMap(([id, { kind, rates }]) => [
      ...resultsOf(kind).map((result) => `${id}.${result}`),
      ...rates.map((rate) => rate.id),
    ]),
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

function attributeType({ id, type }: AttributeDefinition): ValueType {
  switch (type.kind) {
    case "code":
      return { kind: "code", codeList: type.codeList };
    case "codes":
      return { kind: "codes", codeList: type.codeList };
    case "group":
      return { kind: "group", attribute: id };
    case "number":
      return numberType(unitFrom(type.unit));
    case "date":
      return { kind: "date" };
  }
}

function findFact(names: Names, name: string): NamedValue | undefined {
  const fact = names.facts.get(name);
  if (fact === undefined) return undefined;
  return {
    kind: "fact",
    dimensions: factIndex(fact),
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

function findMapping(names: Names, name: string): NamedValue | undefined {
  const mapping = names.mappings.get(name);
  if (mapping === undefined) return undefined;
  const type = { kind: "code", codeList: mapping.to } as const;
  return { kind: "mapping", dimensions: [mapping.from], needsOrganisation: false, type };
}

function findLineAmount({ currency }: Names, name: string): NamedValue | undefined {
  if (name !== LINE_AMOUNT) return undefined;
  const type = numberType(baseUnit(currency));
  return { kind: "line-amount", dimensions: [LINE_DIMENSION], needsOrganisation: true, type };
}

/** The stage and the result that a name such as `cuts.change` asks for. */
export function stageResultOf(
  stages: ReadonlyMap<string, Pick<StageSignature, "kind">>,
  name: string,
): { readonly stage: string; readonly result: StageResult } | undefined {
  const point = name.lastIndexOf(".");
  const stage = name.slice(0, point);
  const kind = stages.get(stage)?.kind;
  if (point < 0 || kind === undefined) return undefined;
  const result = resultsOf(kind).find((each) => each === name.slice(point + 1));
  return result === undefined ? undefined : { stage, result };
}

function findStageValue(names: Names, name: string): NamedValue | undefined {
  const found = stageResultOf(names.stageSignatures, name);
  const signature = found && names.stageSignatures.get(found.stage);
  if (signature === undefined) return undefined;
  const type = numberType(baseUnit(names.currency));
  if (found?.result !== "pool" && found?.result !== "left") {
    const codes = signature.lines;
    return { kind: "stage", dimensions: [LINE_DIMENSION], needsOrganisation: true, type, codes };
  }
  const needsOrganisation = signature.by.includes(ORGANISATION_GROUP);
  const groups = signature.by.filter((each) => each !== ORGANISATION_GROUP);
  const dimensions = groups.map((each) => groupDimension(names, each));
  return { kind: "stage", dimensions, needsOrganisation, type };
}

/** The dimension whose codes name the groups of a stage. */
export function groupDimension({ attributes }: Pick<Names, "attributes">, by: string): string {
  const type = LINE_GROUPS.includes(by) ? undefined : attributes.get(by)?.type;
  return type?.kind === "code" ? type.codeList : by;
}

function findRate({ stageSignatures }: Names, name: string): NamedValue | undefined {
  for (const { rates } of stageSignatures.values()) {
    const rate = rates.find(({ id }) => id === name);
    if (rate === undefined) continue;
    return { kind: "rate", dimensions: [], needsOrganisation: false, type: numberType(rate.unit) };
  }
  return undefined;
}

/** What a stage of this kind may be asked for. */
export function resultsOf(kind: Stage["kind"]): readonly StageResult[] {
  switch (kind) {
    case "solve":
    case "limit":
      return [];
    case "pool":
      return ["before", "after", "change", "pool", "left"];
    case "floor":
    case "cap":
    case "floor-and-cap":
    case "fill":
    case "fit":
      return ["before", "after", "change"];
  }
}
