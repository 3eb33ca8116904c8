/**
 * A lever of a search: one number that is tried, and the values of parameters that follow it.
 *
 * The number moves in steps, counted from zero. Each tied value is the number times its factor,
 * rounded half away from zero to a step of its own.
 */
import type { CalculationPlan } from "../calculation/index.ts";
import {
  fail,
  type Issue,
  issue,
  type Place,
  present,
  type Result,
  unlessIssues,
} from "../kernel/index.ts";
import { findFigure, inside, type Parameter } from "../methodology/index.ts";
import {
  Dec,
  divideRatios,
  divideRounded,
  findDecimal,
  formatRatio,
  isZeroRatio,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
} from "../money/index.ts";
import {
  checkDigits,
  findOverridden,
  nameOfValue,
  type OverriddenValue,
  replaceValue,
} from "./overridden-values.ts";
import type { ParameterTarget } from "./scenario.ts";

/** A value that follows the number of a lever. */
export type TiedValue = {
  readonly target: ParameterTarget;
  /** What the number is multiplied by, a decimal or a fraction `2/3`; one when absent. */
  readonly factor: string | undefined;
  /** To what the value is rounded, a decimal; the step of the lever when absent. */
  readonly step: string | undefined;
  readonly place: Place;
};

/** Decimals as written; the bounds belong to the lever. */
export type Lever = {
  readonly values: readonly TiedValue[];
  readonly least: string;
  readonly greatest: string;
  readonly step: string;
  readonly place: Place;
};

/** A lever made ready for one plan. */
export type OpenLever = {
  readonly lever: Lever;
  readonly values: readonly OpenValue[];
  /** The outermost steps within the bounds. */
  readonly least: bigint;
  readonly greatest: bigint;
  /** How it is called: its values with their keys. */
  readonly name: string;
  /** The step at which every value is what it is now; nothing where there is none. */
  readonly base: bigint | undefined;
};

type OpenValue = {
  readonly overridden: OverriddenValue;
  readonly factor: Ratio;
  readonly step: Ratio;
  readonly place: Place;
};

/** The lever over the values of this plan, or everything that is wrong with it. */
export function openLever(plan: CalculationPlan, lever: Lever): Result<OpenLever> {
  const issues: Issue[] = [];
  const numberOf = (field: "least" | "greatest" | "step"): Ratio =>
    readNumber(lever[field], inside(lever.place, field), issues);
  const [least, greatest, step] = [numberOf("least"), numberOf("greatest"), numberOf("step")];
  if (lever.values.length === 0) {
    issues.push(issue("value-missing", lever.place, { expected: "parameter" }));
  }
  const values = lever.values.flatMap((tied) => openValue(plan, tied, step, issues));
  reportTwice(values, issues);
  if (step.numerator <= 0n) {
    const facts = { value: lever.step, expected: "> 0" };
    issues.push(issue("number-out-of-range", inside(lever.place, "step"), facts));
  }
  if (issues.length > 0) return unlessIssues(issues, () => neverOpened());
  const [low, high] = [stepsIn(least, step, "ceil"), stepsIn(greatest, step, "floor")];
  if (low > high) {
    const next = formatRatio(multiplyRatios(ratioOf(low), step));
    const facts = { value: lever.greatest, expected: `≥ ${next}` };
    return fail(issue("number-out-of-range", inside(lever.place, "greatest"), facts));
  }
  const open = { lever, values, least: low, greatest: high, name: nameOf(values) };
  return unlessIssues(boundFaults(open), () => ({ ...open, base: baseStep(open) }));
}

/** A bound at which some value would be what its parameter cannot be. */
function boundFaults(open: Omit<OpenLever, "base">): readonly Issue[] {
  return (["least", "greatest"] as const).flatMap((bound) =>
    open.values.flatMap((value) => {
      const digits = formatRatio(valueAt(open, value, open[bound]));
      const { parameter } = value.overridden;
      const checked = checkDigits(parameter, digits, inside(open.lever.place, bound));
      return checked.ok ? [] : checked.issues;
    }),
  );
}

function neverOpened(): never {
  return present<never>(undefined, "a lever without faults");
}

function openValue(
  plan: CalculationPlan,
  tied: TiedValue,
  leverStep: Ratio,
  issues: Issue[],
): readonly OpenValue[] {
  const { target, place } = tied;
  const found = findOverridden(plan, target, place);
  if (!found.ok) issues.push(...found.issues);
  const factor =
    tied.factor === undefined ? ONE : readFactor(tied.factor, inside(place, "factor"), issues);
  const step =
    tied.step === undefined ? leverStep : readNumber(tied.step, inside(place, "step"), issues);
  if (tied.step !== undefined && step.numerator <= 0n) {
    const facts = { value: tied.step, expected: "> 0" };
    issues.push(issue("number-out-of-range", inside(place, "step"), facts));
  }
  return found.ok ? [{ overridden: found.value, factor, step, place }] : [];
}

/** One value cannot follow two numbers. */
function reportTwice(values: readonly OpenValue[], issues: Issue[]): void {
  const seen = new Set<string>();
  for (const { overridden, place } of values) {
    const { parameter, key, validity } = overridden;
    const name = [parameter.id, ...key, validity.from].join("|");
    if (seen.has(name)) {
      issues.push(issue("definition-duplicate", place, { name: parameter.id, kind: "parameter" }));
    }
    seen.add(name);
  }
}

function readNumber(text: string, place: Place, issues: Issue[]): Ratio {
  const value = findDecimal(text);
  if (value !== undefined) return ratioOfDecimal(value);
  issues.push(issue("number-malformed", place, { value: text }));
  return ONE;
}

/** A decimal or a fraction; a factor of zero ties nothing. */
function readFactor(text: string, place: Place, issues: Issue[]): Ratio {
  const factor = findFigure(text);
  if (factor !== undefined && !isZeroRatio(factor)) return factor;
  issues.push(issue("number-malformed", place, { value: text }));
  return ONE;
}

function stepsIn(value: Ratio, step: Ratio, mode: "floor" | "ceil"): bigint {
  const { numerator, denominator } = divideRatios(value, step);
  return divideRounded(numerator, denominator, mode);
}

function nameOf(values: readonly OpenValue[]): string {
  return values
    .map(({ overridden: { parameter, key } }) => nameOfValue(parameter, key))
    .join(" + ");
}

/** Whether every value rises when the number does. */
export function risesTogether({ values }: OpenLever): boolean {
  return values.every(({ factor }) => factor.numerator > 0n);
}

/** How many steps one unit of the number is; nothing where they do not meet. */
export function stepsInUnit(open: OpenLever): bigint | undefined {
  const { numerator, denominator } = divideRatios(ONE, stepOf(open));
  return numerator % denominator === 0n ? numerator / denominator : undefined;
}

/** The step that leaves every value as it is. */
function baseStep(open: Omit<OpenLever, "base">): bigint | undefined {
  const [first] = open.values;
  const now = first?.overridden.base?.value;
  if (first === undefined || now === undefined) return undefined;
  const lever = divideRatios(now, multiplyRatios(first.factor, stepOf(open)));
  const nearest = divideRounded(lever.numerator, lever.denominator, "half-up");
  const isBase = open.values.every((value) => {
    const base = value.overridden.base?.value;
    const tried = valueAt(open, value, nearest);
    return (
      base !== undefined &&
      value.overridden.isWhole &&
      base.numerator * tried.denominator === tried.numerator * base.denominator
    );
  });
  return isBase ? nearest : undefined;
}

function stepOf({ lever }: Pick<OpenLever, "lever">): Ratio {
  return ratioOfDecimal(new Dec(lever.step));
}

function valueAt(open: Pick<OpenLever, "lever">, { factor, step }: OpenValue, at: bigint): Ratio {
  const exact = multiplyRatios(multiplyRatios(ratioOf(at), stepOf(open)), factor);
  const { numerator, denominator } = divideRatios(exact, step);
  return multiplyRatios(ratioOf(divideRounded(numerator, denominator, "half-up")), step);
}

/** The number of the lever at a step, as plain digits. */
export function numberAt(open: OpenLever, step: bigint): string {
  return formatRatio(multiplyRatios(ratioOf(step), stepOf(open)));
}

/** The digits of each tied value at a step, in their order. */
export function digitsAt(open: OpenLever, step: bigint): readonly string[] {
  return open.values.map((value) => formatRatio(valueAt(open, value, step)));
}

/** The parameters of the law with the lever at a step. */
export function parametersAt(
  open: OpenLever,
  step: bigint,
  {
    parameters,
    knownOn,
  }: {
    readonly parameters: ReadonlyMap<string, Parameter>;
    readonly knownOn: CalculationPlan["asOf"]["knownOn"];
  },
): ReadonlyMap<string, Parameter> {
  const changed = new Map(parameters);
  digitsAt(open, step).forEach((digits, position) => {
    const { overridden, place } = present(open.values[position], "a tied value");
    const { id } = overridden.parameter;
    const parameter = present(changed.get(id), `parameter ${id}`);
    const replacement = { digits, reason: SEARCHED, place };
    changed.set(id, replaceValue(parameter, overridden, knownOn, replacement));
  });
  return changed;
}

/** The ground of a value that is only tried. */
const SEARCHED = "solve";
