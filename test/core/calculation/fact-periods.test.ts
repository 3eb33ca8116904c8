import { expect, it } from "vitest";
import { periodsOfFact } from "../../../packages/core/src/calculation/fact-periods.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import { label, schoolPlan } from "../../support/school-methodology.ts";

const FUND = { fact: "fund", label: label("fund"), unit: "1", source: "facts", year: -2 };
const { methodology } = schoolPlan({ more: [{ facts: [FUND] }] });

const periodsOf = (fact: string, year: number) =>
  periodsOfFact(methodology, present(methodology.facts.get(fact), fact), year);

it("a count date is one day", () => {
  expect(periodsOf("pupils", 2026)).toEqual([
    { code: "january", text: "2026-01-01", first: "2026-01-01", last: "2026-01-01" },
    { code: "september", text: "2026-09-05", first: "2026-09-05", last: "2026-09-05" },
  ]);
});

it("a month has its first and last day", () => {
  expect(periodsOf("children", 2028)[1]).toEqual({
    ...{ code: "02", text: "2028-02", first: "2028-02-01", last: "2028-02-29" },
  });
});

it("a fact without a period is one of the whole year that it is read for", () => {
  expect(periodsOf("fund", 2026)).toEqual([
    { code: "", text: "2024", first: "2024-01-01", last: "2024-12-31" },
  ]);
});
