import { describe, expect, it } from "vitest";
import { numbersAt, truthsAt } from "../../../../packages/core/src/calculation/columns/figure.ts";
import {
  gatedProduct,
  openRows,
  product,
} from "../../../../packages/core/src/calculation/columns/products.ts";
import { OUTERMOST } from "../../../../packages/core/src/calculation/columns/scope.ts";
import type { Expression } from "../../../../packages/core/src/methodology/index.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { rowTexts } from "../../../support/number-columns.ts";

/** `if(condition, first * second, 0)` taken apart. */
function partsOf(text: string) {
  const { binder, register, expression } = binderOf(text);
  if (expression.kind !== "if" || expression.then.kind !== "binary") throw new TypeError(text);
  const part = (node: Expression) => ({ node, scope: OUTERMOST });
  const { left, right } = expression.then;
  const factors = [part(left), part(right)];
  return { binder, condition: part(expression.condition), factors, domain: register.everybody };
}

describe("a product of factors", () => {
  it("is at the grain of all of them, and seen from the rows that ask", () => {
    const { binder, factors, domain } = partsOf("if(true, share[ownership] * 3, 0)");
    const found = product(factors, domain, binder);
    expect(found.figure.domain.size).toBe(2);
    expect(rowTexts(numbersAt(found))).toEqual(["3", "0.75", "3"]);
  });

  it("of one is that one, of none is one", () => {
    const { binder, factors, domain } = partsOf("if(true, share[ownership] * 3, 0)");
    const [first] = factors;
    const one = product(first === undefined ? [] : [first], domain, binder);
    expect(rowTexts(numbersAt(one))).toEqual(["1", "0.25", "1"]);
    expect(rowTexts(numbersAt(product([], domain, binder)))).toEqual(["1", "1", "1"]);
  });
});

describe("a product behind conditions", () => {
  it("is zero where one does not hold, at the grain of both", () => {
    const text = "if(share[ownership] < 1, weight['basic'] * 3, 0)";
    const { binder, condition, factors, domain } = partsOf(text);
    const found = gatedProduct([condition], factors, domain, binder);
    expect(found.figure.domain.size).toBe(2);
    expect(rowTexts(numbersAt(found))).toEqual(["0", "4.5", "0"]);
    const open = openRows([condition], domain, binder);
    expect(open?.find()).toEqual(Uint8Array.of(0, 1, 0));
    expect(openRows([], domain, binder)).toBeUndefined();
  });

  it("is behind all of them", () => {
    const first = partsOf("if(share[ownership] < 1, weight['basic'] * 3, 0)");
    const second = binderOf("if(weight['basic'] > 5, 1, 0)").expression;
    if (second.kind !== "if") throw new TypeError("a choice");
    const gates = [first.condition, { node: second.condition, scope: OUTERMOST }];
    const { binder, domain, factors } = first;
    expect(rowTexts(numbersAt(gatedProduct(gates, factors, domain, binder)))).toEqual([
      ...["0", "0", "0"],
    ]);
    expect(openRows(gates, domain, binder)?.find()).toEqual(Uint8Array.of(0, 0, 0));
  });

  it("asks for nothing where it does not hold", () => {
    const { binder, condition, factors, domain } = partsOf("if(none > 0, gone['basic'] * 2, 0)");
    const found = gatedProduct([condition], factors, domain, binder);
    expect(rowTexts(numbersAt(found))).toEqual(["0", "0", "0"]);
    expect(truthsAt(binder.truth(condition.node, OUTERMOST, domain))).toEqual(
      Uint8Array.of(0, 0, 0),
    );
  });
});
