import { expect, it } from "vitest";
import { attributesOnly, extendLayout } from "../../../packages/core/src/calculation/code.ts";

const EMPTY = { slots: new Map(), size: 0, valuesOn: "year", name: "norm" } as const;

it("gives each dimension in scope a slot of its own", () => {
  const outer = extendLayout(EMPTY, ["count", "level"]);
  const inner = extendLayout(outer, ["month"]);
  expect([...inner.slots]).toEqual([
    ["count", 0],
    ["level", 1],
    ["month", 2],
  ]);
  expect([inner.size, outer.size]).toEqual([3, 2]);
  expect(outer.slots.has("month")).toBe(false);
});

it("leaves a condition on attributes no dimension that could stand before them", () => {
  const layout = attributesOnly(extendLayout(EMPTY, ["ownership", "level"]));
  expect([layout.slots.size, layout.size, layout.name]).toEqual([0, 0, "norm"]);
  expect(layout.valuesOn).toBe("year");
});

it("lets an inner dimension stand in front of an outer one of its name", () => {
  const inner = extendLayout(extendLayout(EMPTY, ["level"]), ["level"]);
  expect(inner.slots.get("level")).toBe(1);
  expect(inner.size).toBe(2);
});
