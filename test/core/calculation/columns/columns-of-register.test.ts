import { describe, expect, it } from "vitest";
import {
  columnsOfRegister,
  textColumn,
} from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { label, schoolPlan } from "../../../support/school-methodology.ts";
import {
  estimate,
  factRow,
  organisation,
  pupils,
  snapshot,
} from "../../../support/school-register.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const FUND = { fact: "fund", label: label("fund"), unit: "KZT", source: "facts" };
const PLAN = schoolPlan({ more: [{ facts: [FUND] }] });

it("texts that repeat stand once, in the order in which they come", () => {
  expect(textColumn(["b", undefined, "a", "b", ""])).toEqual({
    ...{ texts: ["b", "a", ""], places: Int32Array.of(0, -1, 1, 0, 2) },
  });
  expect(textColumn([])).toEqual({ texts: [], places: new Int32Array(0) });
});

describe("organisations as columns", () => {
  const { organisations } = columnsOfRegister(PLAN, THREE_SCHOOLS);

  it("stand in the order of the register, with their days", () => {
    expect(organisations.ids).toEqual(["a", "b", "c"]);
    expect(organisations.openedOn).toEqual({
      ...{ texts: ["1990-09-01", "2026-04-01"], places: Int32Array.of(0, 1, 0) },
    });
    expect(organisations.closedOn.places).toEqual(Int32Array.of(-1, -1, -1));
  });

  it("have every attribute of the methodology, none where they lack it", () => {
    expect([...organisations.attributes.keys()]).toEqual([
      ...["district", "ownership", "capacity", "founded_on"],
    ]);
    expect(organisations.attributes.get("capacity")).toEqual({
      ...{ texts: ["100", "0"], places: Int32Array.of(0, -1, 1) },
    });
  });
});

describe("the cells of a fact as columns", () => {
  it("stand by organisation, the codes of the index in their places", () => {
    const { facts } = columnsOfRegister(PLAN, THREE_SCHOOLS);
    expect(facts.get("pupils")).toEqual({
      starts: Int32Array.of(0, 4, 5, 5),
      codes: [
        { texts: ["january", "september"], places: Int32Array.of(0, 0, 1, 1, 0) },
        { texts: ["primary", "basic"], places: Int32Array.of(0, 1, 0, 1, 0) },
      ],
      values: Float64Array.of(10, 20, 30, 40, 20),
      denominator: 1,
    });
    expect(facts.has("fund")).toBe(false);
  });

  it("are whole numbers over one denominator, or ratios where they do not fit", () => {
    const columnOf = (...values: readonly string[]) => {
      const organisations = values.map((_, row) => organisation({ id: `${row}` }));
      const rows = values.map((value, row) => factRow(`${row}`, "fund", value));
      const register = snapshot({ organisations, facts: rows });
      return columnsOfRegister(PLAN, register).facts.get("fund");
    };
    expect(columnOf("0.5", "-1.25")).toMatchObject({
      ...{ values: Float64Array.of(2, -5), denominator: 4, codes: [] },
    });
    expect(columnOf("4503599627370496")?.ratios).toBeUndefined();
    const large = columnOf("4503599627370497", "0.5");
    expect(large?.ratios?.map(({ numerator }) => numerator)).toEqual([4_503_599_627_370_497n, 5n]);
    expect(large?.values).toHaveLength(0);
  });

  it("of organisations that are not in the register are not there", () => {
    const register = snapshot({ headcounts: [pupils("gone", "2026-01-01", "primary", 5)] });
    expect(columnsOfRegister(PLAN, register).facts.size).toBe(0);
  });
});

it("estimates are those of the year, and the rows are kept", () => {
  const estimates = [estimate({ tenge: "1" }), estimate({ tenge: "2", budgetYear: 2025 })];
  const columns = columnsOfRegister(PLAN, { ...THREE_SCHOOLS, estimates });
  expect(columns.estimates).toEqual([estimates[0]]);
  expect(columns.rows?.organisations).toBe(THREE_SCHOOLS.organisations);
  expect(columns.rows?.reported.cellsOf("a", "pupils").size).toBe(4);
});
