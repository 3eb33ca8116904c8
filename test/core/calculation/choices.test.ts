import { describe, expect, it } from "vitest";
import {
  argumentsEqual,
  boundsMet,
  noteChoice,
  signsOf,
} from "../../../packages/core/src/calculation/choices.ts";
import { rootScope } from "../../../packages/core/src/calculation/explain-scope.ts";
import { calculate, parseExpression } from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { getValue } from "../../support/get-value.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, snapshot } from "../../support/school-register.ts";

const ratios = (...values: readonly number[]) => values.map((value) => ratioOf(BigInt(value)));

it("every argument that gives the least or the greatest value was chosen", () => {
  const [value = ratioOf(0n)] = ratios(5);
  expect(argumentsEqual(ratios(5, 7, 5), value)).toEqual(["0", "2"]);
});

it("a value on its bound is the value and the bound", () => {
  const met = [4, 5, 6, 9, 10].map((value) => boundsMet(ratios(value, 5, 9)).join("="));
  expect(met).toEqual(["1", "0=1", "0", "0=2", "2"]);
});

it("zero has both signs", () => {
  expect(ratios(-3, 0, 3).map((value) => signsOf(value).join("="))).toEqual(["-", "-=+", "+"]);
});

describe("what was chosen", () => {
  it("is noted with the codes in scope, for everything explained in one go", () => {
    const run = getValue(calculate(schoolPlan(), snapshot({ headcounts: FOUR_CELLS })));
    const scope = rootScope(run, run.snapshot.organisations[0]);
    const inner = { ...scope, bound: [{ dimension: "level", code: "basic" }] };
    const node = getValue(parseExpression("min(1, 2)", new Set()));
    noteChoice(node, inner, ["0"]);
    expect(scope.known.choices).toEqual([{ node, bound: inner.bound, options: ["0"] }]);
  });
});
