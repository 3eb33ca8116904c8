/**
 * The main job: a register under a plan → every organisation's lines to the tiyn, with totals that
 * close.
 *
 * Every line's amount is an exact ratio of tenge, rounded once by the line's policy. Estimates of
 * one key are summed.
 */
import { type Issue, issue, type Result, unlessIssues } from "../kernel/index.ts";
import { roundToTiyn, type Tiyn, tiyn } from "../money/index.ts";
import type { Organisation, RegisterSnapshot } from "../register/index.ts";
import {
  type AllocationLine,
  type AllocationTotals,
  lineName,
  sortLines,
  totalsOf,
} from "./allocation.ts";
import { createCompiler } from "./compile.ts";
import { createFactRequirements, isOpenInMonth } from "./fact-requirements.ts";
import { buildFactTable, type FactTable } from "./fact-table.ts";
import { factUsesOf } from "./fact-uses.ts";
import type { CalculationPlan } from "./plan.ts";
import { createRunState, type RunState, type UsedParameter } from "./run-state.ts";

export type CalculationRun = {
  readonly plan: CalculationPlan;
  readonly snapshot: RegisterSnapshot;
  readonly facts: FactTable;
  /** Sorted by organisation, tier, budget code and method. */
  readonly lines: readonly AllocationLine[];
  readonly totals: AllocationTotals;
  /** Every parameter value that reached some line, by parameter, key and validity. */
  readonly usedParameters: readonly UsedParameter[];
};

/** The attribute by which organisations are added up on the map. */
const DISTRICT = "district";

/** Calculates every line; refused with all missing counts, values and attributes at once. */
export function calculate(
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
): Result<CalculationRun> {
  const facts = buildFactTable(snapshot, plan.methodology, plan.asOf.budgetYear);
  const state = createRunState();
  const calculated = formulaLines(plan, snapshot, facts, state);
  const issues = [...calculated.issues, ...state.issues.values()];
  return unlessIssues(issues, () => {
    const lines = sortLines([...calculated.lines, ...estimateLines(plan, snapshot)]);
    const districts = new Map(
      snapshot.organisations.map(({ id, attributes }) => [id, attributes.get(DISTRICT) ?? ""]),
    );
    const totals = totalsOf(lines, (id) => districts.get(id) ?? "");
    return { plan, snapshot, facts, lines, totals, usedParameters: sortUsed(state.used.values()) };
  });
}

function formulaLines(
  plan: CalculationPlan,
  { organisations }: RegisterSnapshot,
  facts: FactTable,
  state: RunState,
): { readonly lines: readonly AllocationLine[]; readonly issues: readonly Issue[] } {
  const definitions = compileLines(plan);
  const requirements = createFactRequirements(plan);
  const lines: AllocationLine[] = [];
  const issues: Issue[] = [];
  for (const organisation of organisations) {
    enterOrganisation(state, organisation, plan, facts);
    const names = new Map<string, string>();
    for (const { definition, when, amount, uses, guards } of definitions) {
      if (!when([], state)) continue;
      requirements.add(
        uses,
        organisation,
        (guard) => guards.get(guard)?.([], state) === guard.holds,
      );
      state.isCounted = false;
      const tenge = amount([], state);
      if (!state.isCounted) continue;
      const { tier, budgetCode, method, rounding, id } = definition;
      const name = lineName(definition);
      const other = names.get(name);
      if (other !== undefined) {
        const where = { line: id, other, organisation: organisation.id };
        issues.push(issue("line-duplicate", definition.place, where));
      }
      names.set(name, id);
      const final = roundToTiyn(tenge, rounding);
      lines.push({ organisationId: organisation.id, tier, budgetCode, method, amount: final });
    }
  }
  return { lines, issues: [...requirements.missing(facts), ...issues] };
}

function compileLines(plan: CalculationPlan) {
  const compiler = createCompiler(plan);
  return plan.lines.map((definition) => {
    const layout = { slots: new Map(), size: 0, valuesOn: "year" as const, name: definition.id };
    const uses = factUsesOf(definition.amount, plan);
    const guards = new Map(
      uses.flatMap((use) =>
        use.guards.map((guard) => [guard, compiler.truth(guard.condition, layout)] as const),
      ),
    );
    return {
      definition,
      when: compiler.truth(definition.when, layout),
      amount: compiler.number(definition.amount, layout),
      uses,
      guards,
    };
  });
}

function enterOrganisation(
  state: RunState,
  organisation: Organisation,
  plan: CalculationPlan,
  facts: FactTable,
): void {
  state.organisation = organisation;
  state.cellsOf = (fact) => facts.cellsOf(organisation.id, fact);
  state.remembered = new Map();
  state.openMonths = new Set(
    [...plan.monthStarts.keys()].filter((month) => isOpenInMonth(plan, month, organisation)),
  );
}

function estimateLines(
  { asOf }: CalculationPlan,
  { estimates }: RegisterSnapshot,
): readonly AllocationLine[] {
  const sums = new Map<string, AllocationLine>();
  for (const { organisationId, tier, budgetCode, amount, budgetYear } of estimates) {
    if (budgetYear !== asOf.budgetYear) continue;
    const name = `${organisationId}|${tier}|${budgetCode}`;
    const sum: Tiyn = tiyn((sums.get(name)?.amount ?? 0n) + amount);
    sums.set(name, { organisationId, tier, budgetCode, method: "estimate", amount: sum });
  }
  return [...sums.values()];
}

function sortUsed(used: Iterable<UsedParameter>): readonly UsedParameter[] {
  const nameOf = ({ parameter, key, value }: UsedParameter) =>
    `${parameter}|${key}|${value.validity.from}`;
  return [...used].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}
