/**
 * An expression with the values of one calculation in place of its names, and the branches taken in
 * place of choices.
 */
import { type Expression, printExpression } from "../methodology/index.ts";
import type { TraceText, TraceValue } from "./trace.ts";

export function substitute(
  expression: Expression,
  shown: ReadonlyMap<Expression, TraceValue | Expression>,
): TraceText {
  const values: TraceValue[] = [];
  const replace = (node: Expression): string | undefined => {
    const instead = shown.get(node);
    if (instead === undefined) return undefined;
    if ("span" in instead) {
      const text = printExpression(instead, replace);
      const standsAlone = node === expression || instead.kind !== "binary" || shown.has(instead);
      return standsAlone ? text : `(${text})`;
    }
    values.push(instead);
    return `⟦${values.length - 1}⟧`;
  };
  return { text: printExpression(expression, replace), values };
}
