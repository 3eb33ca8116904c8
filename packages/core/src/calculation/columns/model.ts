/**
 * A city that is calculated once and then changed: what does not depend on a change stays as it is.
 *
 * The result after any number of changes is that of a calculation from nothing, to the tiyn.
 */
import { type Issue, invariant, ok, type Result, unlessIssues } from "../../kernel/index.ts";
import { type AllocationTotals, lineName, totalsOf } from "../allocation.ts";
import { type CalculatedCity, calculateCity, districtsOf } from "../calculate-city.ts";
import { createCompiler } from "../compile.ts";
import { estimateLines } from "../estimate-lines.ts";
import type { ExplainedRun } from "../explain-scope.ts";
import { type KeptFigures, keptFigures } from "../kept-figures.ts";
import { createNeededFacts } from "../needed-facts.ts";
import type { CalculationPlan } from "../plan.ts";
import { createRunState, type LineFigure, type RunState } from "../run-state.ts";
import type { StageOutcome } from "../stages/outcome.ts";
import { changeFacts, type FactChange } from "./change-facts.ts";
import type { Changes } from "./changes.ts";
import { type CityLines, openCityLines } from "./city-lines.ts";
import { explainedRun } from "./explained-run.ts";
import { amountsOf, type LineAmounts } from "./line-amounts.ts";
import { existsAt, type LineColumn, type LineValues } from "./line-column.ts";
import {
  createLineAdder,
  districtsOfColumn,
  type LineAdder,
  type LineSums,
  totalsOfSums,
  type Ways,
  waysOfEstimates,
} from "./line-sums.ts";
import { figureOf } from "./model-figures.ts";
import type { RegisterColumns } from "./register-columns.ts";
import { organisationAt, tableOfColumns } from "./rows-of-register.ts";

/** What is different: the law as another plan has it, counts of organisations, or both. */
export type ModelChange = {
  readonly plan?: CalculationPlan;
  readonly facts?: readonly FactChange[];
};

export type Model = {
  readonly plan: CalculationPlan;
  readonly register: RegisterColumns;
  /** In whole tiyn, as `calculate` gives them. */
  readonly totals: AllocationTotals;
  /** Who gets how much after all stages; estimates are not among these lines. */
  readonly lineAmounts: () => readonly LineAmounts[];
  /** The same before any stage, as the formulas give it. */
  readonly formulaAmounts: () => readonly LineAmounts[];
  /** A line of an organisation by its formula, exact; its place is that in the register. */
  readonly figureOf: (line: string, organisation: number) => LineFigure;
  /** What the stages did, by order; nothing where there are none. */
  readonly outcomes: () => readonly StageOutcome[];
  /** What explanations of the figures read, until the next change. */
  readonly explained: () => ExplainedRun;
  /**
   * In the budget year of its columns, makes the change and calculates what depends on it. Refused,
   * and nothing is changed, with every fault of the calculation that the change would give.
   */
  readonly change: (change: ModelChange) => Result<Model>;
  /** Calculates again everything that stands on values of the law. */
  readonly recalculate: () => Result<Model>;
};

/** Binds the plan to the register and calculates; refused with every fault of the calculation. */
export function openModel(plan: CalculationPlan, register: RegisterColumns): Result<Model> {
  const held: Held = { plan, register, lines: openCityLines(plan, register) };
  const adder = createAdder(register);
  const opened = work(held, adder, undefined);
  if (!opened.ok) return opened;
  let state = { held, answer: opened.value };
  const settle = (next: Held, changes: TouchingChanges | undefined): Result<Model> => {
    const found = work(next, adder, { ...state, changes });
    if (!found.ok) {
      next.lines.change(state.held.plan, state.held.register.facts);
      return found;
    }
    state = { held: next, answer: found.value };
    return ok(model);
  };
  const model: Model = {
    get plan() {
      return state.held.plan;
    },
    get register() {
      return state.held.register;
    },
    get totals() {
      return state.answer.totals;
    },
    lineAmounts: () => amountsOf(state.held.lines, state.answer.city, "after-stages"),
    formulaAmounts: () => amountsOf(state.held.lines, state.answer.city, "before-stages"),
    figureOf: (line, organisation) =>
      figureOf(state.held.lines, state.answer.city, line, organisation),
    outcomes: () => state.answer.city?.outcomes ?? [],
    explained: () => explainedRun(state.held.register, state.held.lines, state.answer.city),
    change: ({ plan: next = state.held.plan, facts = [] }) => {
      const { plan, register: now, lines } = state.held;
      const isOfYear = next.asOf.budgetYear === plan.asOf.budgetYear;
      invariant(isOfYear, "a model stays in the budget year of its columns");
      const counts = facts.length === 0 ? now : changeFacts(next, now, facts);
      const changes = lines.change(next, counts.facts);
      const touched = new Set(facts.map(({ organisationId }) => organisationId));
      return settle({ plan: next, register: counts, lines }, { ...changes, touched });
    },
    recalculate: () => {
      state.held.lines.forgetLaw();
      return settle(state.held, undefined);
    },
  };
  return ok(model);
}

type Held = {
  readonly plan: CalculationPlan;
  readonly register: RegisterColumns;
  readonly lines: CityLines;
};

type Answer = {
  readonly totals: AllocationTotals;
  /** Whether the counts were found to be there for this law and these cells. */
  readonly checked:
    | { readonly plan: CalculationPlan; readonly register: RegisterColumns }
    | undefined;
  /** The calculation line by line, where one was needed. */
  readonly city: CalculatedCity | undefined;
};

/** What a change made different, and whose facts are others. */
type TouchingChanges = Changes & { readonly touched: ReadonlySet<string> };

type Earlier = {
  readonly held: Held;
  readonly answer: Answer;
  /** Absent where everything that stands on the law is calculated again. */
  readonly changes: TouchingChanges | undefined;
};

/** The totals, by columns alone where every line is in them and nothing is wrong. */
function work(held: Held, add: Adder, earlier: Earlier | undefined): Result<Answer> {
  const inColumns = addColumns(held, add);
  if (inColumns !== undefined && hasCounts(held, earlier)) {
    return ok({ totals: inColumns, checked: held, city: undefined });
  }
  const { plan, register, lines } = held;
  const city = calculateCity(plan, register, lines, keptOf(held, earlier));
  return unlessIssues(city.issues, () => {
    const all = [...city.lines, ...estimateLines(plan, register)];
    return { totals: totalsOf(all, districtsOf(register)), checked: undefined, city };
  });
}

/** What of the calculation before is not touched by the change. */
function keptOf({ plan, register }: Held, earlier: Earlier | undefined): KeptFigures | undefined {
  const city = earlier?.answer.city;
  if (earlier?.changes === undefined || city === undefined) return undefined;
  const { changes, held } = earlier;
  if (changes.isWhole) return undefined;
  const rows = new Set<number>();
  if (changes.touched.size > 0) {
    register.organisations.ids.forEach((id, row) => {
      if (changes.touched.has(id)) rows.add(row);
    });
  }
  const { law, facts } = changes;
  const { outcomes, figures } = city;
  const before = {
    plan: held.plan,
    outcomes,
    states: figures.states,
    solutionOf: figures.solutionOf,
  };
  return keptFigures(before, plan, { law, facts, rows });
}

/** Lines whose values did not change are not added again. */
type Adder = {
  readonly sumsOf: (column: LineColumn, values: LineValues) => LineSums;
  readonly totalsOf: (lines: readonly SummedLine[], plan: CalculationPlan) => AllocationTotals;
};

type SummedLine = { readonly column: LineColumn; readonly sums: LineSums };

/** Organisations and estimates are those of the register as long as the model lives. */
function createAdder(register: RegisterColumns): Adder {
  const { attributes, ids } = register.organisations;
  const districts = districtsOfColumn(attributes.get("district"), ids.length);
  const districtOf = districtsOf(register);
  const adders = new WeakMap<LineColumn, LineAdder>();
  const known = new WeakMap<LineValues, LineSums>();
  const estimates = new Map<CalculationPlan["asOf"], Ways>();
  return {
    sumsOf: (column, values) => {
      const adder = adders.get(column) ?? createLineAdder(column, districts);
      adders.set(column, adder);
      const found = known.get(values) ?? adder(values);
      known.set(values, found);
      return found;
    },
    totalsOf: (lines, plan) => {
      const found =
        estimates.get(plan.asOf) ?? waysOfEstimates(estimateLines(plan, register), districtOf);
      estimates.set(plan.asOf, found);
      return totalsOfSums(lines, found, districts);
    },
  };
}

/** Nothing where a line or a stage needs more than columns, or some value is missing. */
function addColumns({ plan, lines }: Held, add: Adder): AllocationTotals | undefined {
  if (plan.stages.length > 0) return undefined;
  const summed: SummedLine[] = [];
  for (const { id } of plan.lines) {
    const column = lines.lines.get(id);
    const values = column?.current();
    if (column === undefined || values === undefined) return undefined;
    summed.push({ column, sums: add.sumsOf(column, values) });
  }
  if (meetTwice(summed.map(({ column }) => column))) return undefined;
  return add.totalsOf(summed, plan);
}

/** Whether an organisation would have two lines of one name. */
function meetTwice(columns: readonly LineColumn[]): boolean {
  return columns.some((column, place) =>
    columns
      .slice(0, place)
      .filter((other) => lineName(other.definition) === lineName(column.definition))
      .some((other) => shareOrganisation(column, other)),
  );
}

function shareOrganisation(left: LineColumn, right: LineColumn): boolean {
  const organisationsOf = ({ organisations, current }: LineColumn) => {
    const exists = current()?.exists ?? false;
    return organisations.filter((_, row) => existsAt(exists, row));
  };
  const others = new Set(organisationsOf(right));
  return organisationsOf(left).some((row) => others.has(row));
}

/**
 * Whether every count is there that the lines stand on. It was, where neither a text of the law nor
 * the cells of the register are different since it was looked for.
 */
function hasCounts(held: Held, earlier: Earlier | undefined): boolean {
  const checked = earlier?.answer.checked;
  if (checked !== undefined && hasSameNeeds(checked, held)) return true;
  const { plan, register, lines } = held;
  const needed = createNeededFacts(createCompiler(plan));
  const issues: RunState["issues"] = new Map<string, Issue>();
  const applying = appliedLines(lines, register.organisations.ids.length);
  for (const [row, ids] of applying.entries()) {
    const organisation = organisationAt(register, row);
    needed.add({ ...createRunState(), issues, organisation, row }, ids);
  }
  return issues.size === 0 && needed.missing(tableOfColumns(plan, register)).length === 0;
}

function hasSameNeeds(
  checked: { readonly plan: CalculationPlan; readonly register: RegisterColumns },
  { plan, register, lines }: Held,
): boolean {
  const isStatic = [...lines.lines.values()].every((line) => line?.isStatic === true);
  const hasSameTexts =
    checked.plan === plan ||
    (checked.plan.formulas === plan.formulas && checked.plan.lines === plan.lines);
  return isStatic && hasSameTexts && hasSameCells(checked.register.facts, register.facts);
}

function hasSameCells(left: RegisterColumns["facts"], right: RegisterColumns["facts"]): boolean {
  if (left === right) return true;
  return (
    left.size === right.size &&
    [...left].every(([fact, { codes }]) => right.get(fact)?.codes === codes)
  );
}

/** The lines that apply to each organisation. */
function appliedLines({ lines }: CityLines, size: number): readonly (readonly string[])[] {
  const applied: string[][] = Array.from({ length: size }, () => []);
  for (const [id, column] of lines) {
    for (const row of column?.organisations ?? []) applied[row]?.push(id);
  }
  return applied;
}
