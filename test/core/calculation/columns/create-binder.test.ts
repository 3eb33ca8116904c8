import { describe, expect, it } from "vitest";
import { numbersAt, truthsAt } from "../../../../packages/core/src/calculation/columns/figure.ts";
import { OUTERMOST } from "../../../../packages/core/src/calculation/columns/scope.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { rowTexts } from "../../../support/number-columns.ts";

describe("an expression is bound once for its rows", () => {
  const { binder, register, expression } = binderOf("share[ownership] * 3");
  const { everybody } = register;
  const bound = binder.number(expression, OUTERMOST, everybody);

  it("at its own grain, and looked at from the rows that ask", () => {
    expect(bound.figure.domain.size).toBe(2);
    expect(bound.index).toEqual(Int32Array.of(0, 1, 0));
    expect(rowTexts(numbersAt(bound))).toEqual(["3", "0.75", "3"]);
  });

  it("and asked for again it is the same figure", () => {
    const known = binder.figures.length;
    expect(binder.number(expression, OUTERMOST, everybody).figure).toBe(bound.figure);
    expect(binder.figures).toHaveLength(known);
  });

  it("figures stand after what they ask", () => {
    const places = binder.figures.map(({ reaches }) =>
      reaches.map(({ figure }) => binder.figures.indexOf(figure)),
    );
    places.forEach((asked, place) => {
      for (const each of asked) expect(each).toBeLessThan(place);
    });
    expect(places.flat()).not.toEqual([]);
  });
});

it("a condition is bound as a number is", () => {
  const { binder, register, expression } = binderOf("if(ownership = 'state', 1, 2)");
  if (expression.kind !== "if") throw new TypeError("a choice");
  const bound = binder.truth(expression.condition, OUTERMOST, register.everybody);
  expect(bound.figure.domain.size).toBe(2);
  expect(truthsAt(bound)).toEqual(Uint8Array.of(1, 0, 1));
});

it("what depends on nobody is one row, the city's", () => {
  const { binder, register, expression } = binderOf("none + 1");
  const bound = binder.number(expression, OUTERMOST, register.everybody);
  expect(bound.figure.domain.size).toBe(1);
  expect(bound.index).toEqual(Int32Array.of(0, 0, 0));
});
