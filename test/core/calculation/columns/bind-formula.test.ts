import { describe, expect, it } from "vitest";
import { numbersAt } from "../../../../packages/core/src/calculation/columns/figure.ts";
import { OUTERMOST } from "../../../../packages/core/src/calculation/columns/scope.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { rowTexts } from "../../../support/number-columns.ts";
import { formula, label, type SchoolChange } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const CHANGE: SchoolChange = {
  formulas: [
    formula("rate_of", "1", "weight[level] * 10", { grain: ["level"] }),
    formula("plus_of", "1", "weight[level] + 10", { grain: ["level"] }),
    formula("share_of", "1", "share[ownership] * 10", { grain: ["ownership"] }),
    formula("cell", "1", "pupils[count, level] * rate_of[level] / 1 pupil", {
      grain: ["organisation", "count", "level"],
    }),
    formula("unread", "1", "none + 3", { grain: ["level"] }),
    formula("owned", "1", "share[ownership] * all_pupils", {
      grain: ["organisation", "ownership"],
    }),
    formula("own_unread", "1", "all_pupils", { grain: ["organisation", "level"] }),
    formula("own_sum", "1", "sum(over count: cell[count, level])", {
      grain: ["organisation", "level"],
    }),
  ],
  more: [
    {
      mappings: [
        {
          ...{ mapping: "owner_of", label: label("owner_of"), from: "district", to: "ownership" },
          codes: { north: "private", south: "state" },
        },
      ],
    },
  ],
};

describe("a formula has the value of what it is named with", () => {
  it.each([
    ["a code", "rate_of['basic']", ["15", "15", "15"]],
    ["an attribute", "share_of[ownership]", ["10", "2.5", "10"]],
    ["a mapping", "share_of[owner_of[district]]", ["2.5", "2.5", "10"]],
    ["what a sum binds", "sum(over level: rate_of[level])", ["20", "20", "20"]],
    ["an attribute of whoever has the counts", "owned[ownership]", ["100", "5", "0"]],
    [
      "an argument that it does not read, of whoever has the counts",
      "sum(over level: own_unread[level])",
      ["200", "40", "0"],
    ],
    ["two of them", "cell['january', 'basic']", ["300", "0", "0"]],
    ["sums of sums", "sum(over level: own_sum[level])", ["1100", "100", "0"]],
    ["an argument that it does not read", "sum(over level: unread[level])", ["6", "6", "6"]],
    [
      "an attribute and a code at once",
      "share_of[ownership] + share_of['private']",
      ["12.5", "5", "12.5"],
    ],
    [
      "the same dimension bound around and within",
      "sum(over level: weight[level] * own_sum[level])",
      ["1450", "50", "0"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text, CHANGE)).toEqual(expected);
  });

  it("and is counted where the cells under it are", () => {
    expect(countedInColumns("cell['january', 'basic']", CHANGE)).toBe("a");
    expect(countedInColumns("sum(over level: own_sum[level])", CHANGE)).toBe("ab");
    expect(countedInColumns("rate_of['basic']", CHANGE)).toBe("");
  });

  it("which is a fault where the attribute is missing, if it is read", () => {
    const level = { attribute: "level", label: label("level"), type: "code", codeList: "level" };
    const more = [
      ...(CHANGE.more ?? []),
      { attributes: [{ ...level, column: "l", optional: true }] },
    ];
    const change = { ...CHANGE, more };
    expect(faultsInColumns("rate_of[level]", change)).toContain("attribute-missing");
  });
});

describe("who names a formula with the same arguments shares its figures", () => {
  it("one sum beside another", () => {
    const { binder, register, expression } = binderOf(
      "sum(over level: plus_of[level]) + 2 * sum(over count, level: plus_of[level])",
      CHANGE,
    );
    const found = binder.number(expression, OUTERMOST, register.everybody);
    expect(rowTexts(numbersAt(found))).toEqual(["110", "110", "110"]);
    const readers = binder.figures.filter(({ sources, reaches }) => {
      return reaches.length === 0 && sources.has("parameter|weight");
    });
    expect(readers).toHaveLength(1);
  });
});
