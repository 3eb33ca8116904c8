import { describe, expect, it } from "vitest";
import { findCalendarDate, type Result } from "../../../packages/core/src/index.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import {
  checkDigits,
  findOverridden,
  type OverriddenValue,
  replaceValue,
  spansOfKey,
} from "../../../packages/core/src/scenario/overridden-values.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, faultTexts } from "../../support/overridden-city.ts";

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
