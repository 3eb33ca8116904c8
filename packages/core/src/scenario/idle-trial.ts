/** A city under a scenario, from which one override after another is left out. */
import {
  buildPlan,
  type CalculationPlan,
  columnsOfRegister,
  type FactChange,
  type Model,
  type ModelChange,
  openModel,
  planWithLaw,
} from "../calculation/index.ts";
import { invariant, ok, present, type Result, unlessIssues } from "../kernel/index.ts";
import { type Application, applyOverrides, sorted } from "./apply-scenario.ts";
import { type CellRow, changesOfRow, nameOfRow, valueOfRow } from "./override-facts.ts";
import { type LawInputs, type LawOverride, overrideLaw } from "./override-law.ts";
import { openStanding, type Standing, yearOfInputs } from "./override-standing.ts";
import {
  type CalculationInputs,
  type FactOverride,
  type Override,
  overridesOf,
  type Scenario,
} from "./scenario.ts";

export type Trial = {
  /** The base, without any override. */
  readonly inputs: CalculationInputs;
  /** Those that were not left out, the oldest first. */
  readonly overrides: readonly Override[];
  /** What the base says. */
  readonly standing: Standing;
  /** The name of the row of each override of a fact. */
  readonly rows: ReadonlyMap<FactOverride, string>;
  /** What all of them came to. */
  readonly application: Application;
  /** The law under those that were not left out, as the model has it. */
  readonly plan: CalculationPlan;
  readonly model: Model;
};

/** Refused where the scenario does not apply or the city cannot be calculated under it. */
export function openTrial(inputs: CalculationInputs, scenario: Scenario): Result<Trial> {
  const overrides = overridesOf(scenario);
  const application = applyOverrides(inputs, overrides);
  const { applied, faults, ownFaults } = application;
  const issues = [...ownFaults, ...overrides.flatMap((each) => faults.get(each) ?? [])];
  const fitting = unlessIssues(issues, () => applied.inputs);
  if (!fitting.ok) return fitting;
  const { methodology, snapshot, asOf } = fitting.value;
  const plan = buildPlan(methodology, asOf);
  if (!plan.ok) return plan;
  const model = openModel(plan.value, columnsOfRegister(plan.value, snapshot));
  if (!model.ok) return model;
  return ok({
    ...{ inputs, overrides, application, plan: plan.value, model: model.value },
    standing: openStanding({ inputs, envelopes: [] }),
    rows: new Map([...application.cells].map(([override, cell]) => [override, nameOfRow(cell)])),
  });
}

/** The law without the override; nothing where another one does not fit without it. */
export function lawWithout(
  { inputs, overrides }: Trial,
  override: LawOverride,
): LawInputs | undefined {
  const { laws } = sorted(overrides.filter((each) => each !== override));
  const { methodology, faults } = overrideLaw(inputs, laws);
  return faults.size > 0 ? undefined : { methodology, asOf: inputs.asOf };
}

/** The plan of such a law; nothing where there is none. */
export function planOf(
  { plan }: Trial,
  { methodology, asOf }: LawInputs,
  override: LawOverride,
): CalculationPlan | undefined {
  const { parameters } = methodology;
  if (override.kind === "parameter") return planWithLaw(plan, { parameters });
  const built = buildPlan(methodology, asOf);
  return built.ok ? built.value : undefined;
}

/** The row that an override of a fact means. */
export function rowOfOverride({ application }: Trial, override: FactOverride): CellRow {
  return present(application.cells.get(override), "a row of an override that fits");
}

/** Whether a later override is about the same row. */
export function isRowSaidAgain(trial: Trial, override: FactOverride): boolean {
  return rowsLike(trial, override).at(-1) !== rowOfOverride(trial, override);
}

/** What the row says without the last override of it: that of an earlier one, or of the base. */
export function valueWithout(trial: Trial, override: FactOverride): string | undefined {
  const { inputs, standing } = trial;
  const cell = rowOfOverride(trial, override);
  const earlier = rowsLike(trial, override).at(-2);
  if (earlier !== undefined) return valueSaid(earlier);
  return standing(override, cell, yearOfInputs(inputs))[0]?.value;
}

function rowsLike(trial: Trial, override: FactOverride): readonly CellRow[] {
  const { overrides, rows } = trial;
  const name = rows.get(override);
  return sorted(overrides)
    .facts.filter((each) => rows.get(each) === name)
    .map((each) => rowOfOverride(trial, each));
}

/** Plain digits; nothing for a row that is to be gone. */
export function valueSaid(cell: CellRow): string | undefined {
  return cell.isGone ? undefined : valueOfRow(cell);
}

/** The row with this value, as a model is told of it. */
export function changeOfRow(
  { application }: Trial,
  cell: CellRow,
  value: string | undefined,
): readonly FactChange[] {
  return changesOfRow(application.applied.inputs, cell, value);
}

/**
 * What is found after a change; the model is then what it was. Nothing where the change is refused.
 */
export function lookAfter<Found>(
  { model }: Trial,
  change: ModelChange,
  back: ModelChange,
  look: () => Found,
): Found | undefined {
  if (!model.change(change).ok) return undefined;
  const found = look();
  invariant(model.change(back).ok, "a model goes back to what it was");
  return found;
}
