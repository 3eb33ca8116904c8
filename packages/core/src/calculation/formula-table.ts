/**
 * Named formulas as a table: one row an organisation, one column a formula. A formula of the city
 * has the same value in every row; one of a finer grain has no place in it.
 */
import { compareIds, fail, type Issue, issue, ok, present, type Result } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type Formula,
  LINE_AMOUNT,
  type Methodology,
  signaturesOf,
  stageResultOf,
  suggestName,
} from "../methodology/index.ts";
import { formatRatio } from "../money/index.ts";
import { type CalculationRun, sortUsed } from "./calculate.ts";
import { wordingFaults } from "./chosen-wordings.ts";
import { createFactRequirements } from "./fact-requirements.ts";
import { factUsesAcross, factUsesOf } from "./fact-uses.ts";
import { organisationLayout } from "./line-figures.ts";
import { compileUse } from "./needed-facts.ts";
import type { RunState, UsedParameter, UsedTable, Value } from "./run-state.ts";

export type FormulaColumn = {
  readonly formula: string;
  /** Whether it names its cases, so that each of its cells has a chosen one. */
  readonly hasCases: boolean;
};

export type FormulaCell = {
  /** Plain digits as of `formatRatio`, or `true` and `false` of a condition. */
  readonly value: string;
  /** The name of the chosen case; nothing where the formula names none. */
  readonly chosenCase: string | undefined;
};

export type FormulaRow = {
  readonly organisationId: string;
  /** By place in `columns`. */
  readonly cells: readonly FormulaCell[];
};

export type FormulaTable = {
  readonly columns: readonly FormulaColumn[];
  /** By organisation. */
  readonly rows: readonly FormulaRow[];
  /** What the lines of the run and these formulas stand on. */
  readonly usedParameters: readonly UsedParameter[];
  readonly usedTables: readonly UsedTable[];
};

/** The table; refused with every name that is no column and every fault met on the way. */
export function formulaTable(run: CalculationRun, names: readonly string[]): Result<FormulaTable> {
  const { plan, figures, snapshot } = run;
  const nameFaults = findFormulaFaults(plan.methodology, names);
  const known = names.filter((name) => plan.methodology.formulas.has(name));
  const wordings = wordingFaults(known, plan.methodology, plan.formulas, plan.asOf);
  const [first, ...others] = [...nameFaults, ...wordings];
  if (first !== undefined) return fail(first, others);
  const formulas = names.map((name) => present(plan.formulas.get(name), `formula ${name}`));
  const states = figures.states.toSorted((left, right) => compareIds(idOf(left), idOf(right)));
  const rows = states.map((state) => ({
    organisationId: idOf(state),
    cells: formulas.map((formula) => cellOf(formula, state, run)),
  }));
  const { issues, used, usedTables } = figures.city;
  const absent = snapshot.organisations.length === 0 ? [] : missingFacts(formulas, run);
  const [fault, ...faults] = [...absent, ...issues.values()];
  if (fault !== undefined) return fail(fault, faults);
  return ok({
    columns: formulas.map(({ id, expression }) => ({
      formula: id,
      hasCases: namesCases(expression),
    })),
    rows,
    usedParameters: sortUsed(used.values(), ({ parameter }) => parameter),
    usedTables: sortUsed(usedTables.values(), ({ table }) => table),
  });
}

/** Names that can be no column of a table: unknown, of something else, or of a finer grain. */
export function findFormulaFaults(
  methodology: Methodology,
  names: readonly string[],
): readonly Issue[] {
  return names.flatMap((name) => {
    const [formula] = methodology.formulas.get(name) ?? [];
    if (formula === undefined) return unknownFormula(name, methodology);
    const { dimensions } = formula.grain;
    if (dimensions.length === 0) return [];
    return issue("formula-grain", formula.place, { name, grain: dimensions.join(", ") });
  });
}

function unknownFormula(name: string, methodology: Methodology): Issue {
  const kind = otherKind(name, methodology);
  if (kind !== undefined) return issue("formula-expected", {}, { name, kind });
  const suggestion = suggestName(name, methodology.formulas.keys());
  return issue("formula-unknown", {}, { name, suggestion });
}

/** What else the name means. */
function otherKind(name: string, methodology: Methodology): string | undefined {
  const { parameters, facts, attributes, tables, mappings, lines, stages } = methodology;
  const definitions = { parameter: parameters, fact: facts, attribute: attributes };
  const more = { ...definitions, table: tables, mapping: mappings };
  const [defined] = Object.entries(more).filter(([, named]) => named.has(name));
  if (defined !== undefined) return defined[0];
  if (name === LINE_AMOUNT) return "line-amount";
  if (lines.some(({ id }) => id === name)) return "line";
  if (stages.some(({ id }) => id === name)) return "stage";
  const signatures = signaturesOf(stages);
  if (stageResultOf(signatures, name) !== undefined) return "stage-result";
  const isRate = [...signatures.values()].some(({ rates }) => rates.some(({ id }) => id === name));
  return isRate ? "rate" : undefined;
}

function idOf({ organisation }: RunState): string {
  return present(organisation, "a state belongs to an organisation").id;
}

function cellOf(formula: Formula, state: RunState, { figures }: CalculationRun): FormulaCell {
  const { id, grain, expression } = formula;
  const asker = grain.hasOrganisation ? state : figures.city;
  const value: Value = figures.compiler.formula(id)([], asker);
  return {
    value: typeof value === "boolean" ? `${value}` : formatRatio(value),
    chosenCase: namesCases(expression) ? asker.chosen.get(id) : undefined,
  };
}

/** Whether the formula itself comes through a case; one inside a sum belongs to a cell of it. */
function namesCases(node: Expression): boolean {
  switch (node.kind) {
    case "cases":
      return true;
    case "sum":
    case "count-if":
    case "total":
    case "count":
      return false;
    case "number":
    case "text":
    case "truth":
    case "name":
    case "negate":
    case "not":
    case "binary":
    case "if":
    case "call":
    case "round":
    case "table":
    case "has":
    case "includes":
      return childrenOf(node).some(namesCases);
  }
}

/** Facts that nobody in the whole register reported, though these formulas stand on them. */
function missingFacts(
  formulas: readonly Formula[],
  { plan, figures, facts }: CalculationRun,
): readonly Issue[] {
  const { compiler } = figures;
  const uses = formulas
    .flatMap(({ id, expression }) =>
      [...factUsesOf(expression, plan), ...factUsesAcross(expression, plan)].map((use) => ({
        use,
        id,
      })),
    )
    .map(({ use, id }) => compileUse(use, organisationLayout(id), compiler));
  const requirements = createFactRequirements(plan);
  for (const state of figures.states) {
    const organisation = present(state.organisation, "a state belongs to an organisation");
    for (const { fact, period, isAsked } of uses) {
      if (isAsked(state)) requirements.add(fact, organisation, period);
    }
  }
  return requirements.missing(facts);
}
