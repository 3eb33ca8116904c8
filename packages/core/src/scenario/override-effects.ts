/**
 * What a scenario makes different, and nothing else: where two scenarios have the same effects over
 * the same inputs, every figure is the same.
 *
 * Names, reasons and authors are no effects, neither is an override that says what stands there
 * already, or one of which a later one leaves nothing.
 */
import { compareIds } from "../kernel/index.ts";
import { type Application, applyOverrides } from "./apply-scenario.ts";
import { type CellRow, nameOfRow, valueOfRow } from "./override-facts.ts";
import {
  openStanding,
  type Standing,
  type StandingValue,
  yearOfInputs,
} from "./override-standing.ts";
import { contentOf, targetOf } from "./override-target.ts";
import { type CalculationInputs, type Override, overridesOf, type Scenario } from "./scenario.ts";

/** One thing that is different, and what stands there now; nothing where it is gone. */
export type Effect = { readonly target: string; readonly values: readonly StandingValue[] };

export type ScenarioEffects = {
  /** Sorted by what they are about. */
  readonly effects: readonly Effect[];
  /** What overrides say that do not fit the inputs; such a scenario has no figures. */
  readonly unfit: readonly string[];
};

export function effectsOf(inputs: CalculationInputs, scenario: Scenario): ScenarioEffects {
  const overrides = overridesOf(scenario);
  const application = applyOverrides(inputs, overrides);
  return effectsAmong(overrides, application, {
    inputs,
    before: openStanding({ inputs, envelopes: [] }),
  });
}

/** What the overrides are laid over, and what stands there without them. */
export type StandingInputs = { readonly inputs: CalculationInputs; readonly before: Standing };

/** The same of overrides that were laid over the inputs already. */
export function effectsAmong(
  overrides: readonly Override[],
  { applied, cells, faults }: Application,
  { inputs, before }: StandingInputs,
): ScenarioEffects {
  const now = openStanding(applied);
  const year = yearOfInputs(inputs);
  // The last one of a row holds.
  const rows = new Map([...cells.values()].map((cell) => [nameOfRow(cell), cell]));
  const effects = new Map<string, Effect>();
  for (const override of overrides) {
    if (faults.has(override)) continue;
    const cell = override.kind === "fact" ? cells.get(override) : undefined;
    const target = cell === undefined ? targetOf(override) : `row ${nameOfRow(cell)}`;
    if (effects.has(target)) continue;
    const last = cell && rows.get(nameOfRow(cell));
    const values = last === undefined ? now(override, cell, year) : valuesOfRow(last);
    const earlier = before(override, cell, year);
    if (JSON.stringify(values) !== JSON.stringify(earlier)) effects.set(target, { target, values });
  }
  return {
    effects: [...effects.values()].sort((left, right) => compareIds(left.target, right.target)),
    unfit: overrides
      .filter((each) => faults.has(each))
      .map(contentOf)
      .sort(compareIds),
  };
}

function valuesOfRow(cell: CellRow): readonly StandingValue[] {
  return cell.isGone ? [] : [{ from: undefined, value: valueOfRow(cell) }];
}
