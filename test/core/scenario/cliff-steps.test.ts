import { expect, it } from "vitest";
import type { NamedRule } from "../../../packages/core/src/scenario/cliff-rules.ts";
import { changesAlong } from "../../../packages/core/src/scenario/cliff-steps.ts";
import { ruleText } from "../../support/marginal-texts.ts";

type Known = ReadonlyMap<number, ReadonlyMap<string, NamedRule>>;

/** A rule that is told as a choice in a text of a formula, for months 01 and 02. */
function rule(name: string, options: readonly string[], isRounding = false): NamedRule {
  const [formula = "", code = ""] = name.split(" ");
  const label = { ru: "", kk: "", en: "" };
  return {
    options,
    isRounding,
    tell: (from, to) => ({
      ...{ kind: "choice", choice: "min", expression: formula, from, to },
      owner: { kind: "formula", id: formula, label, place: { path: [formula] } },
      ...{ span: { start: 0, end: 1 }, keys: [code === "" ? [] : [{ dimension: "month", code }]] },
    }),
  };
}

/** Options by the distance at which they were seen, those that come to the same joined by `=`. */
function knownOf(
  rows: Readonly<Record<string, Readonly<Record<number, string>>>>,
  isRounding = false,
): Known {
  const known = new Map<number, Map<string, NamedRule>>();
  for (const [name, options] of Object.entries(rows)) {
    for (const [distance, text] of Object.entries(options)) {
      const rules = known.get(Number(distance)) ?? new Map<string, NamedRule>();
      rules.set(name, rule(name, text.split("="), isRounding));
      known.set(Number(distance), rules);
    }
  }
  return known;
}

/** `3: least: a → b [01]`. */
function textsOf(known: Known): readonly string[] {
  return [...changesAlong(known)].flatMap(([from, rules]) =>
    rules.map((each) => `${from}: ${ruleText(each).replace("min in formula ", "")}`),
  );
}

it("another option is a change, wherever the counts begin", () => {
  expect(textsOf(knownOf({ least: { "-2": "a", "-1": "a", 0: "b", 1: "b" } }))).toEqual([
    "-1: least: a → b",
  ]);
});

it("counts are compared in their order, however they were tried", () => {
  const known = knownOf({ least: { 0: "b", "-1": "b", "-3": "c", "-2": "a" } });
  expect(textsOf(known)).toEqual(["-3: least: c → a", "-2: least: a → b"]);
});

it("a count at which both come to the same belongs to the rules before it", () => {
  expect(textsOf(knownOf({ least: { 1: "a", 2: "a=b", 3: "b", 4: "b=c", 5: "c" } }))).toEqual([
    "2: least: a → b",
    "4: least: b → c",
  ]);
});

it("counts apart are not compared", () => {
  expect(textsOf(knownOf({ least: { 1: "a", 2: "a", 7: "b", 8: "b" } }))).toEqual([]);
});

it("a rule that was not asked before is no other one", () => {
  expect(textsOf(knownOf({ least: { 1: "a", 2: "a" }, inner: { 2: "x", 3: "y" } }))).toEqual([
    "2: inner: x → y",
  ]);
});

it("whole numbers begin a step where they stand still beside it", () => {
  const rounding = (options: Readonly<Record<number, string>>) =>
    textsOf(knownOf({ whole: options }, true));
  expect(rounding({ 1: "1", 2: "1", 3: "2", 4: "2" })).toEqual(["2: whole: 1 → 2"]);
  expect(rounding({ 1: "1", 2: "1", 3: "2", 4: "3" })).toEqual(["2: whole: 1 → 2"]);
  expect(rounding({ 1: "0", 2: "1", 3: "2", 4: "2" })).toEqual(["2: whole: 1 → 2"]);
  expect(rounding({ 0: "0", 1: "1", 2: "1" })).toEqual(["0: whole: 0 → 1"]);
  expect(rounding({ 1: "7", 2: "14", 3: "21", 4: "28" })).toEqual([]);
});

it("the same change of several months is one", () => {
  const known = knownOf({
    "least 01": { 1: "a", 2: "b" },
    "least 02": { 1: "a", 2: "b" },
    "least 03": { 1: "a", 2: "c" },
  });
  expect(textsOf(known)).toEqual(["1: least [01,02]: a → b", "1: least [03]: a → c"]);
});
