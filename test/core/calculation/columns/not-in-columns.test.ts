import { expect, it } from "vitest";
import { NotInColumns } from "../../../../packages/core/src/calculation/columns/not-in-columns.ts";

it("is told apart from a bug by its name", () => {
  const error = new NotInColumns("inherited");
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message]).toEqual(["NotInColumns", "inherited"]);
  expect([error.isPassing, new NotInColumns("a divisor", true).isPassing]).toEqual([false, true]);
});
