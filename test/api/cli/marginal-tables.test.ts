import { describe, expect, it } from "vitest";
import { cliffsCsv, marginalCsv } from "../../../packages/api/src/cli/marginal-tables.ts";
import {
  type Cliff,
  findCliffs,
  issue,
  type MarginalStep,
  type MarginalTable,
  marginalPupils,
  namesOf,
} from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { openedModel } from "../../support/marginal-texts.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import { pupils, snapshot } from "../../support/school-register.ts";

const { context: CONTEXT } = await commandContext("en");
const READER = { ...CONTEXT, names: namesOf(schoolPlan().methodology) };
const OWN = "pupils['january', 'basic']";
const JANUARY = {
  fact: "pupils",
  key: new Map(Object.entries({ count: "january", level: "basic" })),
};

describe("what a pupil is worth", () => {
  it("stands on the row of its count, before stages and after, to the school and the city", () => {
    const { table } = cityOf(`10 KZT/pupil * ${OWN}`);
    const { columns, rows } = marginalCsv(table, READER);
    expect(columns.slice(0, 7)).toEqual([
      ...["fact", "key", "span", "count", "name"],
      ...["more_organisation_before_stages", "more_organisation"],
    ]);
    expect([...rows].map((row) => row.join())).toEqual([
      [
        "pupils,count=january;level=basic,period,12,pupils (en): january (en), basic (en)",
        ...["10.00,10.00,10.00,10.00,amount,,", "-10.00,-10.00,-10.00,-10.00,amount,,"],
      ].join(),
    ]);
  });

  it("is empty with its reason where there is nobody to be fewer, or no amount", () => {
    const { table } = cityOf(`10 KZT/pupil * ${OWN}`);
    const refused = { kind: "refused", issues: [issue("table-empty", {}, {})] } as const;
    const [row] = [...marginalCsv(withSteps(table, refused, { kind: "nobody" }), READER).rows];
    expect(row?.slice(5).join()).toBe(
      [
        ",,,,,table-empty,The table has no rows of data. Add them or remove the file.",
        ",,,,,nobody,there are no children: there cannot be fewer",
      ].join(),
    );
  });
});

describe("a threshold", () => {
  it("stands with its counts, what pupils around it are worth, and the rule that changes", () => {
    const { cliffs } = cityOf(`10 KZT/pupil * min(${OWN}, 15 pupil)`);
    const { columns, rows } = cliffsCsv(cliffs, READER);
    const [row = [], ...others] = [...rows].map((cells) =>
      Object.fromEntries(columns.map((column, place) => [column, cells[place]])),
    );
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ fact: "pupils", count: "12", count_from: "15", count_to: "16" },
      ...{ pupil_before: "10.00", pupil_crossing: "0.00", jump: "-10.00" },
      ...{ rule: "line", rule_id: "amount", choice: "min" },
    });
  });

  it("may be a line that goes or a stage that begins to bind", () => {
    const [cliff] = cityOf(`10 KZT/pupil * min(${OWN}, 15 pupil)`).cliffs;
    const [rule] = cliff?.rules ?? [];
    const { lines } = schoolPlan();
    const [own] = lines;
    if (cliff === undefined || rule === undefined || own === undefined) throw new Error("a cliff");
    const stage = { id: "floor", label: own.label } as Extract<
      Cliff["rules"][number],
      { kind: "stage" }
    >["stage"];
    const rules: Cliff["rules"] = [
      { kind: "line", line: own, from: "uncounted", to: "there" },
      { kind: "stage", stage, line: own, from: [], to: [] },
    ];
    const { rows } = cliffsCsv([{ ...cliff, rules }], READER);
    expect([...rows].map((row) => row.slice(11, -1).join())).toEqual([
      ...[`line,${own.id},,,uncounted,there`, `stage,floor,${own.id},,,`],
    ]);
  });
});

function cityOf(amount: string) {
  const plan = schoolPlan({ lines: [line("amount", amount)] });
  const register = snapshot({ headcounts: [pupils("a", "2026-01-01", "basic", 12)] });
  const model = openedModel(plan, register);
  return {
    table: getValue(marginalPupils(model, "a", JANUARY)),
    cliffs: getValue(findCliffs(model, "a", 10, JANUARY)).cliffs,
  };
}

function withSteps(table: MarginalTable, more: MarginalStep, fewer: MarginalStep): MarginalTable {
  return { ...table, rows: table.rows.map((row) => ({ ...row, more, fewer })) };
}
