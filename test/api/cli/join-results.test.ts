import { expect, it } from "vitest";
import { allOf, distinct, faultsOf } from "../../../packages/api/src/cli/join-results.ts";
import { fail, issue, ok } from "../../../packages/core/src/index.ts";

const UNKNOWN = issue("option-unknown", {}, { value: "x" });
const EMPTY = issue("table-empty", { file: "a.csv" }, {});

it("values come together in their order, or all faults in theirs", () => {
  expect(allOf([ok(1), ok(2)])).toEqual(ok([1, 2]));
  const failed = { ok: false, issues: [UNKNOWN, EMPTY] };
  expect(allOf([ok(1), fail(UNKNOWN), fail(EMPTY)])).toEqual(failed);
  expect(faultsOf([fail(UNKNOWN), ok(1), fail(EMPTY)])).toEqual(failed);
});

it("asking for faults where there are none is a bug of ours", () => {
  expect(() => faultsOf([ok(1)])).toThrow("failed");
});

it("a fault that two files share is told once", () => {
  expect(distinct(fail(UNKNOWN, [EMPTY, UNKNOWN]))).toEqual(fail(UNKNOWN, [EMPTY]));
  expect(distinct(ok(1))).toEqual(ok(1));
});
