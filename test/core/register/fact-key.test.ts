import { expect, it } from "vitest";
import { factIndex, factKey, findKeyCodes } from "../../../packages/core/src/register/fact-key.ts";
import { registerRules } from "../../support/register-rules.ts";

it("the index of a fact is its period, if it has one, and its dimensions", () => {
  expect(registerRules().facts.map(factIndex)).toEqual([
    ["count", "level", "programme"],
    ["month", "group", "child_category"],
    ["level"],
  ]);
});

it("a key does not depend on the order of its dimensions", () => {
  const codes = [
    ["programme", "general"],
    ["level", "primary"],
  ] as const;
  expect(factKey(new Map(codes))).toBe("level=primary;programme=general");
  expect(factKey(new Map(codes.toReversed()))).toBe("level=primary;programme=general");
  expect(factKey(new Map())).toBe("");
});

it.each([
  ["level=primary;programme=general", ["programme", "level"], ["general", "primary"]],
  ["", [], []],
  ["level=primary", ["level", "programme"], undefined],
  ["level=primary;programme=general", ["level"], undefined],
  ["", ["level"], undefined],
])("the codes of «%s» for %j", (key, dimensions, codes) => {
  expect(findKeyCodes(key, dimensions)).toEqual(codes);
});
