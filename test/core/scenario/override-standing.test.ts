import { describe, expect, it } from "vitest";
import { type CalculationInputs, findCalendarDate } from "../../../packages/core/src/index.ts";
import { applyOverrides } from "../../../packages/core/src/scenario/apply-scenario.ts";
import {
  daysOfOverride,
  openStanding,
  yearOfInputs,
} from "../../../packages/core/src/scenario/override-standing.ts";
import { BASE, scenario } from "../../support/overridden-city.ts";

type Document = Readonly<Record<string, unknown>>;

/** What stands before the override and after it, as `2` or `1, 2026-07-01: 2`. */
function standing(override: Document, inputs: CalculationInputs = BASE): readonly string[] {
  const [read] = scenario([override]).overrides;
  if (read === undefined) throw new Error("one override");
  const { applied, cells } = applyOverrides(inputs, [read]);
  const cell = read.kind === "fact" ? cells.get(read) : undefined;
  return [{ inputs, envelopes: [] }, applied].map((each) =>
    openStanding(each)(read, cell, yearOfInputs(inputs))
      .map(({ from, value }) => (from === undefined ? value : `${from}: ${value}`))
      .join(", "),
  );
}

describe("what stands where an override speaks", () => {
  const cell = { fact: "pupils", organisation: "a", key: { count: "january", level: "basic" } };

  it.each([
    ["a value", { parameter: "rate", key: { level: "basic" }, value: "5.50" }, ["2000", "5.5"]],
    ["a key that had none", { parameter: "rate", value: "5" }, ["", "5"]],
    [
      "one value after another",
      { parameter: "turn", validFrom: "2026-07-01", value: "4" },
      ["1, 2026-07-01: 2", "1, 2026-07-01: 4"],
    ],
    [
      "what stands from a later day on",
      { parameter: "share", key: { ownership: "state" }, validFrom: "2026-03-01", value: "4" },
      ["", "2026-03-01: 4"],
    ],
    [
      "what ends in the year",
      { parameter: "share", key: { ownership: "state" }, validTo: "2026-03-01", value: "4" },
      ["", "4, 2026-03-01: "],
    ],
    ["a count", { ...cell, value: "21" }, ["20", "21"]],
    [
      "a count among others",
      { ...cell, key: { count: "september", level: "primary" }, value: "31" },
      ["30", "31"],
    ],
    ["a count where there was none", { ...cell, organisation: "c", value: "5" }, ["", "5"]],
    ["a fact of the second row", { fact: "grant", organisation: "b", value: "1" }, ["2", "1"]],
    ["a cell that goes", { ...cell, value: null }, ["20", ""]],
    ["a fact of its own table", { fact: "grant", organisation: "a", value: "1" }, ["10.5", "1"]],
    [
      "a text",
      { formula: "worth", expression: "1   KZT" },
      ["all_pupils * share[ownership] * slow * 1 KZT / pupil", "1 KZT"],
    ],
    ["a stage that is on anyway", { switch: "floors", on: true }, ["true", "true"]],
    ["a stage on a condition", { switch: "caps", on: false }, ["slow < 3", "false"]],
    ["a limit", { envelope: "7" }, ["", "7.00"]],
  ])("%s", (_, override, expected) => {
    const told = standing(override);
    expect(told.map((text) => text.replace("1 KZT/pupil", "1 KZT / pupil"))).toEqual(expected);
  });

  it.each([
    { parameter: "share", key: { ownership: "state" }, value: "1" },
    { parameter: "shares", value: "1" },
    { fact: "pupil", organisation: "a", value: "1" },
    { fact: "grant", organisation: "c", value: "1" },
    { formula: "wort", expression: "1" },
    { switch: "cap", on: true },
    { envelope: "7" },
  ])("nothing, where nothing stands: %o", (override) => {
    const { overrides } = scenario([override]);
    const stand = openStanding({ inputs: BASE, envelopes: [] });
    const told = overrides.map((each) => stand(each, undefined, yearOfInputs(BASE)));
    expect(told).toEqual([[]]);
  });

  it("nothing, where inputs know no such thing", () => {
    const known = {
      ...BASE,
      methodology: { ...BASE.methodology, parameters: new Map(), stages: [] },
    };
    expect(standing({ parameter: "rate", value: "1" }, known)).toEqual(["", ""]);
    expect(standing({ switch: "caps", on: true }, known)).toEqual(["", ""]);
  });
});

it("an override speaks on its own days, as long as what it replaces stands, or all the year", () => {
  const days = (override: Document) => {
    const [read] = scenario([override]).overrides;
    const { from, to } = read === undefined ? { from: "", to: "" } : daysOfOverride(BASE, read);
    return `${from} ${to}`;
  };
  expect(days({ parameter: "turn", validFrom: "2026-02-01", value: "1" })).toBe(
    "2026-02-01 2026-07-01",
  );
  expect(days({ parameter: "slow", value: "1" })).toBe("2026-01-01 2027-01-01");
  expect(days({ parameter: "gone", validFrom: "2026-02-01", value: "1" })).toBe(
    "2026-02-01 2027-01-01",
  );
  expect(days({ parameter: "gone", value: "1" })).toBe("2026-01-01 2027-01-01");
  expect(days({ parameter: "gone", validTo: "2026-03-01", value: "1" })).toBe(
    "2026-01-01 2026-03-01",
  );
  expect(days({ formula: "worth", expression: "1" })).toBe("2026-01-01 2027-01-01");
  expect(findCalendarDate("2027-01-01")).toBe(yearOfInputs(BASE).to);
});
