/** Sums over an organisation's cells turned into functions. */
import { present } from "../kernel/index.ts";
import type { SumNode } from "../methodology/index.ts";
import { addRatios, ONE, type Ratio, ZERO } from "../money/index.ts";
import {
  attributesOnly,
  type Compiler,
  extendLayout,
  type Layout,
  type NumberCode,
} from "./code.ts";
import { readAttribute } from "./compile-name.ts";
import { factUsesOfSum, lacksAttribute } from "./fact-uses.ts";
import type { Slots } from "./run-state.ts";
import { sumCells } from "./sum-cells.ts";

export function compileSum(node: SumNode, layout: Layout, compiler: Compiler): NumberCode {
  const inner = extendLayout(layout, node.over);
  const uses = factUsesOfSum(node, new Set(layout.slots.keys()), compiler.plan);
  const guards = new Map(
    uses.flatMap(({ guards: each }) =>
      each.map((guard) => [guard, compiler.truth(guard.condition, attributesOnly(layout))]),
    ),
  );
  const term = compileTerm(node, inner, compiler);
  return (slots, state) => {
    const tuples = sumCells({
      over: node.over,
      uses,
      membersOf: compiler.plan.membersOf,
      cellsOf: state.cellsOf,
      holds: (guard) =>
        lacksAttribute(guard, state.organisation) || guards.get(guard)?.([], state) === guard.holds,
      codeOf: ({ kind, name }) =>
        kind === "outer" ? outerCode(name, layout, slots) : readAttribute(name, state),
    });
    let sum: Ratio = ZERO;
    for (const tuple of tuples) {
      for (let place = 0; place < tuple.length; place += 1) {
        slots[layout.size + place] = tuple[place] ?? "";
      }
      sum = addRatios(sum, term(slots, state));
    }
    return sum;
  };
}

function outerCode(dimension: string, layout: Layout, slots: Slots): string {
  const slot = present(layout.slots.get(dimension), `${dimension} is bound around the sum`);
  return slots[slot] ?? "";
}

function compileTerm(node: SumNode, layout: Layout, compiler: Compiler): NumberCode {
  if (node.kind === "sum") return compiler.number(node.body, layout);
  const condition = compiler.truth(node.body, layout);
  return (slots, state) => (condition(slots, state) ? ONE : ZERO);
}
