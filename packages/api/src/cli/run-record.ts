/** What every answer says of the calculation that it stands on. */
import {
  formatDate,
  formatDigits,
  formatTenge,
  formatUnitText,
  identifyRun,
  type Ratio,
  roundToTiyn,
  type Tiyn,
} from "@zhanbasy/core";
import type { AppliedCity, ScenarioRun } from "../usecases/calculate-scenario.ts";
import type { CommandContext } from "./command.ts";
import { assumedValues } from "./summary.ts";

/** Year, state of knowledge, scenario and identity. */
export function cityRecord({ plan, scenario, identity }: AppliedCity) {
  const { asOf, methodology } = plan;
  return {
    year: asOf.budgetYear,
    knownOn: asOf.knownOn,
    methodology: methodology.id,
    demonstration: methodology.isDemonstration,
    scenario: scenario?.name ?? null,
    identity,
  };
}

/** The same of a calculated city, with its total, the number of assumed values, and hashes. */
export function runRecord(calculated: ScenarioRun) {
  const { run } = calculated;
  const total = formatTenge(run.totals.total);
  const assumedCount = assumedValues(run).length;
  return { ...cityRecord(calculated), total, assumedCount, ...identifyRun(run) };
}

/** What rests on assumed values says so. */
export function runSentences(
  calculated: ScenarioRun,
  context: CommandContext,
): readonly [string, ...string[]] {
  const { run } = calculated;
  const own = citySentence(calculated, run.totals.total, context);
  const count = assumedValues(run).length;
  if (count === 0) return [own];
  const { language, translate } = context;
  return [own, translate("answer.assumed", { count: formatDigits(`${count}`, language) })];
}

/** The same for people, on one line. */
export function citySentence(
  { plan, scenario, identity }: AppliedCity,
  total: Tiyn,
  context: CommandContext,
): string {
  const { budgetYear: year, knownOn } = plan.asOf;
  const facts = {
    ...{ year, knownOn: formatDate(knownOn), identity },
    total: moneyText(total, plan.methodology.currency, context),
  };
  const { translate } = context;
  if (scenario === undefined) return translate("answer.base", facts);
  return translate("answer.scenario", { ...facts, name: scenario.name });
}

/** An amount with its unit, as people of the language write it. */
export function moneyText(
  amount: Tiyn,
  currency: string,
  { language, translate }: Pick<CommandContext, "language" | "translate">,
): string {
  return `${formatDigits(formatTenge(amount), language)}\u202F${formatUnitText(currency, translate)}`;
}

/** A part as a percentage with two decimals; empty text where there is no part. */
export function percentText(share: Ratio | undefined): string {
  if (share === undefined) return "";
  const { numerator, denominator } = share;
  return formatTenge(roundToTiyn({ numerator: numerator * 100n, denominator }, "half-up"));
}

/** Tenge with two decimals; empty text where there is no amount. */
export function amountText(amount: Tiyn | undefined): string {
  return amount === undefined ? "" : formatTenge(amount);
}
