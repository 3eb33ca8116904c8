import { expect, it } from "vitest";
import { issue } from "../../../packages/core/src/kernel/index.ts";
import {
  countFault,
  type RepeatedFaults,
  tellFaults,
} from "../../../packages/core/src/register/repeated-faults.ts";

it("tells a fault of many rows once, at its first row, with the number of its rows", () => {
  const faults: RepeatedFaults = new Map();
  for (const [row, value] of ["a", "b", "a"].entries()) {
    countFault(faults, value, (count) => issue("organisation-unknown", { row }, { value, count }));
  }
  expect(tellFaults(faults)).toEqual([
    { code: "organisation-unknown", place: { row: 0 }, facts: { value: "a", count: "2" } },
    { code: "organisation-unknown", place: { row: 1 }, facts: { value: "b", count: "1" } },
  ]);
});
