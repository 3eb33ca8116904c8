import { describe, expect, it } from "vitest";
import { label } from "../../../support/school-methodology.ts";
import { factRow } from "../../../support/school-register.ts";
import {
  countedInColumns,
  faultsInColumns,
  THREE_SCHOOLS,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const GRANT = {
  more: [
    {
      facts: [
        {
          ...{ fact: "grant", label: label("grant"), unit: "1", source: "facts" },
          dimensions: ["district"],
        },
      ],
    },
  ],
};
const ROWS = {
  ...THREE_SCHOOLS,
  facts: [
    factRow("a", "grant", "0.125", { key: "district=north" }),
    factRow("a", "grant", "7", { key: "district=south" }),
    factRow("c", "grant", "-3.5", { key: "district=south" }),
  ],
};

describe("a cell of a fact", () => {
  it("is zero where the school has none, and no count", () => {
    const basic = "pupils['january', 'basic'] / 1 pupil";
    expect(valuesInColumns(basic)).toEqual(["20", "0", "0"]);
    expect(countedInColumns(basic)).toBe("a");
    expect(countedInColumns("pupils['january', 'primary'] / 1 pupil")).toBe("ab");
  });

  it("is a count though it is zero", () => {
    const [first, ...others] = THREE_SCHOOLS.headcounts;
    const headcounts = first === undefined ? [] : [{ ...first, headcount: 0 }, ...others];
    const text = "pupils['january', 'primary'] / 1 pupil";
    expect(valuesInColumns(text, {}, { ...THREE_SCHOOLS, headcounts })).toEqual(["0", "20", "0"]);
    expect(countedInColumns(text, {}, { ...THREE_SCHOOLS, headcounts })).toBe("ab");
  });

  it("is found by an attribute of the school, by a code and by what a sum binds", () => {
    expect(valuesInColumns("grant[district]", GRANT, ROWS)).toEqual(["0.125", "0", "-3.5"]);
    expect(valuesInColumns("grant['south']", GRANT, ROWS)).toEqual(["7", "0", "-3.5"]);
    expect(countedInColumns("grant[district]", GRANT, ROWS)).toBe("ac");
    expect(valuesInColumns("sum(over district: grant[district])", GRANT, ROWS)).toEqual([
      ...["7.125", "0", "-3.5"],
    ]);
  });

  it.each([
    "sum(over count: pupils[count, level]) / 1 pupil",
    "pupils['january', level] / 1 pupil",
    "if(has(pupils['january', level]), 1, 2)",
  ])("cannot be named by an attribute that nobody has: %s", (text) => {
    const level = { attribute: "level", label: label("level"), type: "code", codeList: "level" };
    const more = [{ attributes: [{ ...level, column: "level", optional: true }] }];
    expect(faultsInColumns(text, { more })).toEqual([
      ...["attribute-missing", "attribute-missing", "attribute-missing"],
    ]);
    expect(faultsInColumns(`if(all_pupils > 1000, ${text}, 7)`, { more })).toEqual([]);
  });

  it("is exact where a double is not", () => {
    const values = ["0.1", "4503599627370497", "0.000000000000000001"];
    const facts = ["a", "b", "c"].map((id, row) =>
      factRow(id, "grant", values[row] ?? "", { key: "district=north" }),
    );
    const register = { ...THREE_SCHOOLS, facts };
    expect(valuesInColumns("grant['north'] * 3", GRANT, register)).toEqual([
      ...["0.3", "13510798882111491", "0.000000000000000003"],
    ]);
  });

  it("is zero where the school has none, however exact the cells of others are", () => {
    const facts = [factRow("a", "grant", "0.000000000000000001", { key: "district=north" })];
    const more = factRow("b", "grant", "4503599627370497", { key: "district=north" });
    const register = { ...THREE_SCHOOLS, facts: [...facts, more] };
    expect(valuesInColumns("grant['north'] * 3", GRANT, register)).toEqual([
      ...["0.000000000000000003", "13510798882111491", "0"],
    ]);
  });
});
