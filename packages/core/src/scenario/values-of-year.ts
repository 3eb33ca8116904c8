/** The values of the law's parameters that stand in a budget year: what an override may replace. */
import type { Parameter, ParameterValue } from "../methodology/index.ts";
import type { CalendarDate } from "../time/index.ts";
import { spansOfKey } from "./overridden-values.ts";
import { yearOfInputs } from "./override-standing.ts";
import type { CalculationInputs } from "./scenario.ts";

export type ValueOfYear = {
  readonly parameter: Parameter;
  /** Codes by dimension; a dimension that is left out holds for all its codes. */
  readonly key: ReadonlyMap<string, string>;
  /** The days of the year on which it stands, the last one not included. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Whether the key has this one value all through the year. */
  readonly isWholeYear: boolean;
  readonly value: ParameterValue;
};

/** By parameter in the order of the law, then by key, then by day. */
export function valuesOfYear(
  inputs: Pick<CalculationInputs, "methodology" | "asOf">,
): readonly ValueOfYear[] {
  return [...inputs.methodology.parameters.values()].flatMap((parameter) => {
    const keys = new Map(parameter.values.map(({ key }) => [JSON.stringify(key), key]));
    return [...keys.values()].flatMap((key) => valuesOfKey(inputs, parameter, key));
  });
}

function valuesOfKey(
  inputs: Pick<CalculationInputs, "methodology" | "asOf">,
  parameter: Parameter,
  key: ParameterValue["key"],
): readonly ValueOfYear[] {
  const year = yearOfInputs(inputs);
  const spans = spansOfKey(parameter, key, year, inputs.asOf.knownOn);
  const codes = parameter.dimensions.flatMap((dimension, place) => {
    const code = key[place];
    return code === undefined ? [] : [[dimension, code] as const];
  });
  return spans.flatMap(({ from, value }, place) => {
    if (value === undefined) return [];
    const to = spans[place + 1]?.from ?? year.to;
    const isWholeYear = spans.length === 1;
    return [{ parameter, key: new Map(codes), from, to, isWholeYear, value }];
  });
}
