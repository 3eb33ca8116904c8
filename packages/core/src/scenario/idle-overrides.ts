/**
 * Overrides that change nothing, and why.
 *
 * Decided by calculation: a city under the whole scenario, and the same with one override left out,
 * the oldest first. Where no line is another by a tiyn, and no limit tells anything else, it is
 * idle and stays left out, so that all idle ones together change nothing.
 */
import { type LineAmounts, type Model, type ModelChange, tiynAt } from "../calculation/index.ts";
import { invariant, ok, type Result } from "../kernel/index.ts";
import { type IdleReason, openReasons } from "./idle-reasons.ts";
import {
  changeOfRow,
  isRowSaidAgain,
  lawWithout,
  lookAfter,
  openTrial,
  planOf,
  rowOfOverride,
  type Trial,
  valueSaid,
  valueWithout,
} from "./idle-trial.ts";
import type { CalculationInputs, FactOverride, Override, Scenario } from "./scenario.ts";

export type IdleOverride = { readonly override: Override; readonly why: IdleReason };

/**
 * The idle ones among all overrides of a scenario, in their order; refused where the scenario does
 * not apply or cannot be calculated.
 */
export function findIdleOverrides(
  inputs: CalculationInputs,
  scenario: Scenario,
): Result<readonly IdleOverride[]> {
  const opened = openTrial(inputs, scenario);
  if (!opened.ok) return opened;
  let trial = opened.value;
  const reasonOf = openReasons(trial);
  const idle: IdleOverride[] = [];
  for (const override of trial.overrides) {
    const without = leaveOut(trial, override);
    if (without === undefined) continue;
    idle.push({ override, why: reasonOf(trial, override) });
    const left = trial.model.change(without.change);
    invariant(left.ok, "an override that changes nothing can be left out");
    trial = without.trial;
  }
  return ok(idle);
}

/** A trial with one override less, and what a model is told of that. */
type Without = { readonly trial: Trial; readonly change: ModelChange };

/** The trial without the override; nothing where that changes something. */
function leaveOut(trial: Trial, override: Override): Without | undefined {
  const overrides = trial.overrides.filter((each) => each !== override);
  const rest: Trial = { ...trial, overrides };
  switch (override.kind) {
    case "parameter":
    case "formula":
    case "switch": {
      const law = lawWithout(trial, override);
      const plan = law && planOf(trial, law, override);
      // What others need in order to fit is not idle.
      if (plan === undefined) return undefined;
      const isIdle = changesNothing(trial, { plan }, { plan: trial.plan });
      return isIdle ? { trial: { ...rest, plan }, change: { plan } } : undefined;
    }
    case "fact":
      return leaveOutFact(trial, override, rest);
    case "envelope": {
      // A limit is told; one that is said again has its last amount.
      const isTold = trial.application.applied.envelopes.includes(override);
      return isTold ? undefined : { trial: rest, change: {} };
    }
  }
}

function leaveOutFact(trial: Trial, override: FactOverride, rest: Trial): Without | undefined {
  if (isRowSaidAgain(trial, override)) return { trial: rest, change: {} };
  const cell = rowOfOverride(trial, override);
  const without = valueWithout(trial, override);
  if (without === valueSaid(cell)) return { trial: rest, change: {} };
  const facts = changeOfRow(trial, cell, without);
  const back = changeOfRow(trial, cell, valueSaid(cell));
  const isIdle = changesNothing(trial, { facts }, { facts: back });
  return isIdle ? { trial: rest, change: { facts } } : undefined;
}

function changesNothing(trial: Trial, change: ModelChange, back: ModelChange): boolean {
  const before = tellingOf(trial.model);
  const after = lookAfter(trial, change, back, () => tellingOf(trial.model));
  return after !== undefined && isSameTelling(before, after);
}

type Telling = { readonly lines: readonly LineAmounts[]; readonly limits: string };

function tellingOf(model: Model): Telling {
  const limits = model.outcomes().flatMap(({ stage, isOn, groups }) => {
    if (stage.kind !== "limit") return [];
    const envelopes = [...groups].map(([name, { figures }]) => {
      const { envelope } = figures;
      return [name, `${envelope?.numerator}/${envelope?.denominator}`];
    });
    return [[stage.id, isOn, envelopes]];
  });
  return { lines: model.lineAmounts(), limits: JSON.stringify(limits) };
}

function isSameTelling(left: Telling, right: Telling): boolean {
  if (left.limits !== right.limits || left.lines.length !== right.lines.length) return false;
  const others = new Map(right.lines.map((line) => [line.definition.id, line]));
  return left.lines.every((line) => {
    const other = others.get(line.definition.id);
    return other !== undefined && isSameLine(line, other);
  });
}

function isSameLine(left: LineAmounts, right: LineAmounts): boolean {
  const { organisations } = left;
  if (organisations.length !== right.organisations.length) return false;
  return organisations.every(
    (row, place) =>
      row === right.organisations[place] &&
      tiynAt(left.amounts, place) === tiynAt(right.amounts, place),
  );
}
