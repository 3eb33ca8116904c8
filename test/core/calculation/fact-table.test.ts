import { describe, expect, it } from "vitest";
import { buildFactTable } from "../../../packages/core/src/calculation/fact-table.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { children, FOUR_CELLS, places, pupils, snapshot } from "../../support/school-register.ts";

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
