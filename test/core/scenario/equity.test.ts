import { describe, expect, it } from "vitest";
import { type EquityQuestion, equityOf } from "../../../packages/core/src/index.ts";
import { countedCity } from "../../support/counted-city.ts";
import { figureText } from "../../support/equity-text.ts";
import { getValue } from "../../support/get-value.ts";
import { estimate } from "../../support/school-register.ts";

const RUN = countedCity(
  {
    a: { pupils: 10, capacity: "20" },
    b: { pupils: 30, capacity: "20", ownership: "private" },
    c: { children: 5, district: "south", capacity: "8" },
  },
  { estimates: [estimate({ tenge: "49.5" })] },
);

function textsOf(question?: EquityQuestion): readonly string[] {
  return getValue(equityOf(RUN, question)).map(figureText);
}

it("gives every figure of a city at once", () => {
  const texts = textsOf({ kind: "ownership", capacity: "capacity" });
  expect(texts).toEqual(
    expect.arrayContaining([
      // Two schools at 1,000 tenge a pupil with a gift of 500 each, and a kindergarten with one.
      ...["money-counted: 47500.00", "outside-citywide: 49.50", "outside-uncounted: 500.00"],
      ...["mean secondary: 1025", "mean secondary private: 1016.666666666666666666666666666666…"],
      ...["mean preschool: 1300", "organisations secondary 0-100: 2", "mean preschool south: 1300"],
      ...["raised-share: no-protections", "over-capacity secondary: 1", "seats secondary: 40"],
      "coverage secondary: population-missing",
    ]),
  );
  const money = texts.filter((text) => /^(?:money|formula-share):/.test(text));
  expect(money).toEqual([
    "money: 48049.50",
    "formula-share: 0.9989698123809821121967970530390534…",
  ]);
  // Four gifts of 500 tenge, and the estimate.
  const byTier = texts.filter((text) => /^(?:money|formula-share) /.test(text));
  expect(byTier.toSorted()).toEqual([
    ...["formula-share overhead: 0.9758477677482312759209563308123932…"],
    ...["formula-share preschool: 1", "formula-share secondary: 1"],
    ...["money overhead: 2049.50", "money preschool: 6000.00", "money secondary: 40000.00"],
  ]);
  expect(texts).not.toContain("organisations : attribute-missing");
});

it("says that the law knows no kinds and no places", () => {
  const texts = textsOf();
  expect(texts).toContain("organisations : attribute-missing");
  expect(texts).toContain("seats: attribute-missing");
});

it("sets people against the population that is given", () => {
  const row = { tier: "secondary", district: "north", people: 80n, place: {} };
  expect(textsOf({ population: [row] })).toContain("coverage secondary: 0.5");
});

describe("a question", () => {
  it("is refused where it names an attribute that is not there, or of another type", () => {
    const result = equityOf(RUN, { kind: "ownersip", capacity: "founded_on" });
    expect(result).toMatchObject({
      issues: [
        { code: "reference-unknown", facts: { name: "ownersip", suggestion: "ownership" } },
        { code: "reference-unknown", facts: { name: "founded_on", kind: "attribute" } },
      ],
    });
  });

  it("is refused where its population names no district of the city", () => {
    const row = { tier: "secondary", district: "west", people: 80n, place: {} };
    expect(equityOf(RUN, { population: [row] })).toMatchObject({
      issues: [{ code: "code-unknown", facts: { value: "west", expected: "north, south" } }],
    });
  });
});
