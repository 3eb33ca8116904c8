import { expect, it } from "vitest";
import { groupItems } from "../../../packages/core/src/kernel/group-items.ts";

it("items of one name stand together, in their order", () => {
  const groups = groupItems([3, 1, 4, 1, 5, 9], (each) => (each % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [3, 1, 1, 5, 9]],
    ["even", [4]],
  ]);
});
