import { describe, expect, it } from "vitest";
import {
  placeText,
  standingText,
  valueText,
} from "../../../packages/api/src/cli/override-words.ts";
import { findCalendarDate, type Override, tiyn } from "../../../packages/core/src/index.ts";

const SIGNED = { reason: "trial", author: undefined, madeAt: undefined, place: {} };
const DAY = findCalendarDate("2026-09-01");

describe("what an override says", () => {
  it.each<[string, Override]>([
    ["5", { ...SIGNED, kind: "parameter", ...parameter(), value: "5" }],
    ["5 @2026-09-01", { ...SIGNED, kind: "parameter", ...parameter(), validFrom: DAY, value: "5" }],
    [
      "—",
      { ...SIGNED, kind: "fact", organisationId: "a", fact: "f", key: new Map(), value: undefined },
    ],
    ["a + b", { ...SIGNED, kind: "formula", formula: "f", expression: "a + b" }],
    ["false", { ...SIGNED, kind: "switch", stage: "s", isOn: false }],
    ["1.50", { ...SIGNED, kind: "envelope", scope: { by: "city" }, amount: tiyn(150n) }],
  ])("%s", (text, override) => {
    expect(valueText(override)).toBe(text);
  });
});

it("values that follow one another are told with their days, and none as a dash", () => {
  const values = [
    { from: undefined, value: "1" },
    { from: DAY, value: "2" },
  ];
  expect([standingText(values), standingText([])]).toEqual(["1; 2026-09-01 2", "—"]);
});

it("a place is the file with its line and column, where they are known", () => {
  expect(placeText({ file: "a.json", line: 3, column: "5" })).toBe("a.json:3:5");
  expect(placeText({ file: "a.json" })).toBe("a.json");
});

function parameter() {
  return { parameter: "p", key: new Map(), validFrom: undefined, validTo: undefined };
}
