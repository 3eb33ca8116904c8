/** A city read and calculated: everything that is wrong with any part of it comes back at once. */
import {
  type AsOf,
  type CalculationRun,
  calculate,
  findRunWarnings,
  type Issue,
  ok,
} from "@zhanbasy/core";
import { type CitySources, type ReadCity, readCity } from "./read-city.ts";

/** A run, and what its reader must be told. */
export type CityRun = ReadCity<{
  readonly run: CalculationRun;
  readonly warnings: readonly Issue[];
}>;

/** The city as it stands, under no scenario. */
export async function calculateCity(sources: CitySources, asOf: AsOf): Promise<CityRun> {
  const { methodology, result: city } = await readCity(sources, asOf);
  if (!city.ok) return { methodology, result: city };
  const { plan, inputs, warnings } = city.value;
  const run = calculate(plan, inputs.snapshot);
  if (!run.ok) return { methodology, result: run };
  const told = [...findRunWarnings(run.value), ...warnings];
  return { methodology, result: ok({ run: run.value, warnings: told }) };
}
