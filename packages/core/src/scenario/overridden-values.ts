/**
 * One value of a parameter replaced for some days, the others left as they are.
 *
 * The days default to the budget year. Where several values of the key follow one another in it,
 * somebody must say which is meant: nothing is guessed.
 */
import { fail, issue, ok, type Place, present, type Result } from "../kernel/index.ts";
import {
  findFigure,
  formatKey,
  inside,
  lookUp,
  type Parameter,
  type ParameterValue,
  suggestName,
} from "../methodology/index.ts";
import { compareRatios } from "../money/index.ts";
import {
  type AsOf,
  type CalendarDate,
  dateOf,
  isValidOn,
  overlap,
  type Validity,
} from "../time/index.ts";
import type { CalculationInputs, ParameterTarget } from "./scenario.ts";

/** A value that may be replaced. */
export type OverriddenValue = {
  readonly parameter: Parameter;
  readonly key: ParameterValue["key"];
  /** The days on which the new value is to hold. */
  readonly validity: Validity;
  /** What stands on the first of these days for this very key; nothing where the key is new. */
  readonly base: ParameterValue | undefined;
  /** Whether it stands on all of these days, so that to write it again changes nothing. */
  readonly isWhole: boolean;
};

/** The value that is meant, or why none is: a name, a code or a day that fits nothing. */
export function findOverridden(
  { methodology, asOf }: Pick<CalculationInputs, "methodology" | "asOf">,
  target: ParameterTarget,
  place: Place,
): Result<OverriddenValue> {
  const { parameters, codeLists } = methodology;
  const parameter = parameters.get(target.parameter);
  if (parameter === undefined) {
    const { parameter: name } = target;
    const facts = { name, kind: "parameter", suggestion: suggestName(name, parameters.keys()) };
    return fail(issue("reference-unknown", inside(place, "parameter"), facts));
  }
  const { dimensions } = parameter;
  const faults = [...target.key].flatMap(([dimension, code]) => {
    const where = inside(place, "key", dimension);
    if (!dimensions.includes(dimension)) {
      const suggestion = suggestName(dimension, dimensions);
      return [
        issue("reference-unknown", where, { name: dimension, kind: "dimension", suggestion }),
      ];
    }
    const codes = codeLists.get(dimension)?.codes ?? new Map();
    if (codes.has(code)) return [];
    return [issue("code-unknown", where, { value: code, expected: [...codes.keys()].join(", ") })];
  });
  const [first, ...others] = faults;
  if (first !== undefined) return fail(first, others);
  const key = dimensions.map((dimension) => target.key.get(dimension));
  return findDays(parameter, key, target, asOf, place);
}

function findDays(
  parameter: Parameter,
  key: ParameterValue["key"],
  { validFrom, validTo }: ParameterTarget,
  { budgetYear, knownOn }: AsOf,
  place: Place,
): Result<OverriddenValue> {
  const year = { from: dateOf(budgetYear, 1, 1), to: dateOf(budgetYear + 1, 1, 1) };
  const own = parameter.values.filter((value) => isKnownWith(value, key, knownOn));
  const from = validFrom ?? year.from;
  const spans = spansOf(own, { from, to: validTo ?? year.to }, knownOn);
  const standing = spans.filter(({ value }) => value !== undefined);
  if (validFrom === undefined && standing.length > 1) {
    const facts = {
      parameter: nameOfValue(parameter, key),
      days: standing.map((span) => span.from).join(", "),
    };
    return fail(issue("override-ambiguous", inside(place, "validFrom"), facts));
  }
  // Named by its first day, a value is replaced as long as it stands.
  const next = validFrom === undefined ? undefined : spans[1]?.from;
  const validity: Validity = { from, to: validTo ?? next ?? year.to };
  if (validTo !== undefined && validTo <= from) {
    return fail(issue("validity-order", inside(place, "validTo"), { from, to: validTo }));
  }
  if (!overlap(validity, year)) {
    const facts = { from, to: validTo ?? "…", year: `${budgetYear}` };
    return fail(issue("override-outside-year", inside(place, "validFrom"), facts));
  }
  const covered = spans.filter((span) => isValidOn(validity, span.from));
  return ok({ parameter, key, validity, base: spans[0]?.value, isWhole: covered.length === 1 });
}

/** A parameter with the codes of a value: `secondary.Ez[level=primary]`. */
export function nameOfValue({ id, dimensions }: Parameter, key: ParameterValue["key"]): string {
  const codes = formatKey(dimensions, key);
  return codes === "" ? id : `${id}[${codes}]`;
}

/** What a value is replaced by: its digits, why, and where that is said. */
export type Replacement = {
  readonly digits: string;
  readonly reason: string;
  readonly place: Place;
};

/**
 * The parameter with another value on the days that are meant, a proposal known on the day of the
 * calculation. `parameter` may have been changed since the value was found. Digits that are no
 * figure are a bug of the caller.
 */
export function replaceValue(
  parameter: Parameter,
  { key, validity }: Pick<OverriddenValue, "key" | "validity">,
  knownOn: CalendarDate,
  { digits, reason, place }: Replacement,
): Parameter {
  const value = present(findFigure(digits), `${digits} is a figure`);
  const kept = parameter.values.flatMap((each) =>
    isKnownWith(each, key, knownOn) ? outside(each, validity) : [each],
  );
  const added: ParameterValue = {
    ...{ key, digits, value, validity, knownFrom: knownOn, place },
    ...{ status: "draft", provision: undefined, source: reason },
  };
  return { ...parameter, values: [...kept, added] };
}

function isKnownWith(
  value: ParameterValue,
  key: ParameterValue["key"],
  knownOn: CalendarDate,
): boolean {
  return value.knownFrom <= knownOn && value.key.every((code, place) => code === key[place]);
}

/** A value, or none, from this day to the day of the next one. */
export type Span = { readonly from: CalendarDate; readonly value: ParameterValue | undefined };

/** What stands for this very key within these days, as known; neighbours of equal value are one. */
export function spansOfKey(
  { values }: Parameter,
  key: ParameterValue["key"],
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  knownOn: CalendarDate,
): readonly Span[] {
  const own = values.filter((value) => isKnownWith(value, key, knownOn));
  return spansOf(own, days, knownOn);
}

/** Which value stands from when on, within these days; neighbours of equal value are one. */
function spansOf(
  values: readonly ParameterValue[],
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  knownOn: CalendarDate,
): readonly Span[] {
  const turns = values
    .flatMap(({ validity: { from, to } }) => (to === undefined ? [from] : [from, to]))
    .filter((day) => isValidOn(days, day));
  const spans: Span[] = [];
  for (const day of [...new Set([days.from, ...turns])].sort()) {
    const found = lookUp({ values }, values[0]?.key.map((code) => code ?? "") ?? [], day, knownOn);
    const value = found.kind === "found" ? found.value : undefined;
    const last = spans.at(-1);
    const isSame =
      last !== undefined &&
      (last.value === undefined || value === undefined
        ? last.value === value
        : compareRatios(last.value.value, value.value) === 0);
    if (!isSame) spans.push({ from: day, value });
  }
  return spans;
}

/** What of a value is left beside these days. */
function outside(value: ParameterValue, { from, to }: Validity): readonly ParameterValue[] {
  if (!overlap(value.validity, { from, to })) return [value];
  const before = value.validity.from < from ? [{ from: value.validity.from, to: from }] : [];
  const isLonger = to !== undefined && (value.validity.to === undefined || to < value.validity.to);
  const after = isLonger ? [{ from: to, to: value.validity.to }] : [];
  return [...before, ...after].map((validity) => ({ ...value, validity }));
}

/** The digits of a new value, or why the parameter cannot have it. */
export function checkDigits(
  { minimum }: Pick<Parameter, "minimum">,
  digits: string,
  place: Place,
): Result<string> {
  const value = findFigure(digits);
  if (value === undefined) return fail(issue("number-malformed", place, { value: digits }));
  const least = minimum === undefined ? undefined : findFigure(minimum);
  if (minimum === undefined || least === undefined) return ok(digits);
  if (compareRatios(value, least) >= 0) return ok(digits);
  return fail(issue("value-below-minimum", place, { value: digits, minimum }));
}
