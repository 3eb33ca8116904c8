import { expect, it } from "vitest";
import { pageOf } from "../../../packages/api/src/persistence/database.ts";

const shape = { item: (row: number) => row * 10, cursor: (row: number) => `${row}` };

it("a page tells where the next one begins, when there is more", () => {
  expect(pageOf([1, 2, 3], 2, shape)).toEqual({ items: [10, 20], next: "2" });
});

it("the last page tells that it is the last", () => {
  expect(pageOf([1, 2], 2, shape)).toEqual({ items: [10, 20], next: null });
  expect(pageOf([], 2, shape)).toEqual({ items: [], next: null });
});
