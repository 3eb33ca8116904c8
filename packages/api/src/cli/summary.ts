/** The summary of a run: one JSON object, amounts as text in tenge with two decimals. */
import { type CalculationRun, formatTenge, identifyRun, type Tiyn, tiyn } from "@zhanbasy/core";
import type { IssueRecord } from "./fault-lines.ts";
import type { ScenarioSummary } from "./scenario-summary.ts";
import { type StageSummaries, summarizeStages } from "./stage-summaries.ts";

export type Summary = StageSummaries & {
  readonly year: number;
  readonly knownOn: string;
  readonly organisations: number;
  readonly lines: number;
  readonly total: string;
  readonly byTier: Readonly<Record<string, string>>;
  readonly byDistrict: Readonly<Record<string, string>>;
  readonly byBudgetCode: Readonly<Record<string, string>>;
  readonly byMethod: Readonly<Record<string, string>>;
  readonly envelope: { readonly limit: string; readonly headroom: string } | null;
  readonly assumed: readonly AssumedKey[];
  readonly warnings: readonly IssueRecord[];
  readonly inputHashes: { readonly register: string; readonly methodology: string };
  readonly resultHash: string;
  /** Only where there is one. */
  readonly scenario?: ScenarioSummary;
};

/** Which value of a parameter or table is assumed. */
type AssumedKey =
  | { readonly parameter: string; readonly key: string }
  | { readonly table: string; readonly key: string };

/** The attribute by which organisations are added up. */
const DISTRICT = "district";

export function summarize(
  run: CalculationRun,
  envelope: Tiyn | undefined,
  warnings: readonly IssueRecord[],
): Summary {
  const { totals, plan, snapshot, lines } = run;
  return {
    year: plan.asOf.budgetYear,
    knownOn: plan.asOf.knownOn,
    organisations: snapshot.organisations.length,
    lines: lines.length,
    total: formatTenge(totals.total),
    byTier: amounts(totals.byTier),
    byDistrict: plan.methodology.attributes.has(DISTRICT) ? amounts(totals.byDistrict) : {},
    byBudgetCode: amounts(totals.byBudgetCode),
    byMethod: amounts(totals.byMethod),
    envelope: envelope === undefined ? null : envelopeOf(envelope, totals.total),
    ...summarizeStages(run),
    assumed: assumedValues(run),
    warnings,
    ...identifyRun(run),
  };
}

function envelopeOf(limit: Tiyn, total: Tiyn): NonNullable<Summary["envelope"]> {
  return { limit: formatTenge(limit), headroom: formatTenge(tiyn(limit - total)) };
}

function amounts(sums: ReadonlyMap<string, Tiyn>): Readonly<Record<string, string>> {
  return Object.fromEntries([...sums].map(([member, amount]) => [member, formatTenge(amount)]));
}

/** Each assumed value that reached a line, once, however many dates it has. */
export function assumedValues({ usedParameters, usedTables }: CalculationRun): Summary["assumed"] {
  const found = new Map<string, AssumedKey>();
  for (const { parameter, key, value } of usedParameters) {
    if (value.status === "assumed") found.set(`${parameter}|${key}`, { parameter, key });
  }
  for (const { table, key, value } of usedTables) {
    if (value.status === "assumed") found.set(`${table}|${key}`, { table, key });
  }
  return [...found.values()];
}
