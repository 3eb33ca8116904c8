import { describe, expect, it } from "vitest";
import { formula, planOfAmount } from "../../support/school-methodology.ts";
import {
  amountOf,
  FOUR_CELLS,
  issuesOf,
  organisation,
  pupils,
  run,
  tengeOf,
} from "../../support/school-register.ts";

describe("an expression gives", () => {
  it.each([
    ["a number as written", "1.25 KZT", "1.25"],
    ["a number with the value it names", "rate * 1 pupil", "1000.00"],
    ["a negated value", "-(rate * 1 pupil)", "-1000.00"],
    ["a negated sum", "-(1 KZT + 2 KZT)", "-3.00"],
    ["a sum", "1 KZT + 2.5 KZT", "3.50"],
    ["a difference from left to right", "10 KZT - 2 KZT - 3 KZT", "5.00"],
    ["products before sums", "1 KZT + 2 * 3 KZT", "7.00"],
    ["a quotient from left to right", "12 KZT / 2 / 3", "2.00"],
    ["a third three times as a whole", "1 KZT / 3 + 1 KZT / 3 + 1 KZT / 3", "1.00"],
    ["the branch of a condition that holds", "if(1 < 2, 1 KZT, 2 KZT)", "1.00"],
    ["the other branch when it does not", "if(1 > 2, 1 KZT, 2 KZT)", "2.00"],
    ["nothing of a branch that is not taken", "if(1 < 2, 1 KZT, 1 KZT / 0)", "1.00"],
    ["the bare zero as a zero of any unit", "1 KZT + 0", "1.00"],
    ["a rounding half away from zero", "round(2.5 KZT, 0)", "3.00"],
    ["a rounding of a negative half away from zero", "round(-2.5 KZT, 0)", "-3.00"],
    ["a rounding half to even", "round(2.5 KZT, 0, half-even)", "2.00"],
    ["a rounding towards zero", "round(-2.9 KZT, 0, down)", "-2.00"],
    ["a rounding away from zero", "round(2.1 KZT, 0, up)", "3.00"],
    ["a rounding to tens", "round(1235 KZT, -1)", "1240.00"],
    ["chained roundings in their order", "round(round(2.446 KZT, 2), 1)", "2.50"],
    [
      "the first case that holds",
      'case "a" when 1 > 2: 1 KZT case "b" when 2 > 1: 2 KZT case "c" when 2 > 1: 3 KZT otherwise "d": 4 KZT',
      "2.00",
    ],
    ["the last case when none holds", 'case "a" when 1 > 2: 1 KZT otherwise "d": 4 KZT', "4.00"],
  ])("%s", (_, expression, expected) => {
    expect(tengeOf(expression)).toBe(expected);
  });
});

describe("a formula", () => {
  const twice = formula("twice", "KZT", "2 * rate * sum(over count, level: pupils[count, level])");

  it("may be used by its name, however often", () => {
    expect(tengeOf("twice + twice", { formulas: [twice] })).toBe("400000.00");
  });

  it("has a value of its own for every organisation", () => {
    const plan = planOfAmount("twice", { formulas: [twice] });
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 1)];
    const amounts = run(plan, { organisations, headcounts }).lines.map(({ amount }) => amount);
    expect(amounts).toEqual([20_000_000n, 200_000n]);
  });

  it("has a value for every code of its grain", () => {
    const ofLevel = formula("of_level", "KZT", "rate * pupils['january', level]", {
      grain: ["organisation", "level"],
    });
    const change = { formulas: [ofLevel] };
    expect(tengeOf("of_level['primary']", change)).toBe("10000.00");
    expect(tengeOf("of_level['basic'] - of_level['primary']", change)).toBe("10000.00");
  });

  it("may be a condition", () => {
    const isLarge = formula("is_large", "boolean", "pupils['january', 'basic'] >= 20 pupil");
    expect(tengeOf("if(is_large, 1 KZT, 2 KZT)", { formulas: [isLarge] })).toBe("1.00");
  });

  it("of the city has one value for all", () => {
    const norm = formula("norm", "KZT/pupil", "round(rate * 1.0855, 0)", { grain: [] });
    expect(tengeOf("norm * 1 pupil", { formulas: [norm] })).toBe("1086.00");
  });

  it("makes a line exist each time a counted cell reached it", () => {
    const plan = planOfAmount("if(twice > 0, 1 KZT, 0)", { formulas: [twice] });
    expect(amountOf(plan, { headcounts: FOUR_CELLS })).toBe("1.00");
  });
});

it("refuses a division by zero and names the formula and the organisation", () => {
  const quotient = formula("share", "1", "1 / (pupils['january', 'primary'] / 1 pupil)");
  const plan = planOfAmount("share * 1 KZT", { formulas: [quotient] });
  const headcounts = [
    pupils("a", "2026-01-01", "primary", 0),
    pupils("a", "2026-09-05", "primary", 1),
  ];
  const [issue, ...others] = issuesOf(plan, { headcounts });
  expect(others).toEqual([]);
  expect(issue).toMatchObject({
    code: "division-by-zero",
    place: { file: "school.json", path: ["formulas", 0, "expression"] },
    facts: { formula: "share", organisation: "a" },
  });
});

describe("a product that outgrows any sum of money is refused", () => {
  const squares = (first: string) =>
    Array.from({ length: 16 }, (_, place) =>
      formula(`f${place}`, "1", place === 0 ? first : `f${place - 1} * f${place - 1}`),
    );

  it.each([
    ["upwards", "123456.789"],
    ["downwards", "0.000123"],
    ["below zero", "0 - 123456.789"],
  ])("%s, and named once", (_, first) => {
    const formulas = squares(first);
    const plan = planOfAmount("if(f15 > 1, rate, rate) * pupils['january', 'basic']", {
      formulas,
    });
    const found = issuesOf(plan, { headcounts: FOUR_CELLS });
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([
      ["expression-too-large", { limit: "2^4096" }],
    ]);
    expect(found[0]?.place.path?.at(-1)).toBe("expression");
  });

  it.each([
    ["a quotient", "/ (1 /", ")"],
    ["a sum of quotients", "+ 1 / (", ")"],
  ])("so is %s, which multiplies as well", (_, before, after) => {
    const formulas = Array.from({ length: 11 }, (_each, place) => {
      const below = `f${place - 1}`;
      const text = place === 0 ? "12345.678" : `${below} ${before} ${below}${after}`;
      return formula(`f${place}`, "1", text);
    });
    const plan = planOfAmount("if(f10 > 1, rate, rate) * pupils['january', 'basic']", { formulas });
    const codes = issuesOf(plan, { headcounts: FOUR_CELLS }).map(({ code }) => code);
    expect(codes).toContain("expression-too-large");
  });

  it("not before that", () => {
    expect(tengeOf("if(f7 > 1, 1 KZT, 0)", { formulas: squares("123456.789") })).toBe("1.00");
  });
});
