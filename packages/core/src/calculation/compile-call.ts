/** Calls of the language's functions turned into functions of ours. */
import { present } from "../kernel/index.ts";
import { type Expression, MONTH_DIMENSION } from "../methodology/index.ts";
import { compareRatios, negateRatio, ratioOf, roundRatio, ZERO } from "../money/index.ts";
import { calendarDate, monthsBetween } from "../time/index.ts";
import type { Compiler, Layout, NumberCode } from "./code.ts";

export function compileCall(
  node: Extract<Expression, { kind: "call" }>,
  layout: Layout,
  compiler: Compiler,
): NumberCode {
  if (node.name === "months_since") return compileMonthsSince(node, layout, compiler);
  const operands = node.arguments.map((argument) => compiler.number(argument, layout));
  const first = present(operands[0], `${node.name} has an argument`);
  const choose =
    (sign: number): NumberCode =>
    (slots, state) =>
      operands
        .map((operand) => operand(slots, state))
        .reduce((best, each) => (compareRatios(each, best) * sign > 0 ? each : best));
  switch (node.name) {
    case "min":
      return choose(-1);
    case "max":
      return choose(1);
    case "clamp":
      return (slots, state) => {
        const [value = ZERO, low = ZERO, high = ZERO] = operands.map((each) => each(slots, state));
        if (compareRatios(value, low) < 0) return low;
        return compareRatios(value, high) > 0 ? high : value;
      };
    case "floor":
    case "ceil": {
      const mode = node.name;
      return (slots, state) => roundRatio(first(slots, state), 0, mode);
    }
    case "abs":
      return (slots, state) => {
        const value = first(slots, state);
        return value.numerator < 0n ? negateRatio(value) : value;
      };
  }
}

/**
 * Calendar months from the month of the date to the month in scope, or to January where no month
 * is.
 */
function compileMonthsSince(
  node: Extract<Expression, { kind: "call" }>,
  layout: Layout,
  compiler: Compiler,
): NumberCode {
  const date = compiler.text(present(node.arguments[0], "months_since has an argument"), layout);
  const slot = layout.slots.get(MONTH_DIMENSION);
  const { plan } = compiler;
  return (slots, state) => {
    const from = date(slots, state);
    if (from === "") return ZERO;
    const month = slot === undefined ? undefined : plan.monthStarts.get(slots[slot] ?? "");
    return ratioOf(BigInt(monthsBetween(calendarDate(from), month ?? plan.yearStart)));
  };
}
