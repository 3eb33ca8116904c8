/**
 * A scenario taken from one base to another: a register of another day, a law that became known.
 *
 * What no longer fits is left out and told with its faults; what still fits is kept, and told where
 * the value under it is another one now, or has become what the override says.
 */

import { chooseWordings, exactText } from "../calculation/index.ts";
import type { Issue } from "../kernel/index.ts";
import { findFigure, printExpression } from "../methodology/index.ts";
import { formatTenge } from "../money/index.ts";
import { type Application, applyOverrides } from "./apply-scenario.ts";
import { valueOfRow } from "./override-facts.ts";
import { daysOfOverride, openStanding, type StandingValue } from "./override-standing.ts";
import { type CalculationInputs, type Override, overridesOf, type Scenario } from "./scenario.ts";

export type RebasedScenario = {
  /** With those overrides that still fit, parents included. */
  readonly scenario: Scenario;
  /** What does not fit the new base, and why. */
  readonly gone: readonly { readonly override: Override; readonly issues: readonly Issue[] }[];
  /** What stands on another value than before; none where nothing stood or stands. */
  readonly moved: readonly {
    readonly override: Override;
    readonly before: readonly StandingValue[];
    readonly now: readonly StandingValue[];
  }[];
  /** What the new base says by itself; kept in the scenario, where it changes nothing. */
  readonly settled: readonly Override[];
};

export function rebaseScenario(
  scenario: Scenario,
  from: CalculationInputs,
  to: CalculationInputs,
): RebasedScenario {
  const all = overridesOf(scenario);
  const { application, gone } = fitTo(to, all);
  const before = applyOverrides(from, all);
  const kept = all.filter((each) => !gone.has(each));
  const standingNow = under(to, application);
  const standingBefore = under(from, before);
  const settled: Override[] = [];
  const moved: RebasedScenario["moved"][number][] = [];
  for (const override of kept) {
    const now = standingNow(override);
    if (isSettled(application, override, now)) settled.push(override);
    else if (!before.faults.has(override)) {
      const earlier = standingBefore(override);
      if (!isSame(earlier, now)) moved.push({ override, before: earlier, now });
    }
  }
  return {
    scenario: without(scenario, new Set(gone.keys())),
    gone: [...gone].map(([override, issues]) => ({ override, issues })),
    ...{ moved, settled },
  };
}

/** Leaves out what does not fit, and what does not fit without that, until all of the rest does. */
function fitTo(
  to: CalculationInputs,
  all: readonly Override[],
): { readonly application: Application; readonly gone: Map<Override, readonly Issue[]> } {
  const gone = new Map<Override, readonly Issue[]>();
  for (;;) {
    const application = applyOverrides(
      to,
      all.filter((each) => !gone.has(each)),
    );
    if (application.faults.size === 0) return { application, gone };
    for (const [override, issues] of application.faults) gone.set(override, issues);
  }
}

/** What stands in a base where an override speaks. */
function under(
  inputs: CalculationInputs,
  { cells }: Application,
): (override: Override) => readonly StandingValue[] {
  const standing = openStanding({ inputs, envelopes: [] });
  return (override) => {
    const cell = override.kind === "fact" ? cells.get(override) : undefined;
    return standing(override, cell, daysOfOverride(inputs, override));
  };
}

function isSettled(
  application: Application,
  override: Override,
  now: readonly StandingValue[],
): boolean {
  const cell = override.kind === "fact" ? application.cells.get(override) : undefined;
  if (cell?.isGone === true) return now.length === 0;
  const said = saidBy(application, override);
  return now.length > 0 && now.every(({ value }) => value === said);
}

/** The value of an override as standing values are written; nothing where it has none. */
function saidBy({ applied, cells }: Application, override: Override): string | undefined {
  const { methodology, asOf } = applied.inputs;
  switch (override.kind) {
    case "parameter": {
      const value = findFigure(override.value);
      return value && exactText(value);
    }
    case "fact": {
      const cell = cells.get(override);
      return cell && valueOfRow(cell);
    }
    case "formula": {
      const wording = chooseWordings(methodology, asOf).formulas.get(override.formula);
      // A later text of the same formula stands there otherwise.
      if (wording === undefined || wording.place !== override.place) return undefined;
      return printExpression(wording.expression);
    }
    case "switch":
      return `${override.isOn}`;
    case "envelope":
      return formatTenge(override.amount);
  }
}

function isSame(left: readonly StandingValue[], right: readonly StandingValue[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function without({ name, parent, overrides }: Scenario, gone: ReadonlySet<Override>): Scenario {
  return {
    name,
    parent: parent && without(parent, gone),
    overrides: overrides.filter((each) => !gone.has(each)),
  };
}
