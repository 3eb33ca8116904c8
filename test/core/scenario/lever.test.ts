import { describe, expect, it } from "vitest";
import {
  digitsAt,
  type Lever,
  numberAt,
  openLever,
  parametersAt,
  risesTogether,
  stepsInUnit,
} from "../../../packages/core/src/scenario/lever.ts";
import { getValue } from "../../support/get-value.ts";
import { dated, lever, tied } from "../../support/levers.ts";
import { line, parameter, schoolPlan, valued } from "../../support/school-methodology.ts";

const PLAN = schoolPlan({
  parameters: [
    {
      ...parameter(
        "rate",
        "KZT/pupil",
        [
          valued("100", { key: { level: "primary" } }),
          valued("150.5", { key: { level: "basic" } }),
        ],
        "level",
      ),
      minimum: "10",
    },
    parameter("debt", "1", [valued("-3")]),
    parameter("near", "KZT/pupil", [valued("67.33")]),
    parameter("ends", "1", [valued("7", { validTo: "2026-07-01" })]),
    parameter("halves", "1", [
      valued("1", { validTo: "2026-07-01" }),
      valued("2", { validFrom: "2026-07-01" }),
    ]),
  ],
  lines: [line("l", "0")],
});

function open(given: Lever) {
  return getValue(openLever(PLAN, given));
}

function codes(given: Lever) {
  const opened = openLever(PLAN, given);
  return opened.ok ? [] : opened.issues.map(({ code }) => code);
}

describe("a lever", () => {
  it("moves in steps counted from zero, within its bounds", () => {
    const opened = open(lever(["rate[level=primary]"], ["10.1", "99.9"], "0.5"));
    expect([opened.least, opened.greatest]).toEqual([21n, 199n]);
    expect([numberAt(opened, 21n), numberAt(opened, 199n)]).toEqual(["10.5", "99.5"]);
  });

  it("knows the step at which everything is as it is", () => {
    expect(open(lever(["rate[level=primary]"], ["10", "900"])).base).toBe(100n);
    expect(open(lever(["rate[level=basic]"], ["10", "900"])).base).toBeUndefined();
    expect(open(lever(["rate[level=basic]"], ["10", "900"], "0.5")).base).toBe(301n);
    const both = ["rate[level=primary]", tied("rate[level=basic]", "1.505", "0.5")];
    expect(open(lever(both, ["10", "900"])).base).toBe(100n);
    const others = ["rate[level=primary]", tied("rate[level=basic]", "1.6")];
    expect(open(lever(others, ["10", "900"])).base).toBeUndefined();
  });

  it("finds that step where the value is a rounded part of the number", () => {
    const near = tied("near", "2/3", "0.01");
    expect(open(lever([near], ["10", "900"])).base).toBe(101n);
  });

  it("knows none where the law has no value of that key", () => {
    expect(open(lever(["rate"], ["10", "900"])).base).toBeUndefined();
    expect(open(lever(["rate[level=primary]", "rate"], ["10", "900"])).base).toBeUndefined();
  });

  it("may have one step only, and names its bounds where it has none", () => {
    const one = open(lever(["rate[level=primary]"], ["100", "100.9"]));
    expect([one.least, one.greatest]).toEqual([100n, 100n]);
    expect(openLever(PLAN, lever(["near"], ["10.2", "10.8"]))).toMatchObject({
      issues: [{ place: { path: ["greatest"] }, facts: { value: "10.8", expected: "≥ 11" } }],
    });
  });

  it("knows none where its days have several values, or days without one", () => {
    const half = lever([dated("halves", "2026-01-01")], ["0", "9"]);
    expect(open(half).base).toBe(1n);
    const both = lever([dated("halves", "2026-01-01", "2027-01-01")], ["0", "9"]);
    expect(open(both).base).toBeUndefined();
    expect(open(lever(["ends"], ["0", "9"])).base).toBeUndefined();
    expect(open(lever([dated("ends", "2026-01-01", "2026-07-01")], ["0", "9"])).base).toBe(7n);
  });

  it("ties values by factors, each rounded half away from zero to its own step", () => {
    const third = tied("rate[level=basic]", "2/3", "0.01");
    const opened = open(lever(["rate[level=primary]", third], ["20", "900"]));
    expect(digitsAt(opened, 100n)).toEqual(["100", "66.67"]);
    expect(digitsAt(opened, 101n)).toEqual(["101", "67.33"]);
    expect(opened.name).toBe("rate[level=primary] + rate[level=basic]");
    expect(risesTogether(opened)).toBe(true);
    const against = [tied("rate[level=primary]"), tied("debt", "-1")];
    expect(risesTogether(open(lever(against, ["20", "30"])))).toBe(false);
  });

  it("is told how many steps one unit is, where it is a whole number of them", () => {
    expect(stepsInUnit(open(lever(["rate[level=primary]"], ["10", "90"])))).toBe(1n);
    expect(stepsInUnit(open(lever(["rate[level=primary]"], ["10", "90"], "0.01")))).toBe(100n);
    expect(stepsInUnit(open(lever(["rate[level=primary]"], ["10", "900"], "100")))).toBeUndefined();
  });

  it("leaves every other value of the law as it is", () => {
    const opened = open(lever(["rate[level=primary]"], ["10", "900"]));
    const { parameters } = PLAN.methodology;
    const { knownOn } = PLAN.asOf;
    const changed = parametersAt(opened, 120n, { parameters, knownOn });
    const valuesOf = (from: typeof parameters) =>
      from.get("rate")?.values.map(({ key, digits }) => [...key, digits].join(" "));
    expect(valuesOf(changed)).toEqual(["basic 150.5", "primary 120"]);
    expect(valuesOf(parameters)).toEqual(["primary 100", "basic 150.5"]);
    expect(changed.get("halves")).toBe(parameters.get("halves"));
  });
});

describe("a lever is refused", () => {
  it.each<[string, Lever, readonly string[]]>([
    ["without a value", lever([], ["0", "1"]), ["value-missing"]],
    ["with a name nobody knows", lever(["ratio"], ["0", "1"]), ["reference-unknown"]],
    ["with a code nobody knows", lever(["rate[level=old]"], ["0", "1"]), ["code-unknown"]],
    [
      "below the least of its parameter",
      lever(["rate[level=basic]"], ["9", "20"]),
      ["value-below-minimum"],
    ],
    [
      "where it does not say which of two values",
      lever(["halves"], ["0", "9"]),
      ["override-ambiguous"],
    ],
    [
      "with bounds that hold no step",
      lever(["rate[level=basic]"], ["10.2", "10.8"]),
      ["number-out-of-range"],
    ],
    ["with crossed bounds", lever(["rate[level=basic]"], ["20", "10"]), ["number-out-of-range"]],
    [
      "with a step of nothing",
      lever(["rate[level=basic]"], ["10", "20"], "0"),
      ["number-out-of-range"],
    ],
    [
      "with a step below nothing",
      lever(["rate[level=basic]"], ["10", "20"], "-1"),
      ["number-out-of-range"],
    ],
    [
      "with a step of a value of nothing",
      lever([tied("rate[level=basic]", "1", "0")], ["10", "20"]),
      ["number-out-of-range"],
    ],
    [
      "with words for numbers",
      lever(["rate[level=basic]"], ["ten", "1e3"], "x"),
      ["number-malformed", "number-malformed", "number-malformed"],
    ],
    [
      "with a factor of nothing",
      lever([tied("rate[level=basic]", "0")], ["10", "20"]),
      ["number-malformed"],
    ],
    [
      "with a factor over nothing",
      lever([tied("rate[level=basic]", "1/0")], ["10", "20"]),
      ["number-malformed"],
    ],
    [
      "with a factor of three parts",
      lever([tied("rate[level=basic]", "1/2/3")], ["10", "20"]),
      ["number-malformed"],
    ],
    [
      "with one value twice",
      lever(["rate[level=basic]", tied("rate[level=basic]", "2")], ["10", "20"]),
      ["definition-duplicate"],
    ],
  ])("%s", (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });
});
