/**
 * One random methodology three times: the oracle, the calculation of core, and its explanations.
 * Every line, row of the ledger and total is the same to the tiyn, or both are refused.
 */
import {
  type CalculationRun,
  calculate,
  explainLine,
  lineName,
  parseMethodology,
  parseRegister,
  type RegisterSnapshot,
  registerRulesOf,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "../support/build-plan-of.ts";
import { getValue } from "../support/get-value.ts";
import { tableOfRows } from "../support/table-of-rows.ts";
import { tinyLayer } from "../support/tiny-methodology.ts";
import type { CityRows } from "./city.ts";
import { type Allocation, calculateCity } from "./city-calculation.ts";
import { differences } from "./differences.ts";
import { type Fraction, fractionOf } from "./fraction.ts";
import { YEAR } from "./land.ts";
import { readLaw } from "./law.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { refusalOf } from "./refusal.ts";
import { tengeText } from "./tenge-text.ts";

export type CaseComparison = {
  readonly organisations: number;
  readonly lines: number;
  readonly explained: number;
  /** Why both refuse it; empty text where neither does. */
  readonly refusal: string;
  /** The kinds of its stages. */
  readonly stages: readonly string[];
  readonly differences: readonly string[];
};

/** Every so many lines of the city one is explained. */
export const SOME_LINES = 17;

export function compareRandomCase(given: RandomCase, explainedEach: number): CaseComparison {
  const { seed, document, rows } = given;
  const expected = allocationOf(given);
  const { plan, snapshot } = openCase(given);
  const found = calculate(plan, snapshot);
  const told = (text: string) => `seed ${seed}: ${text}`;
  const common = {
    organisations: rows.organisations.length,
    stages: (document.stages ?? []).map(({ kind }) => kind),
  };
  if (typeof expected === "string" || !found.ok) {
    const codes = found.ok ? [] : [...new Set(found.issues.map(({ code }) => code))];
    const isAgreed = typeof expected === "string" && !found.ok;
    const refusal = typeof expected === "string" ? expected : "";
    const difference = told(`oracle refuses "${refusal}", core "${codes.join(", ")}"`);
    const refused = { lines: 0, explained: 0, refusal: refusal === "" ? "core" : refusal };
    return { ...common, ...refused, differences: isAgreed ? [] : [difference] };
  }
  const run = found.value;
  const explained = explainedDifferences(run, expected, explainedEach);
  return {
    ...common,
    ...{ lines: run.lines.length, refusal: "", explained: explained.count },
    differences: [...runDifferences(run, expected), ...explained.faults].map(told),
  };
}

export function openCase({ document, rows, knownOn }: Omit<RandomCase, "seed">) {
  const methodology = getValue(parseMethodology([tinyLayer(document)]));
  const plan = buildPlanOf(methodology, YEAR, knownOn);
  const { snapshot } = getValue(parseRegister(tablesOf(rows), registerRulesOf(plan)));
  return { plan, snapshot } satisfies { readonly snapshot: RegisterSnapshot; plan: typeof plan };
}

/** What the oracle gives, or the code of its refusal. */
export function allocationOf({ document, rows, knownOn }: Omit<RandomCase, "seed">) {
  try {
    return calculateCity(readLaw([document], YEAR, knownOn), rows);
  } catch (error) {
    return refusalOf(error);
  }
}

function tablesOf({ organisations, headcounts, facts, estimates, lastYear }: CityRows) {
  const table = (file: string, rows: CityRows["facts"]) =>
    rows.length === 0 ? undefined : tableOfRows(file, rows);
  return {
    organisations: [tableOfRows("organisations.csv", organisations)],
    headcounts: table("headcounts.csv", headcounts),
    facts: table("facts.csv", facts),
    estimates: table("estimates.csv", estimates),
    lastYear: table("last_year.csv", lastYear),
  };
}

/** Lines, people, ledger and totals of a run that are not the oracle's. */
export function runDifferences(
  run: CalculationRun,
  { lines, headcounts, ledger, totals }: Allocation,
) {
  const found = new Map(
    run.lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
      [organisationId, tier, budgetCode, method].join(","),
      amount,
    ]),
  );
  const rows = new Map(
    run.ledger.map(({ stage, group, organisationId, line, paidBy, change }) => [
      [stage, group, organisationId, organisationId === "" ? paidBy : line].join(","),
      change,
    ]),
  );
  return [
    ...differences(lines, found),
    ...headcountDifferences(run, headcounts),
    ...differences(ledger, rows).map((text) => `ledger ${text}`),
    ...differences(totals, totalsOf(run.totals)).map((text) => `totals ${text}`),
  ];
}

/** The people of a line, as digits or a fraction; nobody where it counts nobody. */
function headcountDifferences(run: CalculationRun, headcounts: Allocation["headcounts"]) {
  return run.lines.flatMap(({ organisationId, tier, budgetCode, method, headcount }) => {
    const name = [organisationId, tier, budgetCode, method].join(",");
    const expected = headcounts.get(name);
    const isAgreed =
      expected === undefined || headcount === undefined
        ? expected === headcount
        : isSame(expected, headcount);
    const told = expected && `${expected.top}/${expected.bottom}`;
    return isAgreed ? [] : [`${name} pays for ${told} people, ${headcount}`];
  });
}

export function totalsOf(totals: CalculationRun["totals"]): Allocation["totals"] {
  const way = (name: string, sums: ReadonlyMap<string, bigint>) =>
    [...sums].map(([member, sum]) => [`${name} ${member}`, sum] as const);
  return new Map<string, bigint>([
    ["total", totals.total],
    ...way("tier", totals.byTier),
    ...way("district", totals.byDistrict),
    ...way("budget_code", totals.byBudgetCode),
    ...way("method", totals.byMethod),
  ]);
}

/** Some lines explained: the trace comes to the final tiyn, and to the exact amount before any. */
function explainedDifferences(
  run: CalculationRun,
  { lines, exact }: Allocation,
  explainedEach: number,
) {
  const faults: string[] = [];
  const asked = run.lines.filter(
    ({ method }, place) => method === "formula" && place % explainedEach === 0,
  );
  for (const line of asked) {
    const { organisationId, tier, budgetCode, method } = line;
    const name = [organisationId, tier, budgetCode, method].join(",");
    const { value, rounding } = getValue(explainLine(run, organisationId, lineName(line)));
    const final = value.kind === "number" ? value.exact : "";
    const before = rounding?.before.kind === "number" ? rounding.before.exact : undefined;
    const isFinal = tengeText(lines.get(name) ?? 0n) === final;
    // Only where no stage came after it is the amount of the formula on top of the explanation.
    const isExact =
      before === undefined ? run.plan.stages.length > 0 : isSame(exact.get(name), before);
    if (!isFinal || !isExact) faults.push(`${name} is explained as ${final}, ${before}`);
  }
  return { count: asked.length, faults };
}

function isSame(expected: Fraction | undefined, exact: string): boolean {
  const found = fractionOf(exact);
  return expected?.top === found.top && expected.bottom === found.bottom;
}
