/**
 * Which rule of the text applied: the branch of a condition, the step of a table, the argument that
 * was the greatest. Noted while a figure is explained; two explanations compared tell what changed.
 */
import type { Expression } from "../methodology/index.ts";
import { compareRatios, type Ratio, ZERO } from "../money/index.ts";
import type { TraceKey } from "./trace.ts";

export type Choice = {
  readonly node: Expression;
  /** The dimensions in scope with their codes. */
  readonly bound: TraceKey;
  /** What was chosen; several where they come to the same, as at the corner of a table. */
  readonly options: readonly string[];
};

/** Notes what was chosen at a node. */
export function noteChoice(
  node: Expression,
  { known, bound }: { readonly known: { readonly choices: Choice[] }; readonly bound: TraceKey },
  options: readonly string[],
): void {
  known.choices.push({ node, bound, options });
}

/** Of the least or the greatest: the places of the arguments that give the value. */
export function argumentsEqual(values: readonly Ratio[], value: Ratio): readonly string[] {
  return values.flatMap((each, place) => (compareRatios(each, value) === 0 ? [`${place}`] : []));
}

/** Of a value held between two others: the place of the value itself or of the bound. */
export function boundsMet([value = ZERO, low = ZERO, high = ZERO]: readonly Ratio[]) {
  const [toLow, toHigh] = [compareRatios(value, low), compareRatios(value, high)];
  if (toLow < 0) return ["1"];
  if (toHigh > 0) return ["2"];
  return ["0", ...(toLow === 0 ? ["1"] : []), ...(toHigh === 0 ? ["2"] : [])];
}

/** Of an absolute value: the sign of what it is taken of. */
export function signsOf({ numerator }: Ratio): readonly string[] {
  if (numerator === 0n) return ["-", "+"];
  return [numerator < 0n ? "-" : "+"];
}
