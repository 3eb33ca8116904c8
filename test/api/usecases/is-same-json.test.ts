import { expect, it } from "vitest";
import { isSameJson } from "../../../packages/api/src/usecases/is-same-json.ts";

it("the order of members and what is undefined say nothing, every value does", () => {
  expect(isSameJson({ a: "1", b: ["2", null] }, { b: ["2", null], a: "1", c: undefined })).toBe(
    true,
  );
  expect(isSameJson({ a: "1" }, { a: 1 })).toBe(false);
  expect(isSameJson(["1", "2"], ["2", "1"])).toBe(false);
  expect(isSameJson(undefined, null)).toBe(false);
});
