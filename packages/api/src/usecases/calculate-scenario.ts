/** A city as it stands or under a scenario: planned, calculated, or opened to be changed. */
import {
  applyScenario,
  buildPlan,
  type CalculationInputs,
  type CalculationPlan,
  type CalculationRun,
  calculate,
  columnsOfRegister,
  type EnvelopeOverride,
  identifyScenario,
  type Model,
  ok,
  openModel,
  type Result,
  type Scenario,
} from "@zhanbasy/core";
import type { City } from "./read-city.ts";

/** What a calculation is made of once the scenario has been applied. */
export type AppliedCity = {
  readonly inputs: CalculationInputs;
  readonly plan: CalculationPlan;
  /** Nothing for the city as it stands. */
  readonly scenario: Scenario | undefined;
  /** The hash of all that decides figures. */
  readonly identity: string;
  /** Limits that the scenario sets; they change no line. */
  readonly envelopes: readonly EnvelopeOverride[];
};

export type ScenarioRun = AppliedCity & { readonly run: CalculationRun };
export type ScenarioModel = AppliedCity & { readonly model: Model };

/** What is asked of a city is asked of these. */
type CityParts = Pick<City, "inputs" | "plan">;

const NOTHING_CHANGED: Scenario = { name: "", parent: undefined, overrides: [] };

/** Refused with the faults of the scenario, each at its override. */
export function applyTo(
  { inputs, plan }: CityParts,
  scenario: Scenario | undefined,
): Result<AppliedCity> {
  const identity = identifyScenario(inputs, scenario ?? NOTHING_CHANGED);
  if (scenario === undefined) return ok({ inputs, plan, scenario, identity, envelopes: [] });
  const applied = applyScenario(inputs, scenario);
  if (!applied.ok) return applied;
  const { inputs: changed, envelopes } = applied.value;
  const planned = buildPlan(changed.methodology, changed.asOf);
  if (!planned.ok) return planned;
  return ok({ inputs: changed, plan: planned.value, scenario, identity, envelopes });
}

/** Refused with the faults of the scenario, or with those of the calculation. */
export function calculateScenario(
  city: CityParts,
  scenario: Scenario | undefined,
): Result<ScenarioRun> {
  const applied = applyTo(city, scenario);
  if (!applied.ok) return applied;
  const run = calculate(applied.value.plan, applied.value.inputs.snapshot);
  return run.ok ? ok({ ...applied.value, run: run.value }) : run;
}

/** The same as a model, for questions that try many variants. */
export function openScenario(
  city: CityParts,
  scenario: Scenario | undefined,
): Result<ScenarioModel> {
  const applied = applyTo(city, scenario);
  if (!applied.ok) return applied;
  const { plan, inputs } = applied.value;
  const model = openModel(plan, columnsOfRegister(plan, inputs.snapshot));
  return model.ok ? ok({ ...applied.value, model: model.value }) : model;
}
