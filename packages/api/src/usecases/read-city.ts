/**
 * Reads what a calculation is made of: everything that is wrong with any part of it comes back at
 * once.
 */
import {
  type AsOf,
  buildPlan,
  type CalculationInputs,
  type CalculationPlan,
  fail,
  findMissingCounts,
  findOrganisationsWithoutRows,
  type Issue,
  type Methodology,
  ok,
  type ParsedRegister,
  type RawTable,
  type RegisterRules,
  type Result,
  registerRulesOf,
  replaceParameters,
  type Scenario,
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
  /** In the order asked for; left out where nobody asks for any. */
  readonly readScenarios?: () => Promise<Result<readonly Scenario[]>>;
};

/** A city as it stands, before any scenario. */
export type City = {
  readonly inputs: CalculationInputs;
  readonly plan: CalculationPlan;
  readonly scenarios: readonly Scenario[];
  /** What to look at in the register. */
  readonly warnings: readonly Issue[];
};

/** `methodology` is there as soon as it could be read, so that issues can be told in its words. */
export type ReadCity<Value> = {
  readonly methodology: Methodology | undefined;
  readonly result: Result<Value>;
};

export async function readCity(sources: CitySources, asOf: AsOf): Promise<ReadCity<City>> {
  const read = await sources.readMethodology();
  const scenarios = (await sources.readScenarios?.()) ?? ok([]);
  if (!read.ok) return { methodology: undefined, result: joinFaults(read, scenarios) };
  const methodology = read.value;
  const replaced = await replaceFrom(methodology, sources);
  const plan = buildPlan(replaced.ok ? replaced.value : methodology, asOf);
  if (!plan.ok) return { methodology, result: joinFaults(replaced, plan, scenarios) };
  const rules = registerRulesOf(plan.value);
  const register = await sources.readRegister(rules);
  if (!replaced.ok || !register.ok || !scenarios.ok) {
    return { methodology, result: joinFaults(replaced, register, scenarios) };
  }
  const { snapshot, warnings } = register.value;
  const city: City = {
    inputs: { methodology: replaced.value, snapshot, asOf },
    plan: plan.value,
    scenarios: scenarios.value,
    warnings: [
      ...warnings,
      ...findOrganisationsWithoutRows(snapshot, rules, asOf.budgetYear),
      ...findMissingCounts(snapshot, rules, asOf.budgetYear),
    ],
  };
  return { methodology, result: ok(city) };
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
