import { describe, expect, it } from "vitest";
import { buildFactTable } from "../../../packages/core/src/calculation/fact-table.ts";
import { exactText } from "../../../packages/core/src/calculation/trace.ts";
import { label, schoolPlan } from "../../support/school-methodology.ts";
import {
  children,
  FOUR_CELLS,
  factRow,
  lastYear,
  places,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

const { methodology } = schoolPlan();
const HEADCOUNTS = [
  ...FOUR_CELLS,
  pupils("a", "2025-09-05", "basic", 99),
  places("a", "2026-01-01", "basic", 7),
  children("b", "2026-03", "primary", 12),
  pupils("b", "2026-09-05", "primary", 0),
];
const table = buildFactTable(snapshot({ headcounts: HEADCOUNTS }), methodology, 2026);

const cellsOf = (id: string, fact: string) =>
  [...table.cellsOf(id, fact)].map(([name, { value }]) => `${name} ${value.numerator}`);

it("rows of the year fill the cells of the facts whose columns they fit", () => {
  expect(cellsOf("a", "pupils")).toEqual([
    "january|primary 10",
    "january|basic 20",
    "september|primary 30",
    "september|basic 40",
  ]);
  expect(cellsOf("a", "places")).toEqual(["january|basic 7"]);
  expect(cellsOf("b", "children")).toEqual(["03|primary 12"]);
});

it("a count of zero is a cell", () => {
  expect(cellsOf("b", "pupils")).toEqual(["september|primary 0"]);
});

it("what nobody counted has no cells", () => {
  expect(cellsOf("b", "places")).toEqual([]);
  expect(cellsOf("nobody", "pupils")).toEqual([]);
  expect(cellsOf("a", "nothing")).toEqual([]);
});

describe("the periods of a fact are those for which anybody has a row", () => {
  it.each([
    ["pupils", ["january", "september"]],
    ["places", ["january"]],
    ["children", ["03"]],
    ["nothing", []],
  ])("%s", (fact, periods) => {
    expect([...table.periodsOf(fact)].sort()).toEqual(periods);
  });
});

it("another year has the cells of its own rows", () => {
  const earlier = buildFactTable(snapshot({ headcounts: HEADCOUNTS }), methodology, 2025);
  expect([...earlier.cellsOf("a", "pupils").keys()]).toEqual(["september|basic"]);
});

it("a cell keeps the row it was read from", () => {
  const cell = table.cellsOf("a", "pupils").get("january|primary");
  expect(cell).toMatchObject({
    codes: ["january", "primary"],
    source: { file: "headcounts.csv", row: 2 },
  });
});

describe("facts of other tables", () => {
  const named = (fact: string, change: object = {}) => ({
    ...{ fact, label: label(fact), unit: "1", source: "facts", ...change },
  });
  const rowOf = (fact: string, change: object = {}) => ({
    ...{ fact, label: label(fact), unit: "KZT", source: "last-year", of: "amount", ...change },
  });
  const pupilsBefore = {
    ...{ fact: "pupils.before", label: label("b"), unit: "pupil", measure: "enrolled" },
    ...{ period: "count", year: -1, dimensions: { level: "level_or_group" }, reportedBy: "true" },
    where: { tier: "secondary", programme: "general", child_category: "general" },
  };
  const plan = schoolPlan({
    more: [
      {
        facts: [
          named("fund"),
          named("fund.before", { measure: "fund", year: -1 }),
          named("meals", { period: "month", dimensions: ["level", "ownership"] }),
          rowOf("all"),
          rowOf("tiers", { dimensions: ["tier"], where: { method: "formula" } }),
          rowOf("months", { of: "child-months", unit: "pupil*month" }),
          pupilsBefore,
        ],
      },
    ],
  });
  const rows = snapshot({
    headcounts: HEADCOUNTS,
    facts: [
      factRow("a", "fund", "12.5"),
      factRow("a", "fund", "7", { period: "2025" }),
      factRow("a", "fund", "8", { key: "level=basic" }),
      factRow("a", "meals", "3", { period: "2026-03", key: "level=basic;ownership=state" }),
      factRow("a", "nobody", "1"),
    ],
    lastYear: [
      lastYear("a", "100.10", { childMonths: 12 }),
      lastYear("a", "0.05", { tier: "preschool", method: "estimate" }),
      lastYear("a", "1", { tier: "preschool" }),
    ],
  });
  const read = buildFactTable(rows, plan.methodology, 2026);
  const cells = (fact: string) =>
    [...read.cellsOf("a", fact)].map(([name, { value }]) => `${name} ${exactText(value)}`);

  it.each([
    ["fund", [" 12.5"], [""]],
    ["fund.before", [" 7"], [""]],
    ["meals", ["03|basic|state 3"], ["03"]],
    ["all", [" 101.15"], [""]],
    ["tiers", ["secondary 100.1", "preschool 1"], [""]],
    ["months", [" 12"], [""]],
    ["pupils.before", ["september|basic 99"], ["september"]],
  ])("%s", (fact, expected, periods) => {
    expect(cells(fact)).toEqual(expected);
    expect([...read.periodsOf(fact)]).toEqual(periods);
  });
});
