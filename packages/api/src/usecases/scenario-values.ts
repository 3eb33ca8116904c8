/** The values of the law as a scenario finds them and has them. */
import {
  type CalculationInputs,
  formatUnit,
  type Override,
  type ParameterOverride,
  type ValueOfYear,
  valuesOfYear,
} from "@zhanbasy/core";
import type { ScenarioValue } from "../contract.ts";

/** Every value that stands in the year under the parents, beside what the own overrides say. */
export function listValues(
  inputs: CalculationInputs,
  own: readonly Override[],
): readonly ScenarioValue[] {
  const changed = own.filter((each) => each.kind === "parameter");
  return valuesOfYear(inputs).map((each) => {
    const { parameter, key, from, to, isWholeYear, value } = each;
    const override = changed.findLast((override) => isOf(override, each));
    return {
      parameter: parameter.id,
      key: Object.fromEntries(key),
      ...{ validFrom: from, validTo: to, isWholeYear },
      unit: formatUnit(parameter.unit),
      status: value.status,
      standing: value.digits,
      own: override?.value ?? null,
    };
  });
}

/** Whether the override replaces the value: it has that key, and its first day or no day. */
function isOf(override: ParameterOverride, { parameter, key, from }: ValueOfYear): boolean {
  if (override.parameter !== parameter.id || override.key.size !== key.size) return false;
  for (const [dimension, code] of key) if (override.key.get(dimension) !== code) return false;
  return override.validFrom === undefined || override.validFrom === from;
}
