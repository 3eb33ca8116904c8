import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BIN, findBinCheckDigit, findMeantBins } from "../../../packages/core/src/register/bin.ts";

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));
/** 2 × 9 + 8 × 10 + 1 × 11 = 109, then 2 × 11 + 8 × 1 + 1 × 2 = 32: both leave ten. */
const NOT_ISSUED = "00000000281";

describe("a БИН", () => {
  it.each(["690240744430", "620740686861", "650140308051"])("%s is accepted", (bin) => {
    expect(BIN.decode(bin)).toEqual({ ok: true, value: bin });
  });

  it.each([
    ["has twelve digits", "69024074443", "bin-malformed"],
    ["has nothing but digits", "69024074443A", "bin-malformed"],
    ["is not written with an exponent", "6,90241E+11", "bin-malformed"],
    ["ends in its check digit", "690240744431", "bin-check-digit"],
  ])("%s", (_rule, text, code) => {
    const result = BIN.decode(text);
    expect(result.ok ? "" : result.fault({ row: 2 })).toMatchObject({ code, place: { row: 2 } });
  });

  it("with a wrong last digit is told the right one", () => {
    const result = BIN.decode("690240744431");
    expect(result.ok ? "" : result.fault({}).facts).toEqual({
      value: "690240744431",
      expected: "690240744430",
    });
  });

  it("takes the second weights when the first give ten", () => {
    // 1 × 10, then 1 × 1.
    expect(findBinCheckDigit("00000000010")).toBe("1");
  });

  it("is not issued when both rounds give ten", () => {
    expect(findBinCheckDigit(NOT_ISSUED)).toBeUndefined();
    for (const digit of DIGITS) expect(BIN.decode(NOT_ISSUED + digit).ok).toBe(false);
  });
});

describe("a mistyped БИН", () => {
  it.each([
    ["has a wrong digit", "690240744431"],
    ["lacks a digit", "69024074443"],
    ["lacks its first digit", "90240744430"],
  ])("may have meant the right one when it %s", (_slip, text) => {
    expect(findMeantBins(text)).toContain("690240744430");
  });

  it("may have lost its zeros", () => {
    const right = `00024000001${findBinCheckDigit("00024000001")}`;
    expect(findMeantBins(right.slice(3))).toContain(right);
  });

  it("means only numbers that are issued", () => {
    for (const meant of findMeantBins("690240744431")) expect(BIN.decode(meant).ok).toBe(true);
  });
});

describe("laws", () => {
  it("exactly one last digit fits, or none", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (eleven) => {
        const fitting = DIGITS.filter((digit) => BIN.decode(eleven + digit).ok);
        const digit = findBinCheckDigit(eleven);
        expect(fitting).toEqual(digit === undefined ? [] : [digit]);
      }),
    );
  });
});
