import { describe, expect, it } from "vitest";
import { asOf, type CalculationInputs } from "../../../packages/core/src/index.ts";
import {
  knowsName,
  mixedAsOf,
  openSides,
} from "../../../packages/core/src/scenario/mixed-sides.ts";
import { calendarDate } from "../../../packages/core/src/time/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, parameter, parseSchool, valued } from "../../support/school-methodology.ts";
import { snapshot } from "../../support/school-register.ts";

const METHODOLOGY = getValue(
  parseSchool({
    parameters: [
      parameter("rate", "KZT", [
        valued("1"),
        valued("2", { knownFrom: "2026-07-16" }),
        valued("3", { validFrom: "2027-01-01", validTo: "2028-01-01" }),
      ]),
    ],
    formulas: [formula("worth", "KZT", "rate")],
    lines: [line("l", "worth")],
  }),
);

function inputs(knownOn: string): CalculationInputs {
  return {
    methodology: METHODOLOGY,
    snapshot: snapshot(),
    asOf: asOf(2026, calendarDate(knownOn)),
  };
}

it("each side keeps the values of the year that it knows itself", () => {
  const { from, to } = getValue(openSides(inputs("2026-06-30"), inputs("2026-12-31")));
  const digitsOf = ({ parameters }: typeof from) =>
    parameters.get("rate")?.values.map(({ digits }) => digits);
  expect([digitsOf(from), digitsOf(to)]).toEqual([["1"], ["1", "2"]]);
});

describe("mixtures are as of the later day", () => {
  it.each([
    ["2026-06-30", "2026-12-31"],
    ["2026-12-31", "2026-06-30"],
  ])("between %s and %s", (earlier, later) => {
    const sides = getValue(openSides(inputs(earlier), inputs(later)));
    expect(mixedAsOf(sides)).toEqual(asOf(2026));
  });
});

it("a side knows its values, and no dimension", () => {
  const { from } = getValue(openSides(inputs("2026-06-30"), inputs("2026-06-30")));
  const names = ["rate", "worth", "pupils", "district", "line_amount", "level", "other"];
  expect(names.filter((name) => knowsName(from, name))).toEqual(names.slice(0, 5));
});
