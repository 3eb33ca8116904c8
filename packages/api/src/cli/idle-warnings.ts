/**
 * What a reader must be told of a scenario: overrides that change nothing, each at its place.
 */
import {
  type CalculationInputs,
  findIdleOverrides,
  type Issue,
  issue,
  type Scenario,
  targetOf,
} from "@zhanbasy/core";
import type { City } from "../usecases/read-city.ts";

/** None for the city as it stands; a scenario that cannot be calculated is told elsewhere. */
export function idleWarnings(
  inputs: CalculationInputs,
  scenario: Scenario | undefined,
): readonly Issue[] {
  const found = scenario && findIdleOverrides(inputs, scenario);
  if (found === undefined || !found.ok) return [];
  const own = new Set(scenario?.overrides);
  // To say something else than its parent is what a scenario is for.
  const telling = found.value.filter(
    ({ override, why }) => why.code !== "superseded" || own.has(override),
  );
  return telling.map(({ override, why }) => {
    const facts = { ...why.facts, target: targetOf(override), why: why.code };
    return issue("override-idle", override.place, facts);
  });
}

/** What is to be told where a city is only tried, and no run of it is kept. */
export function modelWarnings(
  { inputs, warnings }: Pick<City, "inputs" | "warnings">,
  scenario: Scenario | undefined,
): readonly Issue[] {
  const { id, isDemonstration } = inputs.methodology;
  return [
    ...(isDemonstration ? [issue("demonstration-data", {}, { methodology: id })] : []),
    ...warnings,
    ...idleWarnings(inputs, scenario),
  ];
}
