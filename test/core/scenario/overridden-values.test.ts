import { describe, expect, it } from "vitest";
import { findCalendarDate, type Result } from "../../../packages/core/src/index.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import type { Parameter } from "../../../packages/core/src/methodology/index.ts";
import {
  checkDigits,
  findOverridden,
  nameOfValue,
  type OverriddenValue,
  replaceValue,
  spansOfKey,
} from "../../../packages/core/src/scenario/overridden-values.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, baseWith, faultTexts, PARAMETERS } from "../../support/overridden-city.ts";
import { parameter, valued } from "../../support/school-methodology.ts";

type Target = {
  readonly parameter: string;
  readonly key?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly to?: string;
};

function day(text: string) {
  return present(findCalendarDate(text), text);
}

function find({ parameter, key = {}, from, to }: Target): Result<OverriddenValue> {
  return findOverridden(
    BASE,
    {
      ...{ parameter, key: new Map(Object.entries(key)) },
      validFrom: from === undefined ? undefined : day(from),
      validTo: to === undefined ? undefined : day(to),
    },
    { path: [] },
  );
}

describe("a value that is to be another", () => {
  it.each([
    ["all the year", { parameter: "slow" }, "2026-01-01 2027-01-01 3"],
    ["of one code", { parameter: "rate", key: { level: "basic" } }, "2026-01-01 2027-01-01 2000"],
    ["where none stood", { parameter: "rate" }, "2026-01-01 2027-01-01 —"],
    ["as long as it stands", { parameter: "turn", from: "2026-02-01" }, "2026-02-01 2026-07-01 1"],
    [
      "on its days",
      { parameter: "turn", from: "2026-05-01", to: "2026-09-01" },
      "2026-05-01 2026-09-01 1",
    ],
    ["up to a day", { parameter: "turn", to: "2026-03-01" }, "2026-01-01 2026-03-01 1"],
  ])("%s", (_, target, told) => {
    const { validity, base } = getValue(find(target));
    expect(`${validity.from} ${validity.to} ${base?.digits ?? "—"}`).toBe(told);
  });

  it.each([
    ["of two that follow each other", { parameter: "turn" }, "override-ambiguous at validFrom"],
    [
      "of another year",
      { parameter: "slow", from: "2027-01-01" },
      "override-outside-year at validFrom",
    ],
    [
      "that ends as it begins",
      { parameter: "slow", from: "2026-03-01", to: "2026-03-01" },
      "validity-order at validTo",
    ],
    [
      "that ends before it begins",
      { parameter: "slow", from: "2026-03-01", to: "2026-02-01" },
      "validity-order at validTo",
    ],
    ["of no parameter", { parameter: "slower" }, "reference-unknown at parameter"],
    [
      "of no dimension",
      { parameter: "slow", key: { level: "basic" } },
      "reference-unknown at key.level",
    ],
    ["of no code", { parameter: "rate", key: { level: "third" } }, "code-unknown at key.level"],
  ])("is not found %s", (_, target, fault) => {
    expect(faultTexts(find(target))).toEqual([fault]);
  });

  it("stands where one stands for a part of the year, and alone on its days or not", () => {
    const late = parameter("late", "1", [valued("1", { validFrom: "2026-04-01" })]);
    const early = parameter("early", "1", [valued("1", { validTo: "2026-04-01" })]);
    const next = parameter("next", "1", [
      valued("1"),
      valued("2", { validFrom: "2027-01-01", validTo: undefined }),
    ]);
    const inputs = baseWith({ parameters: [...PARAMETERS, late, early, next] });
    const told = (name: string, from?: string, to?: string) => {
      const target = {
        ...{ parameter: name, key: new Map() },
        validFrom: from === undefined ? undefined : day(from),
        validTo: to === undefined ? undefined : day(to),
      };
      const { validity, base, isWhole } = getValue(findOverridden(inputs, target, {}));
      return [validity.from, validity.to, base?.digits ?? "—", isWhole].join(" ");
    };
    expect(told("late")).toBe("2026-01-01 2027-01-01 — false");
    expect(told("late", "2026-01-01")).toBe("2026-01-01 2026-04-01 — true");
    expect(told("early")).toBe("2026-01-01 2027-01-01 1 false");
    expect(told("early", "2026-01-01")).toBe("2026-01-01 2026-04-01 1 true");
    expect(told("next")).toBe("2026-01-01 2027-01-01 1 true");
    expect(told("slow")).toBe("2026-01-01 2027-01-01 3 true");
    expect(told("turn", "2026-02-01")).toBe("2026-02-01 2026-07-01 1 true");
    expect(told("turn", "2026-02-01", "2026-07-02")).toBe("2026-02-01 2026-07-02 1 false");
  });

  it("is named by its parameter and codes", () => {
    const { parameters } = BASE.methodology;
    const [rate, slow] = ["rate", "slow"].map((id) => present(parameters.get(id), id));
    expect(nameOfValue(present(rate, "rate"), ["basic"])).toBe("rate[level=basic]");
    expect(nameOfValue(present(slow, "slow"), [])).toBe("slow");
  });

  it("stands on its days, the old one before and after them, as a draft", () => {
    const found = getValue(find({ parameter: "slow", from: "2026-03-01", to: "2026-05-01" }));
    const replacement = { digits: "4.50", reason: "trial", place: { file: "a.json" } };
    const replaced = replaceValue(found.parameter, found, BASE.asOf.knownOn, replacement);
    const year = { from: day("2026-01-01"), to: day("2027-01-01") };
    const spans = spansOfKey(replaced, found.key, year, BASE.asOf.knownOn);
    expect(spans.map(({ from, value }) => [from, value?.digits])).toEqual([
      ["2026-01-01", "3"],
      ["2026-03-01", "4.50"],
      ["2026-05-01", "3"],
    ]);
    expect(spans[1]?.value).toMatchObject({ status: "draft", source: "trial" });
    expect(found.parameter.values).toHaveLength(1);
  });
});

/** A parameter of two levels with these values, and no others. */
function levels(values: readonly ReturnType<typeof valued>[]): Parameter {
  const rate = parameter("rate", "KZT/pupil", values, "level");
  const { methodology } = baseWith({ parameters: [rate, ...PARAMETERS.slice(1)] });
  return present(methodology.parameters.get("rate"), "rate");
}

function basic(value: string, change: Readonly<Record<string, string | undefined>>) {
  return valued(value, { key: { level: "basic" }, ...change });
}

const PRIMARY = valued("9", { key: { level: "primary" } });

describe("what stands from when on", () => {
  const YEAR = { from: day("2026-01-01"), to: day("2027-01-01") };
  const told = (given: Parameter, level = "basic") =>
    spansOfKey(given, [level], YEAR, BASE.asOf.knownOn).map(
      ({ from, value }) => `${from} ${value?.digits ?? "—"}`,
    );

  it("is told in the order of the days, equal neighbours as one, days without a value too", () => {
    const values = [
      basic("2.0", { validFrom: "2026-05-01", validTo: "2026-06-01" }),
      PRIMARY,
      basic("2", { validFrom: "2026-03-01", validTo: "2026-05-01" }),
      basic("3", { validFrom: "2026-08-01", validTo: undefined }),
    ];
    const days = ["2026-01-01 —", "2026-03-01 2", "2026-06-01 —", "2026-08-01 3"];
    expect(told(levels(values))).toEqual(days);
    expect(told(levels(values), "primary")).toEqual(["2026-01-01 9"]);
  });

  it("is what was known by the day of the calculation", () => {
    const values = [
      basic("2", { knownFrom: "2026-12-31" }),
      basic("3", { knownFrom: "2027-01-01", validFrom: "2026-06-01" }),
      PRIMARY,
    ];
    expect(told(levels(values))).toEqual(["2026-01-01 2"]);
  });
});

describe("a value put in the place of another", () => {
  const told = ({ values }: Parameter) =>
    values.map(({ key, digits, validity: { from, to } }) =>
      [...key, digits, from, to ?? "…"].join(" "),
    );
  const replace = (given: Parameter, from: string, to: string | undefined) => {
    const validity = { from: day(from), to: to === undefined ? undefined : day(to) };
    const replacement = { digits: "7", reason: "trial", place: {} };
    const overridden = { key: ["basic"], validity };
    return replaceValue(given, overridden, BASE.asOf.knownOn, replacement);
  };
  /** Known from the very day of the calculation: beside another one it would be ambiguous. */
  const fresh = (validFrom: string, validTo?: string) =>
    levels([PRIMARY, basic("2", { validFrom, validTo, knownFrom: "2026-12-31" })]);
  const OTHER = "primary 9 2026-01-01 2027-01-01";

  it.each<[string, Parameter, readonly [string, string | undefined], readonly string[]]>([
    [
      "leaves what stands before and after its days",
      fresh("2026-02-01"),
      ["2026-03-01", "2026-05-01"],
      ["basic 2 2026-02-01 2026-03-01", "basic 2 2026-05-01 …", "basic 7 2026-03-01 2026-05-01"],
    ],
    [
      "leaves nothing where the days are the same",
      fresh("2026-03-01", "2026-05-01"),
      ["2026-03-01", "2026-05-01"],
      ["basic 7 2026-03-01 2026-05-01"],
    ],
    [
      "leaves the days after it where both begin together",
      fresh("2026-03-01", "2026-06-01"),
      ["2026-03-01", "2026-05-01"],
      ["basic 2 2026-05-01 2026-06-01", "basic 7 2026-03-01 2026-05-01"],
    ],
    [
      "leaves nothing after it where it has no end",
      fresh("2026-02-01"),
      ["2026-03-01", undefined],
      ["basic 2 2026-02-01 2026-03-01", "basic 7 2026-03-01 …"],
    ],
    [
      "leaves another of days of its own as it is",
      fresh("2026-05-01", "2026-06-01"),
      ["2026-03-01", "2026-05-01"],
      ["basic 2 2026-05-01 2026-06-01", "basic 7 2026-03-01 2026-05-01"],
    ],
  ])("%s", (_, given, [from, to], values) => {
    expect(told(replace(given, from, to)).toSorted()).toEqual([...values, OTHER].toSorted());
  });

  it("leaves what will be known later", () => {
    const later = levels([PRIMARY, basic("2", { knownFrom: "2027-01-01" })]);
    const values = ["basic 2 2026-01-01 2027-01-01", "basic 7 2026-03-01 2026-05-01", OTHER];
    expect(told(replace(later, "2026-03-01", "2026-05-01")).toSorted()).toEqual(values);
  });
});

it("digits are a decimal or a fraction, and not below what makes sense", () => {
  const codes = (digits: string, minimum?: string) =>
    faultTexts(checkDigits({ minimum }, digits, { path: ["value"] }));
  expect(codes("-1.5")).toEqual([]);
  expect(codes("0", "0")).toEqual([]);
  expect(codes("-0.01", "0")).toEqual(["value-below-minimum at value"]);
  expect(codes("1/3", "0.3")).toEqual([]);
  expect(codes("1/3", "0.34")).toEqual(["value-below-minimum at value"]);
  for (const digits of ["1,5", "1/0", "1/2/3", ""]) {
    expect(codes(digits, "0")).toEqual(["number-malformed at value"]);
  }
});
