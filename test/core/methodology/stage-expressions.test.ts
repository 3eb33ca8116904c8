import { expect, it } from "vitest";
import { printExpression } from "../../../packages/core/src/index.ts";
import { expressionsOfStage } from "../../../packages/core/src/methodology/stage-expressions.ts";
import { labelOf } from "../../support/tiny-names.ts";
import { stagedMethodology, tinyStage } from "../../support/tiny-stages.ts";

const LINES = { lines: ["main"], switch: "true" };
const ENVELOPE = { ...LINES, envelope: "11 KZT" };

/** Each expression of the stage where it stands, starred where a line is in scope. */
function expressionsIn(kind: string, change: Readonly<Record<string, unknown>>) {
  const [stage] = stagedMethodology([tinyStage("s", kind, change)]).stages;
  const found = stage === undefined ? [] : expressionsOfStage(stage);
  return found.map(({ expression, steps, hasLine }) => {
    return `${steps.join(".")}${hasLine ? "*" : ""}: ${printExpression(expression)}`;
  });
}

it.each([
  [
    "floor",
    { ...LINES, when: "need > 1 KZT", bound: "2 KZT" },
    ["when: need > 1 KZT", "bound*: 2 KZT"],
  ],
  ["cap", { ...LINES, per: "organisation", bound: "2 KZT" }, ["bound: 2 KZT"]],
  [
    "floor-and-cap",
    { ...LINES, floor: "3 KZT", cap: "4 KZT", shortfall: "refuse" },
    ["floor*: 3 KZT", "cap*: 4 KZT"],
  ],
  [
    "pool",
    { ...LINES, into: "extra", collect: "5 KZT", amount: "6 KZT", weight: "7" },
    ["collect: 5 KZT", "amount: 6 KZT", "weight: 7"],
  ],
  [
    "fill",
    {
      ...{ switch: "true", change: "8 KZT" },
      categories: [{ line: "main" }, { line: "extra", floor: "9 KZT", ceiling: "10 KZT" }],
    },
    ["change: 8 KZT", "categories.1.floor: 9 KZT", "categories.1.ceiling: 10 KZT"],
  ],
  [
    "fit",
    { ...ENVELOPE, floor: "12 KZT", ceiling: "13 KZT" },
    ["envelope: 11 KZT", "floor*: 12 KZT", "ceiling*: 13 KZT"],
  ],
  ["limit", { ...ENVELOPE, by: ["line"] }, ["envelope*: 11 KZT"]],
  [
    "solve",
    {
      ...{ switch: "true", total: "rate", target: "15 KZT", tolerance: "16 KZT" },
      rates: [{ rate: "rate", label: labelOf("rate"), unit: "KZT", places: 2, factor: "14 KZT" }],
      ...{ least: "0", greatest: "1", places: 2 },
    },
    ["rates.0.factor: 14 KZT", "total: rate", "target: 15 KZT", "tolerance: 16 KZT"],
  ],
])("%s has its switch and all of its own", (kind, change, expected) => {
  expect(expressionsIn(kind, change)).toEqual(["switch: true", ...expected]);
});
