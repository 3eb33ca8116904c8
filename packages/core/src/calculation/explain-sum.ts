/** Sums over an organisation's cells, cell by cell in the order in which people list the codes. */
import { printExpression, type SumNode } from "../methodology/index.ts";
import { addRatios, ONE, type Ratio, ZERO } from "../money/index.ts";
import { noteChoice } from "./choices.ts";
import { codeOf } from "./explain-code.ts";
import {
  asRatio,
  type Explainer,
  type ExplainScope,
  note,
  unitOfPart,
  withNotes,
} from "./explain-scope.ts";
import type { FactUse } from "./fact-use.ts";
import { factUsesOfSum, lacksAttribute } from "./fact-uses.ts";
import { substitute } from "./substitute.ts";
import { sumCells } from "./sum-cells.ts";
import { numberValue, traceNode } from "./trace.ts";

/** The sum, or how many cells hold; each cell is a node. */
export function explainSum(node: SumNode, scope: ExplainScope, explainer: Explainer): Ratio {
  const { membersOf } = scope.run.plan;
  const { organisation } = scope;
  const tuples = sumCells({
    over: node.over,
    uses: usesUnder(node, scope),
    membersOf,
    cellsOf: (fact) => scope.run.facts.cellsOf(organisation?.id ?? "", fact),
    holds: (guard) =>
      lacksAttribute(guard, organisation) ||
      explainer.value(guard.condition, withNotes(scope, [])) === guard.holds,
    codeOf: ({ kind, name }) => codeOf(name, kind === "outer" ? scope : withNotes(scope, [])),
  });
  const unit = unitOfPart(node, scope);
  const cells = inListOrder(tuples, node.over, membersOf).map((tuple) =>
    explainCell(node, tuple, unit, scope, explainer),
  );
  const total = cells.reduce((sum, { value }) => addRatios(sum, value), ZERO);
  const value = numberValue(total, unit);
  const inputs = cells.map(({ traced }) => traced);
  const expression = printExpression(node);
  note(node, traceNode({ kind: "sum", id: node.kind, value, expression, inputs }), scope);
  return total;
}

function explainCell(
  node: SumNode,
  tuple: readonly string[],
  unit: string,
  scope: ExplainScope,
  explainer: Explainer,
) {
  const key = node.over.map((dimension, place) => ({ dimension, code: tuple[place] ?? "" }));
  const inner = withNotes(scope, [...scope.bound, ...key]);
  const body = explainer.value(node.body, inner);
  if (typeof body === "boolean") noteChoice(node, inner, [`${body}`]);
  const value = typeof body === "boolean" ? (body ? ONE : ZERO) : asRatio(body);
  const traced = traceNode({
    kind: "cell",
    id: node.kind,
    key,
    value: numberValue(value, unit),
    withValues: substitute(node.body, inner.shown),
    inputs: inner.inputs,
  });
  return { value, traced };
}

function usesUnder(node: SumNode, { run, codes, known }: ExplainScope): readonly FactUse[] {
  const found = known.uses.get(node) ?? factUsesOfSum(node, new Set(codes.keys()), run.plan);
  known.uses.set(node, found);
  return found;
}

/** Cells in the order in which people list the codes. */
function inListOrder(
  tuples: readonly (readonly string[])[],
  over: readonly string[],
  membersOf: (dimension: string) => readonly string[],
): readonly (readonly string[])[] {
  const ranks = over.map(
    (dimension) => new Map(membersOf(dimension).map((code, rank) => [code, rank])),
  );
  return tuples.toSorted((left, right) => {
    for (const [place, rank] of ranks.entries()) {
      const order = (rank.get(left[place] ?? "") ?? 0) - (rank.get(right[place] ?? "") ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  });
}
