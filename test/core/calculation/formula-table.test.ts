import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  type CalculationRun,
  calculate,
  type FormulaTable,
  formulaTable,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  line,
  parameter,
  type SchoolChange,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, pupils, snapshot } from "../../support/school-register.ts";

const COUNTED = "sum(over count, level: pupils[count, level])";
const FORMULAS = [
  formula("pupils.all", "pupil", COUNTED),
  formula("city.pupils", "pupil", "total(pupils.all)", { grain: [] }),
  formula("share", "1", "pupils.all / city.pupils"),
  formula("is_large", "boolean", "pupils.all >= 100 pupil"),
  formula("sum_of_rule", "1", [
    'case "large" when is_large: 1',
    'case "small" when pupils.all > 0: 2',
    'otherwise "empty": 3',
  ]),
  formula("city.rule", "1", 'case "full" when city.pupils > 50 pupil: 1 otherwise "thin": 2', {
    grain: [],
  }),
  formula("by_level", "pupil", "sum(over count: pupils[count, level])", {
    grain: ["organisation", "level"],
  }),
];
const TOWN = {
  organisations: ["a", "b", "c"].map((id) => organisation({ id })),
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 50)],
};

describe("formulas asked by name", () => {
  it("have one row an organisation, the city's value in each, and the rule that applied", () => {
    const names = ["share", "city.pupils", "is_large", "sum_of_rule", "city.rule"];
    const table = getValue(ask({ formulas: FORMULAS, lines: [] }, names));
    expect(table.columns.map(({ formula: id, hasCases }) => [id, hasCases])).toEqual([
      ["share", false],
      ["city.pupils", false],
      ["is_large", false],
      ["sum_of_rule", true],
      ["city.rule", true],
    ]);
    expect(cellsOf(table)).toEqual([
      `a 0.${"6".repeat(34)}… 150 true 1 large 1 full`,
      `b 0.${"3".repeat(34)}… 150 false 2 small 1 full`,
      "c 0 150 false 3 empty 1 full",
    ]);
  });

  it("tell the city's rule to whoever asks it, in a line too", () => {
    const paid = line("paid", `${COUNTED} * 1 KZT/pupil * city.rule`);
    const run = calculated(schoolPlan({ formulas: FORMULAS, lines: [paid] }));
    const told = run.lines.map(({ cases }) => cases);
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.map((cases) => JSON.stringify(cases)))).toEqual(
      new Set([JSON.stringify([{ formula: "city.rule", label: "full" }])]),
    );
  });

  it("may stand on values that no line reads, which then count as used", () => {
    const own = parameter("own", "KZT", [valued("7")]);
    const change = { parameters: [own], formulas: [formula("asked", "KZT", "own")], lines: [] };
    const table = getValue(ask(change, ["asked"]));
    expect(table.usedParameters.map((used) => used.parameter)).toEqual(["own"]);
    expect(cellsOf(table)).toEqual(["a 7", "b 7", "c 7"]);
  });
});

describe("formulas are refused", () => {
  it("by every name that can be no column, at once", () => {
    const parameters = [parameter("own", "KZT", [valued("7")])];
    const change = { formulas: FORMULAS, parameters, lines: [line("paid", "own")] };
    const names = ["shar", "own", "pupils", "paid", "line_amount", "by_level", "share"];
    expect(faultsOf(ask(change, names))).toEqual([
      "formula-unknown shar share",
      "formula-expected own parameter",
      "formula-expected pupils fact",
      "formula-expected paid line",
      "formula-expected line_amount line-amount",
      "formula-grain by_level level",
    ]);
  });

  it("for every fault met in any organisation, and for facts that nobody counted", () => {
    const formulas = [
      formula("part", "1", `1 pupil / (${COUNTED})`),
      formula("small", "pupil", "capacity"),
      formula("kids", "pupil", "sum(over month, level: children[month, level]) / 1"),
    ];
    const found = faultsOf(ask({ formulas, lines: [] }, ["part", "small", "kids"]));
    expect(found.toSorted()).toEqual([
      "attribute-missing capacity a",
      "attribute-missing capacity b",
      "attribute-missing capacity c",
      "division-by-zero part c",
      expect.stringMatching(/^fact-missing children /),
    ]);
  });

  it("where no wording holds in the year", () => {
    const late = formula("late", "1", "1", { validFrom: "2027-01-01" });
    const above = formula("above", "1", "late");
    expect(faultsOf(ask({ formulas: [late, above], lines: [] }, ["above"]))).toEqual([
      "year-unsupported 2026 2027 …",
    ]);
  });
});

function calculated(plan: CalculationPlan): CalculationRun {
  return getValue(calculate(plan, snapshot(TOWN)));
}

function ask(change: SchoolChange, names: readonly string[]) {
  return formulaTable(calculated(schoolPlan(change)), names);
}

function cellsOf({ rows }: FormulaTable): readonly string[] {
  return rows.map(({ organisationId, cells }) =>
    [
      organisationId,
      ...cells.flatMap(({ value, chosenCase }) => [value, ...(chosenCase?.split(" ") ?? [])]),
    ].join(" "),
  );
}

function faultsOf(result: ReturnType<typeof formulaTable>): readonly string[] {
  if (result.ok) return [];
  return result.issues.map(({ code, facts }) => [code, ...Object.values(facts)].join(" "));
}
