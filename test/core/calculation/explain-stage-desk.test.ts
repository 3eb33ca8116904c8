import { expect, it } from "vitest";
import { inTiyn } from "../../../packages/core/src/calculation/explain-stage-desk.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";

it("a figure in tenge is whole tiyn, and nothing is zero", () => {
  expect(inTiyn(ratioOf(12345n, 100n))).toBe(12_345n);
  expect(inTiyn(ratioOf(-1n, 2n))).toBe(-50n);
  expect(inTiyn(undefined)).toBe(0n);
});
