import { expect, it } from "vitest";
import { type Issue, issue } from "../../../packages/core/src/kernel/issue.ts";
import { fail, ok, unlessIssues } from "../../../packages/core/src/kernel/result.ts";

const FIRST = issue("table-empty", { file: "a.csv" }, {});
const SECOND = issue("table-empty", { file: "b.csv" }, {});

it("a value stands only where no issue does", () => {
  expect(unlessIssues([], () => 7)).toEqual(ok(7));
  expect(unlessIssues([FIRST, SECOND], () => 7)).toEqual(fail(FIRST, [SECOND]));
});

it("the value is not even made when there are issues", () => {
  const never = (): number => {
    throw new Error("made");
  };
  expect(unlessIssues([FIRST], never)).toEqual(fail(FIRST));
});

it("however many issues there are", () => {
  const many = Array.from({ length: 200_000 }, (): Issue => FIRST);
  const result = unlessIssues(many, () => 0);
  expect(result.ok ? 0 : result.issues.length).toBe(many.length);
});
