import { expect, it } from "vitest";
import { formatKey } from "../../../packages/core/src/methodology/parameter-key.ts";

it("a key is written in the order of its dimensions, open ones left out", () => {
  const dimensions = ["child_category", "group_type"];
  expect(formatKey(dimensions, ["under_3", "full_day"])).toBe(
    "child_category=under_3;group_type=full_day",
  );
  expect(formatKey(dimensions, [undefined, "full_day"])).toBe("group_type=full_day");
  expect(formatKey(dimensions, [undefined, undefined])).toBe("");
  expect(formatKey([], [])).toBe("");
});
