/**
 * One value out of many: valid on the day, known by the as-of day, the most specific key, then the
 * latest known.
 *
 * Nothing found and two that cannot be told apart are answers of their own; neither is ever a zero.
 */
import { type CalendarDate, isValidOn } from "../time/index.ts";
import type { ParameterValue } from "./methodology.ts";

/** What is chosen by key and time: a value of a parameter, the points of a table. */
type Dated = Pick<ParameterValue, "key" | "validity" | "knownFrom">;

export type Lookup<Value extends Dated = ParameterValue> =
  | { readonly kind: "found"; readonly value: Value }
  | { readonly kind: "missing" }
  | { readonly kind: "ambiguous"; readonly values: readonly Value[] };

export function lookUp<Value extends Dated>(
  { values }: { readonly values: readonly Value[] },
  key: readonly string[],
  validOn: CalendarDate,
  knownOn: CalendarDate,
): Lookup<Value> {
  const matching = values.filter(
    (value) =>
      value.knownFrom <= knownOn &&
      isValidOn(value.validity, validOn) &&
      value.key.every((code, place) => code === undefined || code === key[place]),
  );
  const mostSpecific = keepGreatest(matching, ({ key: codes }) => codes.filter(isNamed).length);
  const latest = keepGreatest(mostSpecific, ({ knownFrom }) => knownFrom);
  const [value, other] = latest;
  if (value === undefined) return { kind: "missing" };
  const isOneKey = mostSpecific.every(({ key: codes }) => sameKey(codes, value.key));
  if (other !== undefined || !isOneKey) return { kind: "ambiguous", values: mostSpecific };
  return { kind: "found", value };
}

function isNamed(code: string | undefined): boolean {
  return code !== undefined;
}

function sameKey(left: Dated["key"], right: Dated["key"]): boolean {
  return left.every((code, place) => code === right[place]);
}

function keepGreatest<Item>(
  items: readonly Item[],
  rank: (item: Item) => number | string,
): readonly Item[] {
  let kept: Item[] = [];
  let greatest: number | string | undefined;
  for (const item of items) {
    const own = rank(item);
    if (greatest === undefined || own > greatest) [kept, greatest] = [[item], own];
    else if (own === greatest) kept.push(item);
  }
  return kept;
}
