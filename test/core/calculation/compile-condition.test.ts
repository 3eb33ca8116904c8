import { describe, expect, it } from "vitest";
import { orderHolds } from "../../../packages/core/src/calculation/compile-condition.ts";
import { InvariantViolation } from "../../../packages/core/src/index.ts";
import { formula } from "../../support/school-methodology.ts";
import { organisation, tengeOf } from "../../support/school-register.ts";

const PRIVATE = organisation({
  attributes: { ownership: "private", capacity: "260", founded_on: "2018-11-01" },
});

describe("a condition", () => {
  it.each([
    ["true", true],
    ["false", false],
    ["not true", false],
    ["not (1 > 2)", true],
    ["1 < 2 and 2 < 3", true],
    ["1 < 2 and 3 < 2", false],
    ["2 < 1 or 2 < 3", true],
    ["2 < 1 or 3 < 2", false],
    ["if(1 < 2, 3 < 4, 4 < 3)", true],
    ["1 = 1.0", true],
    ["1 <> 1.0", false],
    ["2 <= 2", true],
    ["2 >= 3", false],
    ["1 / 3 < 0.333333333333333333333333333333334", true],
    ["ownership = 'private'", true],
    ["ownership <> 'private'", false],
    ["'private' = ownership", true],
    ["capacity > 259 pupil", true],
    ["capacity = 260.00 pupil", true],
    ["founded_on < '2019-01-01'", true],
    ["founded_on >= '2018-11-02'", false],
    ["founded_on = founded_on", true],
  ])("%s is %s", (condition, expected) => {
    const register = { organisations: [PRIVATE] };
    const value = tengeOf(`if(${condition}, 1 KZT, 2 KZT)`, {}, register);
    expect(value).toBe(expected ? "1.00" : "2.00");
  });

  it("asks no further than it must", () => {
    expect(tengeOf("if(2 < 1 and 1 / 0 > 1, 1 KZT, 2 KZT)")).toBe("2.00");
    expect(tengeOf("if(1 < 2 or 1 / 0 > 1, 1 KZT, 2 KZT)")).toBe("1.00");
  });

  it("compares a dimension in scope with a code", () => {
    const expression = "sum(over level: if(level = 'basic', 2 KZT, 1 KZT))";
    expect(tengeOf(expression)).toBe("3.00");
  });

  it("may be a formula of a dimension", () => {
    const isBasic = formula("is_basic", "boolean", "level = 'basic'", { grain: ["level"] });
    const expression = "sum(over level: if(not is_basic[level], 5 KZT, 0))";
    expect(tengeOf(expression, { formulas: [isBasic] })).toBe("5.00");
  });
});

describe("an order satisfies a comparison", () => {
  it.each([
    ["=", [false, true, false]],
    ["<>", [true, false, true]],
    ["<", [true, false, false]],
    ["<=", [true, true, false]],
    [">", [false, false, true]],
    [">=", [false, true, true]],
  ] as const)("%s", (operator, expected) => {
    expect([-1, 0, 1].map((order) => orderHolds(operator, order))).toEqual(expected);
  });

  it("and nothing else does", () => {
    expect(() => orderHolds("+", 0)).toThrow(InvariantViolation);
  });
});
