import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { printExpression } from "../../../packages/core/src/methodology/print-expression.ts";
import { anyExpression, UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { withoutSpans } from "../../support/without-spans.ts";

describe("brackets are printed only where the meaning needs them", () => {
  it.each([
    ["((a))+((b))", "a + b"],
    ["(a + b) * c", "(a + b) * c"],
    ["(a * b) + c", "a * b + c"],
    ["a - (b - c)", "a - (b - c)"],
    ["(a - b) - c", "a - b - c"],
    ["a / (b * c)", "a / (b * c)"],
    ["-(a + b)", "-(a + b)"],
    ["(-a) * b", "-a * b"],
    ["not (a = b)", "not a = b"],
    ["not (a and b)", "not (a and b)"],
    ["(a and b) or c", "a and b or c"],
    ["a and (b or c)", "a and (b or c)"],
    ["(a < b) = c", "(a < b) = c"],
    ["12 month/year * a", "12 month/year * a"],
    ["round(x,-3,half-even)", "round(x, -3, half-even)"],
    ["round(x, 0, half-up)", "round(x, 0)"],
    ["count_if(over month : x>0)", "count_if(over month: x > 0)"],
    ["total((x)by district,tier)", "total(x by district, tier)"],
    ['p["it\'s"]', 'p["it\'s"]'],
    ["band((a+b), steps)", "band(a + b, steps)"],
    ["interpolate(x,need[ level,'a' ])", "interpolate(x, need[level, 'a'])"],
    ["rate[ level_of[ grade ] ]", "rate[level_of[grade]]"],
    ["not (has(pupils['2026']))", "not has(pupils['2026'])"],
    ["includes(languages,level_of[grade])", "includes(languages, level_of[grade])"],
    [
      "round( round(min(1,round(x,4)) * y,-2,down), 2,up)",
      "round(round(min(1, round(x, 4)) * y, -2, down), 2, up)",
    ],
    ["months_since( opened )>=12 month", "months_since(opened) >= 12 month"],
    ["opened<'2026-09-01'", "opened < '2026-09-01'"],
    [
      "case 'A' when x > 1: (case 'B' when y > 1: 2 otherwise 'C': 3) otherwise 'D': 4",
      "case 'A' when x > 1: (case 'B' when y > 1: 2 otherwise 'C': 3) otherwise 'D': 4",
    ],
  ])("%s", (written, printed) => {
    expect(printExpression(getValue(parseExpression(written, UNITS)))).toBe(printed);
  });
});

it("a value may be printed in place of a node", () => {
  const node = getValue(parseExpression("(a + b) * c", UNITS));
  const replace = (part: typeof node) =>
    part.kind === "name" ? part.name.toUpperCase() : undefined;
  expect(printExpression(node, replace)).toBe("(A + B) * C");
});

describe("laws", () => {
  it("what is printed is read back as the same nodes", () => {
    fc.assert(
      fc.property(anyExpression, (node) => {
        const read = parseExpression(printExpression(node), UNITS);
        expect(withoutSpans(getValue(read))).toEqual(withoutSpans(node));
      }),
      { numRuns: 2_000 },
    );
  });

  it("printing what was read back gives the same text", () => {
    fc.assert(
      fc.property(anyExpression, (node) => {
        const printed = printExpression(node);
        expect(printExpression(getValue(parseExpression(printed, UNITS)))).toBe(printed);
      }),
    );
  });
});
