/** Formulas and lines: texts parsed and proved, with every fault at its place. */
import { issue, type Place } from "../kernel/index.ts";
import { baseUnit, equalUnits, findUnit, formatUnit } from "../money/index.ts";
import { FIRST_DAY } from "../time/index.ts";
import { buildValidity, referDate } from "./build-dated-value.ts";
import { buildProvenance } from "./build-provenance.ts";
import { checkExpression } from "./check-expression.ts";
import {
  type Definitions,
  type Entry,
  inside,
  type Reporter,
  wordingsByName,
} from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Expression } from "./expression.ts";
import type { Formula, Grain, LineDefinition } from "./methodology.ts";
import { type FormulaSignature, MONTH_DIMENSION, type Names, unitFrom } from "./names.ts";
import { parseExpression } from "./parse-expression.ts";
import type { Provision } from "./provision.ts";
import { hasMonths, referCode, referCodeList, reportRepeated } from "./references.ts";
import {
  describeType,
  isNumeric,
  numberType,
  TRUTH,
  UNKNOWN,
  type ValueType,
} from "./value-type.ts";

type FormulaDocument = NonNullable<MethodologyDocument["formulas"]>[number];
type LineDocument = NonNullable<MethodologyDocument["lines"]>[number];

/** What expressions are read with. */
export type FormulaContext = {
  readonly names: Names;
  readonly provisions: ReadonlyMap<string, Provision>;
  /** Base units that a number in an expression may carry. */
  readonly units: ReadonlySet<string>;
  readonly report: Reporter;
};

const ORGANISATION = "organisation";
const NOTHING: Expression = { kind: "truth", value: false, span: { start: 0, end: 0 } };

/** Formula documents by name; the last layer that has a name brings all wordings of it. */
export function gatherFormulas(
  definitions: Definitions,
): ReadonlyMap<string, readonly Entry<FormulaDocument>[]> {
  return wordingsByName(definitions.section("formulas"), ({ formula }) => formula);
}

/** The grain and unit of each formula, before any text is read. */
export function formulaSignatures(
  entries: ReadonlyMap<string, readonly Entry<FormulaDocument>[]>,
  report: Reporter,
): ReadonlyMap<string, FormulaSignature> {
  const signatures = new Map<string, FormulaSignature>();
  for (const [name, [first, ...others]] of entries) {
    if (first === undefined) continue;
    signatures.set(name, { grain: grainOf(first.value.grain), unit: unitOfFormula(first.value) });
    for (const { value, place } of others) {
      const expected = signatureText(first.value);
      const found = signatureText(value);
      if (found !== expected) report(issue("formula-signature", place, { name, expected, found }));
    }
  }
  return signatures;
}

export function buildFormula(
  { value, place }: Entry<FormulaDocument>,
  context: FormulaContext,
): readonly Formula[] {
  const { report, names } = context;
  const grain = grainOf(value.grain);
  value.grain.forEach((name, position) => {
    if (name === ORGANISATION) return;
    referCodeList(name, names.codeLists, inside(place, "grain", position), report);
  });
  reportRepeated(value.grain, inside(place, "grain"), report);
  if (value.valuesOn === "month" && !hasMonths(names.calendar)) {
    const facts = { name: MONTH_DIMENSION, kind: "calendar", suggestion: "" };
    report(issue("reference-unknown", inside(place, "valuesOn"), facts));
  }
  const scope = {
    dimensions: new Set(grain.dimensions),
    hasOrganisation: grain.hasOrganisation,
    valuesOn: value.valuesOn,
  };
  const where = inside(place, "expression");
  const unit = unitOfFormula(value);
  const expected = unit === "boolean" ? TRUTH : numberType(unit);
  const expression = buildExpression(value.expression, where, scope, expected, context);
  const validity = buildValidity(value, place, report);
  const knownFrom =
    value.knownFrom === undefined
      ? FIRST_DAY
      : referDate(value.knownFrom, inside(place, "knownFrom"), report);
  const provenance = buildProvenance(value, place, context.provisions, report);
  if (validity === undefined || knownFrom === undefined) return [];
  const { formula: id, label, valuesOn } = value;
  return [
    { ...provenance, id, label, grain, unit, valuesOn, validity, knownFrom, expression, place },
  ];
}

const PEOPLE = numberType(baseUnit("pupil"));

export function buildLine(
  { value, place }: Entry<LineDocument>,
  currency: string,
  budgetCodes: ReadonlySet<string>,
  context: FormulaContext,
): LineDefinition {
  const { report, names } = context;
  const tiers = names.codeLists.get("tier");
  if (tiers !== undefined) referCode(value.tier, tiers, inside(place, "tier"), report);
  if (!budgetCodes.has(value.budgetCode)) {
    const facts = { name: value.budgetCode, kind: "budgetCode", suggestion: "" };
    report(issue("reference-unknown", inside(place, "budgetCode"), facts));
  }
  const scope = { dimensions: new Set<string>(), hasOrganisation: true, valuesOn: "year" as const };
  const amount = numberType(baseUnit(currency));
  const { headcount } = value;
  return {
    ...buildProvenance(value, place, context.provisions, report),
    id: value.line,
    label: value.label,
    tier: value.tier,
    budgetCode: value.budgetCode,
    method: value.method,
    when: buildExpression(value.when, inside(place, "when"), scope, TRUTH, context),
    amount: buildExpression(value.amount, inside(place, "amount"), scope, amount, context),
    headcount:
      headcount === undefined
        ? undefined
        : buildExpression(headcount, inside(place, "headcount"), scope, PEOPLE, context),
    rounding: value.rounding,
    exists: value.exists ?? "counted",
    place,
  };
}

/** What an expression may refer to without asking. */
export type ExpressionScope = {
  readonly dimensions: ReadonlySet<string>;
  readonly hasOrganisation: boolean;
  readonly valuesOn: "year" | "month";
};

/** Parses and proves one text; an expression with faults becomes a constant nobody will run. */
export function buildExpression(
  written: string | readonly string[],
  place: Place,
  scope: ExpressionScope,
  expected: ValueType | "number",
  context: FormulaContext,
): Expression {
  return proveExpression(written, place, scope, expected, context).expression;
}

/** The same with what the expression yields; `number` accepts every unit. */
export function proveExpression(
  written: string | readonly string[],
  place: Place,
  scope: ExpressionScope,
  expected: ValueType | "number",
  { names, units, report }: FormulaContext,
): { readonly expression: Expression; readonly type: ValueType } {
  const text = typeof written === "string" ? written : written.join("\n");
  const parsed = parseExpression(text, units);
  if (!parsed.ok) {
    for (const fault of parsed.issues) report({ ...fault, place: { ...place, ...fault.place } });
    return { expression: NOTHING, type: UNKNOWN };
  }
  const type = checkExpression(parsed.value, { ...scope, names, report, place });
  if (!isAcceptable(type, expected)) {
    const wanted = expected === "number" ? "number" : describeType(expected);
    const facts = { expected: wanted, found: describeType(type) };
    report(issue("type-mismatch", { ...place, offset: 0 }, facts));
  }
  return { expression: parsed.value, type };
}

function isAcceptable(type: ValueType, expected: ValueType | "number"): boolean {
  if (expected === "number") return type.kind === "unknown" || isNumeric(type);
  if (type.kind === "unknown" || (type.kind === "zero" && expected.kind === "number")) return true;
  if (type.kind === "number" && expected.kind === "number")
    return equalUnits(type.unit, expected.unit);
  return type.kind === expected.kind;
}

function grainOf(written: readonly string[]): Grain {
  return {
    hasOrganisation: written.includes(ORGANISATION),
    dimensions: written.filter((each) => each !== ORGANISATION),
  };
}

function unitOfFormula(value: FormulaDocument): Formula["unit"] {
  return value.unit === "boolean" ? "boolean" : unitFrom(value.unit);
}

function signatureText({ grain, unit }: FormulaDocument): string {
  const known = findUnit(unit);
  return `[${grain.join(", ")}] ${known === undefined ? unit : formatUnit(known)}`;
}
