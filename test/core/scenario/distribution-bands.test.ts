import fc from "fast-check";
import { expect, it } from "vitest";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { isInBand, sizeBands } from "../../../packages/core/src/scenario/distribution-bands.ts";

it("hold sizes from their lower end up to below the next", () => {
  const bands = sizeBands([600, 100, 100]);
  expect(bands.map(({ name }) => name)).toEqual(["0-100", "100-600", "600+"]);
  const namesOf = (size: bigint, parts = 1n) =>
    bands.filter((band) => isInBand(ratioOf(size, parts), band)).map(({ name }) => name);
  expect([namesOf(100n), namesOf(1199n, 2n), namesOf(600n)].flat()).toEqual([
    ...["100-600", "100-600", "600+"],
  ]);
});

it("hold every size once, whatever the bounds", () => {
  const size = fc.tuple(fc.bigInt({ min: 0n, max: 9_999n }), fc.bigInt({ min: 1n, max: 12n }));
  fc.assert(
    fc.property(fc.array(fc.nat(900)), size, (bounds, [above, below]) => {
      const held = sizeBands(bounds).filter((band) => isInBand(ratioOf(above, below), band));
      expect(held).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});
