import { describe, expect, it } from "vitest";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import type { RegisterColumns } from "../../../../packages/core/src/calculation/columns/register-columns.ts";
import {
  cellsAt,
  organisationAt,
  periodsOfColumn,
  rowsOfRegister,
  tableOfColumns,
} from "../../../../packages/core/src/calculation/columns/rows-of-register.ts";
import { buildFactTable } from "../../../../packages/core/src/calculation/fact-table.ts";
import { present } from "../../../../packages/core/src/kernel/index.ts";
import { valueText } from "../../../support/number-columns.ts";
import { label, schoolPlan } from "../../../support/school-methodology.ts";
import { factRow } from "../../../support/school-register.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const FUND = { fact: "fund", label: label("fund"), unit: "KZT", source: "facts" };
const PLAN = schoolPlan({ more: [{ facts: [FUND] }] });
const REGISTER = {
  ...THREE_SCHOOLS,
  facts: [factRow("a", "fund", "4503599627370497"), factRow("c", "fund", "-0.5")],
};
const COLUMNS = columnsOfRegister(PLAN, REGISTER);

describe("rows made of columns", () => {
  it("are the rows that the columns were made of, while those are there", () => {
    expect(rowsOfRegister(PLAN, COLUMNS)).toBe(COLUMNS.rows);
  });

  it("say the same where they are not", () => {
    const { rows: _, ...rest } = COLUMNS;
    const bare: RegisterColumns = rest;
    const { organisations, reported } = rowsOfRegister(PLAN, bare);
    expect(organisations.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    const table = buildFactTable(REGISTER, PLAN.methodology, 2026);
    for (const { id } of organisations) {
      for (const fact of PLAN.methodology.facts.keys()) {
        const told = (from: typeof table) =>
          [...from.cellsOf(id, fact)].map(([name, { value }]) => `${name} ${valueText(value)}`);
        expect(told(reported)).toEqual(told(table));
        expect(reported.periodsOf(fact)).toEqual(table.periodsOf(fact));
      }
    }
  });
});

describe("an organisation", () => {
  it("has its days and the attributes that it has", () => {
    const [a, b] = THREE_SCHOOLS.organisations;
    const [first, second] = [organisationAt(COLUMNS, 0), organisationAt(COLUMNS, 1)];
    expect(first).toMatchObject({ id: "a", openedOn: a?.openedOn, closedOn: undefined });
    expect(first.attributes).toEqual(a?.attributes);
    expect(second.attributes).toEqual(b?.attributes);
    expect(second.attributes.has("capacity")).toBe(false);
  });

  it("that is not there is a bug", () => {
    expect(() => organisationAt(COLUMNS, 3)).toThrow("an organisation");
  });
});

describe("cells", () => {
  const table = tableOfColumns(PLAN, COLUMNS);

  it("are those of their organisation alone", () => {
    expect([...table.cellsOf("b", "pupils").keys()]).toEqual(["january|primary"]);
    expect(table.cellsOf("c", "pupils").size).toBe(0);
    expect(table.cellsOf("nobody", "pupils").size).toBe(0);
    expect(table.cellsOf("a", "nothing").size).toBe(0);
  });

  it("are exact, in doubles or beyond them", () => {
    const fund = present(COLUMNS.facts.get("fund"), "fund");
    expect(fund.ratios).toBeDefined();
    const values = [0, 1, 2].map((row) => valueText(cellsAt(fund, row).get("")?.value));
    expect(values).toEqual(["4503599627370497", "none", "-0.5"]);
  });

  it("are of periods: those that somebody has, or the year", () => {
    expect([...table.periodsOf("pupils")]).toEqual(["january", "september"]);
    expect(table.periodsOf("children").size).toBe(12);
    expect([...table.periodsOf("fund")]).toEqual([""]);
    expect(table.periodsOf("nothing").size).toBe(0);
    const pupils = present(COLUMNS.facts.get("pupils"), "pupils");
    expect([...periodsOfColumn(pupils, true)]).toEqual([""]);
    const [first, second] = pupils.codes;
    const left = { ...present(first, "periods"), places: Int32Array.of(1) };
    expect([
      ...periodsOfColumn({ ...pupils, codes: [left, present(second, "levels")] }, false),
    ]).toEqual(["september"]);
  });
});
