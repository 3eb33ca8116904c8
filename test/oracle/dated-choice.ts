/**
 * Which value of a parameter or a table holds: valid on the day, known by the as-of day, then the
 * one that names most of its key, then the latest known. None, or two as good, is a refusal.
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
  let best: DatedDocument | undefined;
  let isOnly = true;
  for (const each of values) {
    if (!fits(each)) continue;
    const difference = best === undefined ? 1 : rank(each, best);
    if (difference > 0) [best, isOnly] = [each, true];
    else if (difference === 0) isOnly = false;
  }
  if (best === undefined) refuse("parameter-missing");
  if (!isOnly) refuse("parameter-ambiguous");
  return best;
}

/** Above zero when the left one goes before. */
function rank(left: DatedDocument, right: DatedDocument): number {
  const named = Object.keys(left.key ?? {}).length - Object.keys(right.key ?? {}).length;
  if (named !== 0 || left.knownFrom === right.knownFrom) return named;
  return left.knownFrom > right.knownFrom ? 1 : -1;
}
