/**
 * Reads a methodology and a register and calculates: everything that is wrong with any of them
 * comes back at once.
 */
import {
  type AsOf,
  buildPlan,
  type CalculationRun,
  calculate,
  fail,
  findMissingCounts,
  findOrganisationsWithoutRows,
  findRunWarnings,
  type Issue,
  type Methodology,
  ok,
  type ParsedRegister,
  type RawTable,
  type RegisterRules,
  type Result,
  registerRulesOf,
  replaceParameters,
  unlessIssues,
} from "@zhanbasy/core";

/**
 * A table that replaces all parameter values, when there is one, and what is wrong with its form.
 */
export type ParameterTable = {
  readonly table: RawTable | undefined;
  readonly issues: readonly Issue[];
};

/** What the outside brings in. */
export type CitySources = {
  readonly readMethodology: () => Promise<Result<Methodology>>;
  readonly readParameters: () => Promise<ParameterTable>;
  readonly readRegister: (rules: RegisterRules) => Promise<Result<ParsedRegister>>;
};

/** `methodology` is there as soon as it could be read, so that issues can be told in its words. */
export type CityRun = {
  readonly methodology: Methodology | undefined;
  readonly result: Result<{ readonly run: CalculationRun; readonly warnings: readonly Issue[] }>;
};

export async function calculateCity(sources: CitySources, asOf: AsOf): Promise<CityRun> {
  const read = await sources.readMethodology();
  if (!read.ok) return { methodology: undefined, result: read };
  const methodology = read.value;
  const replaced = await replaceFrom(methodology, sources);
  const plan = buildPlan(replaced.ok ? replaced.value : methodology, asOf);
  if (!plan.ok) return { methodology, result: joinFaults(replaced, plan) };
  const rules = registerRulesOf(plan.value);
  const register = await sources.readRegister(rules);
  if (!replaced.ok || !register.ok) return { methodology, result: joinFaults(replaced, register) };
  const { snapshot, warnings } = register.value;
  const run = calculate(plan.value, snapshot);
  if (!run.ok) return { methodology, result: run };
  const told = [
    ...findRunWarnings(run.value),
    ...warnings,
    ...findOrganisationsWithoutRows(snapshot, rules, asOf.budgetYear),
    ...findMissingCounts(snapshot, rules, asOf.budgetYear),
  ];
  return { methodology, result: ok({ run: run.value, warnings: told }) };
}

async function replaceFrom(
  methodology: Methodology,
  sources: CitySources,
): Promise<Result<Methodology>> {
  const { table, issues } = await sources.readParameters();
  const replaced = table === undefined ? ok(methodology) : replaceParameters(methodology, table);
  const faults = replaced.ok ? issues : [...issues, ...replaced.issues];
  return unlessIssues(faults, () => (replaced.ok ? replaced.value : methodology));
}

function joinFaults(...results: readonly Result<unknown>[]): ReturnType<typeof fail> {
  const [first, ...rest] = results.flatMap((result) => (result.ok ? [] : result.issues));
  if (first === undefined) throw new Error("one of the results has failed");
  return fail(first, rest);
}
