import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvariantViolation } from "../../../packages/core/src/kernel/index.ts";
import { ratioOf } from "../../../packages/core/src/money/ratio.ts";
import {
  assertEqualTiyn,
  findTiyn,
  formatTenge,
  roundToTiyn,
  sumTiyn,
  tiyn,
} from "../../../packages/core/src/money/tiyn.ts";

describe("tenge are read to the tiyn", () => {
  it.each([
    ["0", 0n],
    ["12", 1_200n],
    ["12.5", 1_250n],
    ["-12.05", -1_205n],
    ["-0", 0n],
    ["290778940.67", 29_077_894_067n],
    ["9".repeat(30), BigInt("9".repeat(30)) * 100n],
  ])("%s", (text, expected) => {
    expect(findTiyn(text)).toBe(expected);
  });

  it.each([...["", "1,5", "1.234", "1.", ".5", "+1", "1e3", " 1", "1 000", "--1", "9".repeat(31)]])(
    "but not from %o",
    (text) => {
      expect(findTiyn(text)).toBeUndefined();
    },
  );
});

it.each([
  [0n, "0.00"],
  [5n, "0.05"],
  [-5n, "-0.05"],
  [123_456n, "1234.56"],
  [-100n, "-1.00"],
])("%s tiyn are written %s", (amount, text) => {
  expect(formatTenge(tiyn(amount))).toBe(text);
});

it("an amount becomes final by the named mode", () => {
  const value = ratioOf(200_818_940_666n * 3n + 2n, 3_000n);
  expect(roundToTiyn(value, "half-up")).toBe(20_081_894_067n);
  expect(roundToTiyn(value, "down")).toBe(20_081_894_066n);
  expect(roundToTiyn(ratioOf(5n, 1_000n), "half-up")).toBe(1n);
  expect(roundToTiyn(ratioOf(5n, 1_000n), "half-even")).toBe(0n);
  expect(roundToTiyn(ratioOf(-5n, 1_000n), "half-up")).toBe(-1n);
});

it("two ways of adding up that differ are a bug of ours", () => {
  expect(() => assertEqualTiyn(tiyn(1n), tiyn(1n), "total")).not.toThrow();
  expect(() => assertEqualTiyn(tiyn(1n), tiyn(2n), "total")).toThrow(InvariantViolation);
  expect(() => assertEqualTiyn(tiyn(1n), tiyn(2n), "total")).toThrow("0.01 and 0.02");
});

describe("laws", () => {
  const amount = fc.bigInt(-(10n ** 25n), 10n ** 25n).map(tiyn);

  it("what is written is read back", () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(findTiyn(formatTenge(value))).toBe(value);
      }),
    );
  });

  it("a sum does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        expect(sumTiyn(amounts)).toBe(sumTiyn([...amounts].reverse()));
        expect(sumTiyn(amounts)).toBe(amounts.reduce<bigint>((sum, each) => sum + each, 0n));
      }),
    );
  });
});
