/**
 * What an override touches, and whether two of them touch the same.
 *
 * Values of a parameter are the same thing when their keys are equal and their days overlap; one
 * without days is for the whole year. All of it is said by the overrides alone, without any law.
 */
import { exactText } from "../calculation/index.ts";
import { findFigure, tokenize } from "../methodology/index.ts";
import { FIRST_DAY, overlap, type Validity } from "../time/index.ts";
import type { EnvelopeOverride, Override } from "./scenario.ts";

/**
 * The canonical name of the thing touched, days aside: `parameter secondary.Ez[level=primary]`,
 * `fact 690240744430 secondary.enrolled[count=january;level=primary]`, `envelope district=alatau`.
 */
export function targetOf(override: Override): string {
  switch (override.kind) {
    case "parameter":
      return `parameter ${override.parameter}${keyText(override.key)}`;
    case "fact":
      return `fact ${override.organisationId} ${override.fact}${keyText(override.key)}`;
    case "formula":
      return `formula ${override.formula}`;
    case "switch":
      return `switch ${override.stage}`;
    case "envelope":
      return `envelope ${scopeOf(override)}`;
  }
}

/**
 * The name of the cell that an override fills in a sheet: what it touches, with its days where it
 * names them: `parameter secondary.L 2026-07-01..`. A later override of one cell takes its place.
 */
export function cellOf(override: Override): string {
  const target = targetOf(override);
  if (override.kind !== "parameter") return target;
  const { validFrom, validTo } = override;
  if (validFrom === undefined && validTo === undefined) return target;
  return `${target} ${validFrom ?? ""}..${validTo ?? ""}`;
}

/** Whether one of the two would speak about what the other one speaks about. */
export function isSameThing(left: Override, right: Override): boolean {
  return targetOf(left) === targetOf(right) && overlap(daysOf(left), daysOf(right));
}

/** Whether nothing is left of the earlier one once the later one was said. */
export function supersedes(later: Override, earlier: Override): boolean {
  if (!isSameThing(later, earlier)) return false;
  const [above, below] = [daysOf(later), daysOf(earlier)];
  if (above.from > below.from) return false;
  return above.to === undefined || (below.to !== undefined && above.to >= below.to);
}

/** Whether both say the same of the same thing, whatever their reasons. */
export function saysTheSame(left: Override, right: Override): boolean {
  return contentOf(left) === contentOf(right);
}

/** Equal for overrides that say the same: target, days and value, however it is written. */
export function contentOf(override: Override): string {
  const { from, to } = daysOf(override);
  return JSON.stringify([targetOf(override), from, to ?? "", valueSaidBy(override)]);
}

/** The days on which it is to hold; the whole calendar where it names none. */
function daysOf(override: Override): Validity {
  if (override.kind !== "parameter") return { from: FIRST_DAY, to: undefined };
  return { from: override.validFrom ?? FIRST_DAY, to: override.validTo };
}

function valueSaidBy(override: Override): string | null | boolean {
  switch (override.kind) {
    case "parameter":
      return plainDigits(override.value);
    case "fact":
      return override.value === undefined ? null : plainDigits(override.value);
    case "formula":
      return JSON.stringify(tokenize(override.expression).map(({ kind, text }) => [kind, text]));
    case "switch":
      return override.isOn;
    case "envelope":
      return `${override.amount}`;
  }
}

/** Equal for equal numbers; what is no number is left as it is. */
function plainDigits(digits: string): string {
  const value = findFigure(digits);
  return value === undefined ? digits : exactText(value);
}

/** Codes by dimension, sorted, in brackets; nothing where there are none. */
function keyText(key: ReadonlyMap<string, string>): string {
  if (key.size === 0) return "";
  const pairs = [...key].map(([dimension, code]) => `${dimension}=${code}`);
  return `[${pairs.sort().join(";")}]`;
}

/** `city`, or the member by its way of adding up: `tier=secondary`. */
export function scopeOf({ scope }: EnvelopeOverride): string {
  return scope.by === "city" ? scope.by : `${scope.by}=${scope.member}`;
}
