import { describe, expect, it } from "vitest";
import { createTokenReader } from "../../../packages/core/src/methodology/token-reader.ts";
import { tokenize } from "../../../packages/core/src/methodology/tokens.ts";

const readerOf = (text: string) => createTokenReader(tokenize(text));

it("tokens are taken one by one, and then there is only the end", () => {
  const reader = readerOf("a + 1");
  expect([reader.take(), reader.take(), reader.take()].map(({ text }) => text)).toEqual([
    "a",
    "+",
    "1",
  ]);
  expect(reader.lastEnd()).toBe(5);
  expect(reader.take().kind).toBe("end");
  expect(reader.take().kind).toBe("end");
  expect(reader.lastEnd()).toBe(5);
});

it("a quoted sign or word is a text, never the sign or word", () => {
  expect(readerOf("'+'").isNext("+")).toBe(false);
  expect(readerOf("'over'").takeIf("over")).toBe(false);
  expect(readerOf("over").takeIf("over")).toBe(true);
});

it("a sign goes to a unit only when a unit follows it", () => {
  const units = new Set(["month"]);
  expect(readerOf("/ month").takeUnitSign(units)).toBe("/");
  expect(readerOf("* month").takeUnitSign(units)).toBe("*");
  expect(readerOf("+ month").takeUnitSign(units)).toBeUndefined();
  expect(readerOf("/ x").takeUnitSign(units)).toBeUndefined();
  expect(readerOf("/ 'month'").takeUnitSign(units)).toBeUndefined();
});

describe("after the first fault", () => {
  const reader = readerOf("a b c");
  reader.take();
  reader.expect("+");
  reader.refuse("something else");

  it("that fault is kept, at the token where it was met", () => {
    expect(reader.fault()).toEqual({
      code: "expression-syntax",
      place: { offset: 2 },
      facts: { found: "b", expected: "+" },
    });
  });

  it("there is nothing more to read", () => {
    expect(reader.peek().kind).toBe("end");
    expect(reader.takeIf("b")).toBe(false);
  });
});
