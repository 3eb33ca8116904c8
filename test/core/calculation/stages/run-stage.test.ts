import { describe, expect, it } from "vitest";
import { amounts, stage, stagedRun } from "../../../support/staged-city.ts";

const CITY = { a: { base: "100", floor: "120", weight: "1" } };

describe("every kind of stage does its own", () => {
  it.each([
    ["floor", { lines: ["base"], bound: "floor" }, "120.00"],
    ["cap", { lines: ["base"], bound: "60 KZT" }, "60.00"],
    [
      "floor-and-cap",
      { lines: ["base"], floor: "floor", cap: "200 KZT", shortfall: "envelope" },
      "120.00",
    ],
    ["pool", { into: "base", weight: "weight", amount: "5 KZT" }, "105.00"],
    ["fill", { categories: [{ line: "base" }], change: "-30 KZT" }, "70.00"],
    ["fit", { lines: ["base"], envelope: "77 KZT" }, "77.00"],
    ["limit", { lines: ["base"], envelope: "77 KZT" }, "100.00"],
  ])("%s", (kind, fields, expected) => {
    expect(amounts(stagedRun([stage("s", 1, { kind, ...fields })], CITY))).toEqual([
      `a secondary ${expected}`,
    ]);
  });
});

it("a stage acts while the condition of the city holds", () => {
  const fields = { kind: "cap", lines: ["base"], bound: "60 KZT" };
  const at = (condition: string) =>
    amounts(stagedRun([stage("s", 1, { ...fields, switch: condition })], CITY));
  expect(at("total(base) > 99 KZT")).toEqual(["a secondary 60.00"]);
  expect(at("total(base) > 100 KZT")).toEqual(["a secondary 100.00"]);
});
