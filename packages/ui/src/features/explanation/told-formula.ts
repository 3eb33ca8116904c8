/** The rule that made a figure: the first one below it that does more than pass a value on. */
import type { TraceNode } from "@zhanbasy/core";

/** The node whose formula is worth telling; the figure itself where no formula made it. */
export function toldFormula(root: TraceNode): TraceNode {
  const formulas = root.inputs.filter(({ kind }) => kind === "formula");
  const [only, ...others] = formulas;
  const passesOn = root.withValues?.text === "⟦0⟧" && others.length === 0;
  return passesOn && only !== undefined ? toldFormula(only) : root;
}
