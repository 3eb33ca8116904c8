/** Columns put together of parts of others. */
import type { Ratio } from "../../money/index.ts";
import { compareNumbers, NO_ORDER } from "./number-operations.ts";
import {
  commonDivisor,
  fromRatios,
  type Numbers,
  toRatios,
  WHOLE_LIMIT,
  whole,
} from "./numbers.ts";

/**
 * One of several columns by row; a place outside the columns leaves the row without a value.
 */
export function chooseNumbers(places: Uint8Array, columns: readonly Numbers[]): Numbers {
  const wholes = alignAll(columns);
  if (wholes === undefined) {
    const all = columns.map(toRatios);
    return fromRatios(Array.from(places, (place, row) => all[place]?.[row]));
  }
  const chosen = new Float64Array(places.length).fill(Number.NaN);
  for (const [place, column] of wholes.columns.entries()) {
    for (let row = 0; row < chosen.length; row += 1) {
      if (places[row] === place) chosen[row] = column[row] as number;
    }
  }
  return whole(chosen, wholes.denominator, wholes.bound);
}

/** Several columns of whole numbers over one denominator. */
function alignAll(columns: readonly Numbers[]) {
  let denominator = 1;
  for (const each of columns) {
    if (each.kind === "ratio") return undefined;
    const divisor = commonDivisor(denominator, each.denominator);
    denominator *= each.denominator / divisor;
    if (denominator > WHOLE_LIMIT) return undefined;
  }
  const aligned: Float64Array[] = [];
  let bound = 0;
  for (const each of columns) {
    if (each.kind === "ratio") return undefined;
    const factor = denominator / each.denominator;
    if (each.bound * factor > WHOLE_LIMIT) return undefined;
    if (each.bound * factor > bound) bound = each.bound * factor;
    aligned.push(factor === 1 ? each.values : each.values.map((value) => value * factor));
  }
  return { denominator, columns: aligned, bound };
}

/** Parts with values for their own rows as one column; a row of no part has no value. */
export function scatterNumbers(
  parts: readonly { readonly rows: Int32Array; readonly numbers: Numbers }[],
  size: number,
): Numbers {
  const [only] = parts;
  if (only !== undefined && only.rows.length === size) return only.numbers;
  const wholes = alignAll(parts.map(({ numbers }) => numbers));
  if (wholes === undefined) {
    const found = Array.from<Ratio | undefined>({ length: size });
    for (const { rows, numbers } of parts) {
      const own = toRatios(numbers);
      rows.forEach((row, place) => {
        found[row] = own[place];
      });
    }
    return fromRatios(found);
  }
  const scattered = new Float64Array(size).fill(Number.NaN);
  for (const [part, { rows }] of parts.entries()) {
    const column = wholes.columns[part];
    if (column === undefined) continue;
    for (let place = 0; place < rows.length; place += 1) {
      scattered[rows[place] as number] = column[place] as number;
    }
  }
  return whole(scattered, wholes.denominator, wholes.bound);
}

/** A place outside all columns. */
export const NEITHER = 255;

/** The lesser (-1) or the greater (1) of two values. */
export function outermost(left: Numbers, right: Numbers, order: -1 | 1): Numbers {
  const wholes = alignAll([left, right]);
  const [first, second] = wholes?.columns ?? [];
  if (wholes === undefined || first === undefined || second === undefined) {
    const places = Uint8Array.from(compareNumbers(right, left), (each) =>
      each === NO_ORDER ? NEITHER : each === order ? 1 : 0,
    );
    return chooseNumbers(places, [left, right]);
  }
  const found = new Float64Array(first.length);
  for (let row = 0; row < found.length; row += 1) {
    const one = first[row] as number;
    const other = second[row] as number;
    const isOther = order < 0 ? other < one : other > one;
    // A row without one of the values has none: NaN plus anything is NaN.
    found[row] = isOther ? other : one + other - other;
  }
  return whole(found, wholes.denominator, wholes.bound);
}
