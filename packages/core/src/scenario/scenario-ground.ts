/**
 * The law and the register under many scenarios, looked through once.
 *
 * Whoever changes a scenario all day asks the same of the same inputs each time; what does not
 * depend on the overrides is kept here.
 */
import {
  buildPlan,
  type CalculationPlan,
  type ModelChange,
  planWithLaw,
} from "../calculation/index.ts";
import { ok, present, type Result, unlessIssues } from "../kernel/index.ts";
import { type AppliedScenario, applyOverrides } from "./apply-scenario.ts";
import { effectsAmong, type ScenarioEffects } from "./override-effects.ts";
import { type CellRow, changesOfRows, nameOfRow, valueOfRow } from "./override-facts.ts";
import { daysOfOverride, openStanding, type Standing, yearOfInputs } from "./override-standing.ts";
import type { CalculationInputs, FactOverride, Override } from "./scenario.ts";

/** Overrides laid over the ground. */
export type LaidScenario = AppliedScenario & {
  readonly plan: CalculationPlan;
  readonly effects: ScenarioEffects;
  /** The changed rows of the register, by name. */
  readonly rows: ReadonlyMap<string, ChangedRow>;
};

/** How a row is now, and which override says so last. */
export type ChangedRow = { readonly cell: CellRow; readonly by: FactOverride };

export type ScenarioGround = {
  readonly inputs: CalculationInputs;
  /** What comes of the overrides, the earlier first, or every fault of every one of them. */
  readonly lay: (overrides: readonly Override[]) => Result<LaidScenario>;
  /** What a model of one of the two must be told to be a model of the other. */
  readonly changeBetween: (from: LaidScenario, to: LaidScenario) => ModelChange;
  /**
   * What stands under a laid scenario where each of the overrides speaks, as plain text: on the
   * first of its days, nothing where no value stands.
   */
  readonly standingUnder: (
    laid: LaidScenario,
    overrides: readonly Override[],
  ) => ReadonlyMap<Override, string | undefined>;
};

export function openGround(inputs: CalculationInputs): ScenarioGround {
  const before = openStanding({ inputs, envelopes: [] });
  const planned = buildPlan(inputs.methodology, inputs.asOf);
  return {
    inputs,
    lay: (overrides) => lay({ inputs, before, planned }, overrides),
    changeBetween: (from, to) => {
      const names = new Set([...from.rows.keys(), ...to.rows.keys()]);
      const rows = [...names].flatMap((name) => {
        const [earlier, later] = [from.rows.get(name), to.rows.get(name)];
        const { cell, by } = present(later ?? earlier, "a row that one of the two changes");
        const base = before(by, cell, yearOfInputs(inputs))[0]?.value;
        const value = valueIn(later, base);
        return value === valueIn(earlier, base) ? [] : [{ cell, value }];
      });
      return { plan: to.plan, facts: changesOfRows(to.inputs, rows) };
    },
    standingUnder: (laid, overrides) => {
      const { cells } = applyOverrides(inputs, overrides);
      const standing = openStanding(laid);
      const valueAt = (override: Override): string | undefined => {
        const days = daysOfOverride(laid.inputs, override);
        if (override.kind !== "fact") return standing(override, undefined, days)[0]?.value;
        const cell = cells.get(override);
        if (cell === undefined) return undefined;
        return valueIn(laid.rows.get(nameOfRow(cell)), before(override, cell, days)[0]?.value);
      };
      return new Map(overrides.map((each) => [each, valueAt(each)]));
    },
  };
}

type Ground = {
  readonly inputs: CalculationInputs;
  readonly before: Standing;
  /** The plan of the law without any override. */
  readonly planned: Result<CalculationPlan>;
};

function lay(ground: Ground, overrides: readonly Override[]): Result<LaidScenario> {
  const application = applyOverrides(ground.inputs, overrides);
  const { applied, cells, faults, ownFaults } = application;
  const issues = [...ownFaults, ...overrides.flatMap((each) => faults.get(each) ?? [])];
  const fits = unlessIssues(issues, () => applied);
  if (!fits.ok) return fits;
  const planned = planOf(ground, applied, overrides);
  if (!planned.ok) return planned;
  const { inputs, envelopes } = applied;
  return ok({
    ...{ inputs, envelopes, plan: planned.value },
    effects: effectsAmong(overrides, application, ground),
    rows: new Map([...cells].map(([by, cell]) => [nameOfRow(cell), { cell, by }])),
  });
}

/** What the overrides leave as it is stays the very same, so that a model knows what to keep. */
function planOf(
  { planned }: Ground,
  { inputs: { methodology, asOf } }: AppliedScenario,
  overrides: readonly Override[],
): Result<CalculationPlan> {
  const hasOtherRules = overrides.some(({ kind }) => kind === "formula" || kind === "switch");
  if (!planned.ok || hasOtherRules) return buildPlan(methodology, asOf);
  if (planned.value.methodology === methodology) return planned;
  return ok(planWithLaw(planned.value, { parameters: methodology.parameters }));
}

/** What stands in the row, where one of them changes it; else that of the base. */
function valueIn(row: ChangedRow | undefined, base: string | undefined): string | undefined {
  if (row === undefined) return base;
  return row.cell.isGone ? undefined : valueOfRow(row.cell);
}
