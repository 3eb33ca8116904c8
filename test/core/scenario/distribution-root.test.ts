import fc from "fast-check";
import { expect, it } from "vitest";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { rootOf } from "../../../packages/core/src/scenario/distribution-root.ts";

it.each([
  [0n, 1n, "0"],
  [9n, 4n, "1.5"],
  [2n, 1n, "1.414213562373"],
  [2n, 3n, "0.816496580928"],
  [1n, 4_000_000_000_000_000_000_000_000n, "0.000000000001"],
])("of %i/%i is %s", (above, below, digits) => {
  expect(rootOf(ratioOf(above, below))).toBe(digits);
});

it("lies within half a unit of the last place", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      fc.bigInt({ min: 1n, max: 10n ** 30n }),
      (above, below) => {
        const [whole = "", fraction = ""] = rootOf(ratioOf(above, below)).split(".");
        const units = BigInt(whole + fraction.padEnd(12, "0"));
        const value = 4n * above * 10n ** 24n;
        expect(units === 0n || (2n * units - 1n) ** 2n * below <= value).toBe(true);
        expect(value < (2n * units + 1n) ** 2n * below).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});
