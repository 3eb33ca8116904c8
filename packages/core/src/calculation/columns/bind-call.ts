/** Calls of the language's functions, as figures. */
import { present } from "../../kernel/index.ts";
import { type Expression, MONTH_DIMENSION } from "../../methodology/index.ts";
import { calendarDate, monthsBetween } from "../../time/index.ts";
import { bindText, codesOfBinding, textsOfBinding } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import { chooseNumbers, NEITHER, outermost } from "./choose-numbers.ts";
import { nobody } from "./counted.ts";
import type { Domain } from "./domain.ts";
import { createFigure, type NumberFigure } from "./figure.ts";
import { mapNumbers } from "./map-numbers.ts";
import { absoluteNumbers, compareNumbers, NO_ORDER } from "./number-operations.ts";
import { boundOf, type Numbers, whole } from "./numbers.ts";
import { roundNumbers } from "./round-numbers.ts";
import type { Scope } from "./scope.ts";

type CallNode = Extract<Expression, { kind: "call" }>;

export function bindCall(
  node: CallNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { name } = node;
  if (name === "months_since") return monthsSince(node, scope, domain, binder);
  const inputs = node.arguments.map((each) => binder.number(each, scope, domain));
  return mapNumbers(inputs, domain, binder, (values) => {
    const first = present(values[0], `${name} has an argument`);
    switch (name) {
      case "min":
        return values.reduce((best, each) => outermost(best, each, -1));
      case "max":
        return values.reduce((best, each) => outermost(best, each, 1));
      case "clamp":
        return clamp(values);
      case "floor":
      case "ceil":
        return roundNumbers(first, 0, name);
      case "abs":
        return absoluteNumbers(first);
    }
  });
}

function clamp(values: readonly Numbers[]): Numbers {
  const operand = (place: number) => present(values[place], "clamp has three operands");
  const [middle, least, most] = [operand(0), operand(1), operand(2)];
  const below = compareNumbers(middle, least);
  const above = compareNumbers(middle, most);
  const places = Uint8Array.from(below, (order, row) => {
    const other = above[row];
    // All three are asked, so one that is missing leaves the row without a value.
    if (order === NO_ORDER || other === NO_ORDER) return NEITHER;
    if (order < 0) return 1;
    return other === 1 ? 2 : 0;
  });
  return chooseNumbers(places, [middle, least, most]);
}

/** Calendar months from the month of a date to the month in scope, or to January. */
function monthsSince(node: CallNode, scope: Scope, domain: Domain, binder: Binder): NumberFigure {
  const text = bindText(present(node.arguments[0], "months_since has an argument"), scope, binder);
  const month = scope.bindings.get(MONTH_DIMENSION);
  const { plan } = binder.law;
  const dates = textsOfBinding(text, domain, binder);
  const months = month && codesOfBinding(month, domain, binder);
  const values = Float64Array.from(dates, (date, row) => {
    if (date === undefined || date === "") return Number.NaN;
    const code = months?.[row];
    const until = code === undefined ? undefined : plan.monthStarts.get(month?.textOf(code) ?? "");
    return monthsBetween(calendarDate(date), until ?? plan.yearStart);
  });
  const numbers = whole(values, 1, boundOf(values));
  const compute = () => ({ numbers, counted: nobody });
  return createFigure(domain, { sources: new Set(), reaches: [], compute }, binder.figures);
}
