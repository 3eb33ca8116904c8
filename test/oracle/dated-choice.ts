/**
 * Which value of a parameter or a table holds: valid on the day, known by the as-of day, then the
 * one that names most of its key, then the latest known. None is a refusal; so are two as good, and
 * two that name as much of the key in different ways.
 */

import type { Keyed } from "./law.ts";
import type { DatedDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";

export function chooseDated(
  { dimensions, values }: Keyed,
  codes: readonly string[],
  day: string,
  knownOn: string,
): DatedDocument {
  const fits = ({ key = {}, validFrom, validTo, knownFrom }: DatedDocument) =>
    knownFrom <= knownOn &&
    validFrom <= day &&
    (validTo === undefined || day < validTo) &&
    Object.entries(key).every(([dimension, code]) => {
      return codes[dimensions.indexOf(dimension)] === code;
    });
  const fitting = values.filter(fits);
  const named = Math.max(...fitting.map(namedBy));
  const most = fitting.filter((each) => namedBy(each) === named);
  const [first] = most;
  if (first === undefined) refuse("parameter-missing");
  if (!most.every((each) => isSameKey(each, first))) refuse("parameter-ambiguous");
  const [latest = ""] = most
    .map(({ knownFrom }) => knownFrom)
    .toSorted()
    .toReversed();
  const [best = first, ...others] = most.filter(({ knownFrom }) => knownFrom === latest);
  if (others.length > 0) refuse("parameter-ambiguous");
  return best;
}

function namedBy({ key = {} }: DatedDocument): number {
  return Object.keys(key).length;
}

function isSameKey(left: DatedDocument, right: DatedDocument): boolean {
  return Object.entries(left.key ?? {}).every(
    ([dimension, code]) => right.key?.[dimension] === code,
  );
}
