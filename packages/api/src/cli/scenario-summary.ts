/** What a run says of the scenario it was made under: its name, its identity, its limits. */
import {
  type CalculationRun,
  formatTenge,
  type Scope,
  sumTiyn,
  type Tiyn,
  tiyn,
} from "@zhanbasy/core";
import type { AppliedCity } from "../usecases/calculate-scenario.ts";
import { scopeText } from "./scope-words.ts";

/** A limit of the scenario, and what stands under it; negative headroom is a deficit. */
export type EnvelopeSummary = {
  readonly scope: string;
  readonly limit: string;
  readonly total: string;
  readonly headroom: string;
};

export type ScenarioSummary = {
  readonly name: string;
  readonly identity: string;
  readonly envelopes: readonly EnvelopeSummary[];
};

/** Nothing for the city as it stands. */
export function summarizeScenario(
  { scenario, identity, envelopes }: AppliedCity,
  run: CalculationRun,
): ScenarioSummary | undefined {
  if (scenario === undefined) return undefined;
  return {
    ...{ name: scenario.name, identity },
    envelopes: envelopes.map(({ scope, amount }) => {
      const total = totalOf(run, scope);
      return {
        ...{ scope: scopeText(scope), limit: formatTenge(amount), total: formatTenge(total) },
        headroom: formatTenge(tiyn(amount - total)),
      };
    }),
  };
}

/** The limit that the scenario sets for the whole city. */
export function cityEnvelope({ envelopes }: AppliedCity): Tiyn | undefined {
  return envelopes.find(({ scope }) => scope.by === "city")?.amount;
}

function totalOf({ totals, lines }: CalculationRun, scope: Scope): Tiyn {
  const nothing = tiyn(0n);
  switch (scope.by) {
    case "city":
      return totals.total;
    case "tier":
      return totals.byTier.get(scope.member) ?? nothing;
    case "district":
      return totals.byDistrict.get(scope.member) ?? nothing;
    case "budgetCode":
      return totals.byBudgetCode.get(scope.member) ?? nothing;
    case "organisation": {
      const own = lines.filter(({ organisationId }) => organisationId === scope.member);
      return sumTiyn(own.map(({ amount }) => amount));
    }
  }
}
