import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../../packages/core/src/methodology/expression.ts";
import {
  EXPRESSION_DEPTH_LIMIT,
  EXPRESSION_HEIGHT_LIMIT,
  EXPRESSION_LENGTH_LIMIT,
  parseExpression,
} from "../../../packages/core/src/methodology/parse-expression.ts";
import { printExpression } from "../../../packages/core/src/methodology/print-expression.ts";
import { anyExpression, UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";

const parse = (text: string) => parseExpression(text, UNITS);
const node = (text: string) => getValue(parse(text));

/** Every operation in brackets. */
function bracketed(part: Expression): string {
  if (part.kind === "binary") {
    return `(${bracketed(part.left)} ${part.operator} ${bracketed(part.right)})`;
  }
  if (part.kind === "not") return `(not ${bracketed(part.operand)})`;
  if (part.kind === "negate") return `(-${bracketed(part.operand)})`;
  return printExpression(part);
}

function faultOf(text: string) {
  const result = parse(text);
  if (result.ok) return "no fault";
  const [{ code, place, facts }] = result.issues;
  return [code, place.offset, ...Object.values(facts)].join(" ");
}

describe("what binds tighter is done first, equals from the left", () => {
  it.each([
    ["a + b * c", "(a + (b * c))"],
    ["a * b + c", "((a * b) + c)"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b / c", "((a / b) / c)"],
    ["a / b * c", "((a / b) * c)"],
    ["-a * b", "((-a) * b)"],
    ["a * -b", "(a * (-b))"],
    ["a - -b", "(a - (-b))"],
    ["a + b < c * d", "((a + b) < (c * d))"],
    ["not a = b", "(not (a = b))"],
    ["not -a < b", "(not ((-a) < b))"],
    ["not a and b", "((not a) and b)"],
    ["a or b and c", "(a or (b and c))"],
    ["a and b or c", "((a and b) or c)"],
    ["a and not b", "(a and (not b))"],
    ["(a + b) * c", "((a + b) * c)"],
    ["(a = b) = c", "((a = b) = c)"],
  ])("%s", (text, expected) => {
    expect(bracketed(node(text))).toBe(expected);
  });
});

describe("the first fault is told where it stands", () => {
  it.each([
    ["", "expression-syntax 0  value"],
    ["1 +", "expression-syntax 3  value"],
    ["1 + * 2", "expression-syntax 4 * value"],
    ["(1 + 2", "expression-syntax 6  )"],
    ["1 + 2)", "expression-syntax 5 ) operator"],
    ["a b", "expression-syntax 2 b operator"],
    ["a = b = c", "expression-syntax 6 = operator"],
    ["not not a", "expression-syntax 4 not ("],
    ["- - a", "expression-syntax 2 - ("],
    ["a # b", "expression-syntax 2 # operator"],
    ["and", "expression-syntax 0 and value"],
    ["case 'A' when a: 1", "expression-syntax 18  otherwise"],
    ["case A when a: 1 otherwise 'B': 2", "expression-syntax 5 A '…'"],
    ["case 'A' a: 1 otherwise 'B': 2", "expression-syntax 9 a when"],
    ["case 'A' when a 1 otherwise 'B': 2", "expression-syntax 16 1 :"],
    ["1 + case 'A' when a: 1 otherwise 'B': 2", "expression-syntax 4 case value"],
    ["a (b + c)", "function-unknown 0 a "],
    ["12 months", "unit-unknown 3 months"],
  ])("%o", (text, expected) => {
    expect(faultOf(text)).toBe(expected);
  });
});

describe("bounds are named when they are passed", () => {
  it("of length", () => {
    const long = `1${" ".repeat(EXPRESSION_LENGTH_LIMIT - 1)}`;
    expect(parse(long).ok).toBe(true);
    expect(faultOf(`${long} `)).toBe(`expression-too-large 0 ${EXPRESSION_LENGTH_LIMIT}`);
  });

  it("of depth", () => {
    const deep = (depth: number) => `${"(".repeat(depth)}1${")".repeat(depth)}`;
    expect(parse(deep(EXPRESSION_DEPTH_LIMIT - 1)).ok).toBe(true);
    expect(faultOf(deep(EXPRESSION_DEPTH_LIMIT))).toBe(
      `expression-too-large ${EXPRESSION_DEPTH_LIMIT} ${EXPRESSION_DEPTH_LIMIT}`,
    );
  });

  it("of height: a sum of thousands of terms would not come back down", () => {
    const sum = (terms: number) => Array.from({ length: terms }, () => "1").join("+");
    expect(parse(sum(EXPRESSION_HEIGHT_LIMIT)).ok).toBe(true);
    expect(faultOf(sum(EXPRESSION_HEIGHT_LIMIT + 1))).toBe(
      `expression-too-large 0 ${EXPRESSION_HEIGHT_LIMIT}`,
    );
    expect(faultOf(sum(4_000))).toBe(`expression-too-large 0 ${EXPRESSION_HEIGHT_LIMIT}`);
  });
});

it("a node knows the characters it came from", () => {
  const text = "round( (a + 12 month/year) , 0)";
  const round = node(text);
  const spans: string[] = [];
  const visit = (part: Expression): void => {
    spans.push(text.slice(part.span.start, part.span.end));
    if (part.kind === "round") visit(part.operand);
    if (part.kind === "binary") [part.left, part.right].forEach(visit);
  };
  visit(round);
  expect(spans).toEqual([text, "a + 12 month/year", "a", "12 month/year"]);
});

describe("laws", () => {
  const alphabet = fc.constantFrom(
    ...["(", ")", "[", "]", "+", "-", "*", "/", "=", "<", ">", ",", ":", "'", '"', " ", "\n"],
    ...["a", "1", "1.5", "month", "case", "when", "otherwise", "over", "by", "not", "and", "or"],
    ...["sum", "if", "round", "min", "total", "count_if", "band", "half-even", "true", "é", "#"],
    ...["has", "includes", "interpolate", "rond"],
  );
  const soup = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(" "));

  it("no text makes the parser throw, and every refusal has a place in the text", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        const result = parse(text);
        if (result.ok) return;
        const { offset = -1 } = result.issues[0].place;
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it("a good text with one character more or less is read or refused, never thrown", () => {
    fc.assert(
      fc.property(anyExpression, fc.nat(), alphabet, (expression, place, added) => {
        const text = printExpression(expression);
        const at = place % (text.length + 1);
        expect(typeof parse(text.slice(0, at) + added + text.slice(at)).ok).toBe("boolean");
        expect(typeof parse(text.slice(0, at) + text.slice(at + 1)).ok).toBe("boolean");
      }),
    );
  });

  it("blanks between words and redundant brackets do not count", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const text = printExpression(expression);
        const spaced = `(\n ${text}\t)`;
        expect(printExpression(node(spaced))).toBe(text);
      }),
    );
  });
});
