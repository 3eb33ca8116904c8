import { describe, expect, it } from "vitest";
import { classesOf } from "../../../../packages/core/src/calculation/columns/classes.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { nobody } from "../../../../packages/core/src/calculation/columns/counted.ts";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  createFigure,
  type NumberInput,
} from "../../../../packages/core/src/calculation/columns/figure.ts";
import { openModel, planWithValue } from "../../../../packages/core/src/index.ts";
import { getValue } from "../../../support/get-value.ts";
import { wholeOf } from "../../../support/number-columns.ts";
import { parameter, valued } from "../../../support/school-methodology.ts";
import { planOfNumber, THREE_SCHOOLS } from "../../../support/three-schools.ts";

function inputOf(
  find: (() => Int32Array | undefined) | undefined,
  index?: Int32Array,
): NumberInput {
  const compute = () => ({ numbers: wholeOf([]), counted: nobody });
  const parts = { sources: new Set<string>(), reaches: [], compute };
  const classes = find === undefined ? {} : { classes: find };
  const figure = createFigure(createDomain(3, new Map()), { ...parts, ...classes }, []);
  return { figure, index };
}

describe("rows of equal classes in every input are of one class", () => {
  it("as the rows look at the inputs", () => {
    const left = inputOf(() => Int32Array.of(5, 0, 5));
    const right = inputOf(() => Int32Array.of(1, 2), Int32Array.of(0, 1, 0));
    expect(classesOf([left, right], 3)?.()).toEqual(Int32Array.of(0, 1, 0));
    const turned = inputOf(() => Int32Array.of(1, 2), Int32Array.of(0, 1, 1));
    expect(classesOf([left, turned], 3)?.()).toEqual(Int32Array.of(0, 1, 2));
  });

  it("is unknown where it is of one input", () => {
    const known = inputOf(() => Int32Array.of(0, 0, 0));
    expect(classesOf([known, inputOf(undefined)], 3)).toBeUndefined();
    expect(classesOf([known, inputOf(() => undefined)], 3)?.()).toBeUndefined();
  });

  it("is the same array until some input has another", () => {
    let classes = Int32Array.of(0, 1, 0);
    const find = classesOf([inputOf(() => classes)], 3);
    const first = find?.();
    expect(find?.()).toBe(first);
    classes = Int32Array.of(0, 1, 1);
    expect(find?.()).toEqual(Int32Array.of(0, 1, 1));
  });

  it("is another where one of two inputs has another", () => {
    let classes = Int32Array.of(0, 0, 0);
    const same = Int32Array.of(0, 0, 1);
    const find = classesOf([inputOf(() => same), inputOf(() => classes)], 3);
    expect(find?.()).toEqual(Int32Array.of(0, 0, 1));
    classes = Int32Array.of(0, 1, 1);
    expect(find?.()).toEqual(Int32Array.of(0, 1, 2));
  });
});

it("rates that were one value of the law and then are two are told apart", () => {
  // Both levels read the open value, until basic has its own from another law.
  const text = "sum(over count, level: of_level[level] * pupils[count, level]) / 1 pupil";
  const planOf = (...values: readonly ReturnType<typeof valued>[]) =>
    planOfNumber(text, {
      parameters: [parameter("of_level", "1", [valued("2"), ...values], "level")],
    });
  const first = planOf();
  const model = getValue(openModel(first, columnsOfRegister(first, THREE_SCHOOLS)));
  expect(model.totals.total).toBe(24_000n);
  const second = planOf(valued("3", { key: { level: "basic" } }));
  expect(getValue(model.change({ plan: second })).totals.total).toBe(30_000n);
  const third = planWithValue(second, "of_level", 0, "1");
  expect(getValue(model.change({ plan: third })).totals.total).toBe(24_000n);
  expect(getValue(model.change({ plan: first })).totals.total).toBe(24_000n);
});
