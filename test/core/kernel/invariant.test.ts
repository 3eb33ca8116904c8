import { expect, it } from "vitest";
import {
  InvariantViolation,
  invariant,
  present,
} from "../../../packages/core/src/kernel/invariant.ts";

it("a bug of ours stops the calculation", () => {
  expect(() => invariant(false, "totals differ")).toThrow(InvariantViolation);
  expect(() => invariant(false, "totals differ")).toThrow("totals differ");
  expect(() => invariant(true, "totals differ")).not.toThrow();
});

it("what must be there is there, or it is a bug of ours", () => {
  expect(present(0, "zero is a value")).toBe(0);
  expect(present("", "so is an empty text")).toBe("");
  expect(() => present(undefined, "nothing")).toThrow(InvariantViolation);
});
