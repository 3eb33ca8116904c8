import { describe, expect, it } from "vitest";
import { formula } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, tengeOf } from "../../support/school-register.ts";

describe("a function gives", () => {
  it.each([
    ["the least", "min(3 KZT, 1 KZT, 2 KZT)", "1.00"],
    ["the greatest", "max(3 KZT, 1 KZT, 5 KZT)", "5.00"],
    ["the lower bound below it", "clamp(1 KZT, 2 KZT, 5 KZT)", "2.00"],
    ["the upper bound above it", "clamp(9 KZT, 2 KZT, 5 KZT)", "5.00"],
    ["a value between its bounds", "clamp(3 KZT, 2 KZT, 5 KZT)", "3.00"],
    ["the lower of two bounds that crossed", "clamp(4 KZT, 5 KZT, 2 KZT)", "5.00"],
    ["the whole number below", "floor(2.9 KZT)", "2.00"],
    ["the whole number below a negative one", "floor(-2.1 KZT)", "-3.00"],
    ["the whole number above", "ceil(2.1 KZT)", "3.00"],
    ["the whole number above a negative one", "ceil(-2.9 KZT)", "-2.00"],
    ["a value without its sign", "abs(-2.5 KZT)", "2.50"],
    ["a value that has no sign", "abs(2.5 KZT)", "2.50"],
  ])("%s", (_, expression, expected) => {
    expect(tengeOf(expression)).toBe(expected);
  });
});

describe("months since a date", () => {
  const perMonth = "* 1 KZT/month";

  it.each([
    ["the first day of the year", "2026-01-01", "0.00"],
    ["a day of the January before", "2025-01-31", "12.00"],
    ["the last day of the year before", "2025-12-31", "1.00"],
    ["a day to come", "2026-03-15", "-2.00"],
  ])("are counted to January where no month is in scope: from %s", (_, date, expected) => {
    expect(tengeOf(`months_since('${date}') ${perMonth}`)).toBe(expected);
  });

  it("are counted to the month in scope", () => {
    const organisations = [organisation({ attributes: { founded_on: "2025-11-20" } })];
    const ofMonth = formula("age", "month", "months_since(founded_on)", {
      grain: ["organisation", "month"],
    });
    const change = { formulas: [ofMonth] };
    const register = { organisations, headcounts: FOUR_CELLS };
    expect(tengeOf(`age['01'] ${perMonth}`, change, register)).toBe("2.00");
    expect(tengeOf(`age['10'] ${perMonth}`, change, register)).toBe("11.00");
  });

  it("decide in which months something is paid", () => {
    const organisations = [organisation({ attributes: { founded_on: "2026-03-01" } })];
    const condition = "months_since(founded_on) >= 0 month and months_since(founded_on) < 2 month";
    const expression = `sum(over month: if(${condition}, 1 KZT, 0))`;
    expect(tengeOf(expression, {}, { organisations })).toBe("2.00");
  });
});
