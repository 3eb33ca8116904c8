import { describe, expect, it } from "vitest";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { openModel } from "../../../../packages/core/src/index.ts";
import { getValue } from "../../../support/get-value.ts";
import { formula, label } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  planOfNumber,
  THREE_SCHOOLS,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const KNOWN = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
const steps = (...values: readonly string[]) =>
  ["10", "50", "100"].map((from, place) => ({ from, value: values[place] ?? "0" }));
const scale = (values: readonly object[], ...dimensions: readonly string[]) => ({
  ...{ table: "scale", label: label("scale"), unit: "1", operandUnit: "1" },
  ...{ dimensions, values },
});
const PLAIN = { more: [{ tables: [scale([{ points: steps("1", "3", "2"), ...KNOWN }])] }] };
const KEYED = {
  more: [
    {
      tables: [
        scale(
          [
            { key: { ownership: "state" }, points: steps("1", "3", "2"), ...KNOWN },
            { key: { ownership: "private" }, points: steps("7", "7", "7"), ...KNOWN },
          ],
          "ownership",
        ),
      ],
    },
  ],
};

describe("a table is looked up for each school", () => {
  it.each([
    ["by steps", "band(all_pupils + 10, scale)", PLAIN, ["2", "1", "1"]],
    [
      "at a step, and below it",
      "band(all_pupils / 2, scale) + band(49.99, scale)",
      PLAIN,
      ["4", "2", undefined],
    ],
    ["between corners", "interpolate(all_pupils + 10, scale)", PLAIN, ["2", "2", "1"]],
    ["beyond the corners", "interpolate(all_pupils * 9 - 20, scale)", PLAIN, ["2", "2", "1"]],
    ["without end", "interpolate(all_pupils + 10 + 1 / 3, scale)", PLAIN, ["2", "121/60", "61/60"]],
    ["by its key", "band(all_pupils + 10, scale[ownership])", KEYED, ["2", "7", "1"]],
    ["by its key alone", "band(10, scale[ownership])", KEYED, ["1", "7", "1"]],
  ])("%s", (_name, text, change, expected) => {
    const guarded = expected.includes(undefined) ? `if(all_pupils > 0, ${text}, 9)` : text;
    const known = expected.map((each) => each ?? "9");
    expect(valuesInColumns(guarded, change)).toEqual(known);
  });

  it("on the day that its formula says", () => {
    const values = [
      { points: steps("1", "1", "1"), ...KNOWN, validTo: "2026-07-01" },
      { points: steps("2", "2", "2"), ...KNOWN, validFrom: "2026-07-01" },
    ];
    const grain = { grain: ["organisation", "month"], valuesOn: "month" };
    const formulas = [formula("monthly_scale", "1", "band(10, scale)", grain)];
    const change = { formulas, more: [{ tables: [scale(values)] }] };
    expect(valuesInColumns("sum(over month: monthly_scale[month])", change)[0]).toBe("18");
  });
});

it("below the first step there is nothing, which is a fault where it is asked for", () => {
  expect(faultsInColumns("band(all_pupils, scale)", PLAIN)).toEqual(["table-out-of-range"]);
  expect(faultsInColumns("if(all_pupils > 0, band(all_pupils, scale), 1)", PLAIN)).toEqual([]);
  expect(faultsInColumns("band(1 / none, scale)", PLAIN)).toContain("division-by-zero");
});

it("a table is used by the points that were read, and counted as its operand is", () => {
  expect(usedInColumns("band(all_pupils + 10, scale[ownership])", KEYED)).toHaveLength(2);
  expect(usedInColumns("if(is_state, band(10, scale[ownership]), 1)", KEYED)).toEqual([
    "scale|ownership=state",
  ]);
  expect(countedInColumns("band(all_pupils + 10, scale)", PLAIN)).toBe("ab");
  expect(countedInColumns("band(10, scale)", PLAIN)).toBe("");
});

it("a table of other points gives other values", () => {
  const planOf = (...values: readonly string[]) => {
    const tables = [scale([{ points: steps(...values), ...KNOWN }])];
    return planOfNumber("band(all_pupils + 10, scale)", { more: [{ tables }] });
  };
  const first = planOf("1", "3", "2");
  const model = getValue(openModel(first, columnsOfRegister(first, THREE_SCHOOLS)));
  expect(model.totals.total).toBe(400n);
  expect(getValue(model.change({ plan: planOf("1", "3", "5") })).totals.total).toBe(700n);
});
