/**
 * The lines that formulas pay: every definition asked of every organisation, summed exactly,
 * rounded once, and taken through the stages.
 */
import { type Issue, issue, present } from "../kernel/index.ts";
import type { Organisation } from "../register/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { Compiler } from "./code.ts";
import type { FactTable } from "./fact-table.ts";
import { type CompiledLine, chosenCases, lineFigureOf } from "./line-figures.ts";
import { createNeededFacts } from "./needed-facts.ts";
import type { Run } from "./run-figures.ts";
import type { RunState } from "./run-state.ts";

export type FormulaLines = {
  readonly lines: readonly AllocationLine[];
  readonly issues: readonly Issue[];
};

/** Lines by organisation; issues are missing counts and lines that would stand twice. */
export function formulaLines(run: Run, compiler: Compiler, facts: FactTable): FormulaLines {
  const { plan } = compiler;
  const definitions = [...run.lines.values()];
  const needed = createNeededFacts(compiler);
  const lines: AllocationLine[] = [];
  const issues: Issue[] = [];
  for (const state of run.states) {
    const organisation = present(state.organisation, "a state belongs to an organisation");
    const applying = definitions.filter((line) => lineFigureOf(line, state).applies);
    needed.add(
      state,
      applying.map(({ definition }) => definition.id),
    );
    const paid = applying.flatMap((line) => payLine(line, organisation, state, run));
    issues.push(...duplicatesOf(paid, organisation));
    lines.push(...paid.map(({ line }) => line));
    // What one organisation remembers is asked again only where others stand on it.
    if (!plan.looksAcross) state.remembered.clear();
  }
  return { lines, issues: [...needed.missing(facts), ...issues] };
}

type PaidLine = { readonly definition: CompiledLine["definition"]; readonly line: AllocationLine };

/** The line as the last stage leaves it; nothing when neither a count nor a stage reached it. */
function payLine(
  line: CompiledLine,
  organisation: Organisation,
  state: RunState,
  run: Run,
): readonly PaidLine[] {
  const { definition } = line;
  const amount = run.finalAmount(definition.id, state);
  if (amount === undefined) return [];
  const { tier, budgetCode, method } = definition;
  const { headcount } = lineFigureOf(line, state);
  const cases = chosenCases(line, state);
  const name = { organisationId: organisation.id, tier, budgetCode, method };
  return [{ definition, line: { ...name, amount, headcount, cases } }];
}

function duplicatesOf(paid: readonly PaidLine[], organisation: Organisation): readonly Issue[] {
  return paid.flatMap(({ definition, line }, position) => {
    const earlier = paid
      .slice(0, position)
      .find((other) => lineName(other.line) === lineName(line));
    if (earlier === undefined) return [];
    const facts = {
      line: definition.id,
      other: earlier.definition.id,
      organisation: organisation.id,
    };
    return [issue("line-duplicate", definition.place, facts)];
  });
}
