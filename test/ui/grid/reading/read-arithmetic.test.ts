import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type ExactValue, exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import {
  isArithmetic,
  readArithmetic,
} from "../../../../packages/ui/src/grid/reading/read-arithmetic.ts";

const OLD = exactWhole(1000n);

/** The result in lowest terms, or the code of the fault. */
function work(text: string, old: ExactValue | null = OLD, isPercent = false): string {
  const reading = readArithmetic(text, { language: "ru", isPercent, old });
  if ("fault" in reading) return reading.fault.code;
  const { numerator, denominator } = reading.result;
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

describe("arithmetic in a cell", () => {
  it.each([
    ["=305000-1000", "304000"],
    ["= 305 000 − 1 000,50", "607999/2"],
    ["=(1+2)*3,5/2", "21/4"],
    ["=1+2*3", "7"],
    ["=-(2-5)", "3"],
    ["=--5", "5"],
    ["=305000*12%", "36600"],
    ["=10-4-3", "3"],
    ["=12/4/3", "1"],
    ["=6/-3", "-2"],
    ["=2×3÷4", "3/2"],
    ["*1,05", "1050"],
    ["/3", "1000/3"],
    ["+10%", "1100"],
    ["-10%", "900"],
    ["−12,5%", "875"],
    ["+1000", "2000"],
    ["+1000*2", "3000"],
    ["*(1+2)", "3000"],
  ])("%s", (text, result) => {
    expect(work(text)).toBe(result);
  });

  it("counts in percents where the column does, unless a percent is written", () => {
    const old = { numerator: 1n, denominator: 8n };
    expect(work("=10+2", old, true)).toBe("3/25");
    expect(work("=10%+2%", old, true)).toBe("3/25");
    expect(work("+5", old, true)).toBe("7/40");
    expect(work("+5%", old, true)).toBe("7/40");
    expect(work("*2", old, true)).toBe("1/4");
    expect(work("*50%", old, true)).toBe("1/16");
  });

  it.each([
    ["=", "no-end-of-formula"],
    ["=1+", "no-end-of-formula"],
    ["=(1", "no-end-of-formula"],
    ["=1)", "not-arithmetic"],
    ["=1 2", "groups"],
    ["=A1", "not-arithmetic"],
    ["=1;2", "not-arithmetic"],
    ["=1/0", "division-by-zero"],
    ["=1/(2-2)", "division-by-zero"],
    ["/0", "division-by-zero"],
    [`=${"(".repeat(50)}1${")".repeat(50)}`, "too-deep"],
    [`=1${"+1".repeat(200)}`, "too-long"],
  ])("%s is refused", (text, code) => {
    expect(work(text)).toBe(code);
  });

  it.each(["*2", "/2", "+10%", "+5"])("%s needs a figure to stand on", (text) => {
    expect(work(text, null)).toBe("no-old-value");
  });

  it("is told from a number", () => {
    expect(
      ["=1", "*2", "/2", "+2", "-10%", "+10 %"].map((text) => isArithmetic(text, false)),
    ).toEqual([true, true, true, true, true, true]);
    expect(isArithmetic("-1000", false)).toBe(false);
    expect(isArithmetic("10%", false)).toBe(false);
    expect(isArithmetic("-10%", true)).toBe(false);
  });
});

const SIGNS = ["=", "+", "-", "*", "/", "(", ")", "%", "0", ",", ".", " "];

describe("laws", () => {
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });

  it("adds and multiplies as whole numbers do", () => {
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        const [x, y, z] = [BigInt(a), BigInt(b), BigInt(c)];
        expect(work(`=${a}+${b}*${c}`)).toBe(`${x + y * z}`);
        expect(work(`=(${a}-${b})*${c}`)).toBe(`${(x - y) * z}`);
      }),
    );
  });

  it("ends for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 220 }), (text) => {
        expect(work(`=${text}`)).toMatch(/^-?[\d/]+$|^[a-z-]+$/);
      }),
    );
  });
});
