import { describe, expect, it } from "vitest";
import { formula, parameter, valued } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

describe("a parameter is read by its key, at the grain of the key", () => {
  it.each([
    ["weight['basic']", ["1.5", "1.5", "1.5"]],
    ["share[ownership]", ["1", "0.25", "1"]],
    ["sum(over level: weight[level])", ["2", "2", "2"]],
    ["sum(over level: weight[level] * share[ownership])", ["2", "0.5", "2"]],
  ])("%s", (text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });

  it("on the first day of the year, or of the month where the formula says so", () => {
    const ofMonth = { grain: ["organisation", "month"], valuesOn: "month" };
    const formulas = [formula("of_month", "1", "monthly", ofMonth)];
    expect(valuesInColumns("sum(over month: monthly)")[0]).toBe("12");
    expect(valuesInColumns("sum(over month: of_month[month])", { formulas })[0]).toBe("18");
    expect(valuesInColumns("of_month['07'] - of_month['06']", { formulas })[0]).toBe("1");
  });

  it("is used by the value that was found, each once", () => {
    expect(usedInColumns("share[ownership] + share['state']")).toEqual([
      ...["share|ownership=private", "share|ownership=state"],
    ]);
    expect(usedInColumns("share['state']")).toEqual(["share|ownership=state"]);
  });

  it("by the more general value where none is of the very key", () => {
    const open = parameter(
      "open_key",
      "1",
      [valued("7"), valued("9", { key: { level: "basic" } })],
      "level",
    );
    const change = { parameters: [open] };
    expect(valuesInColumns("open_key['primary'] + open_key['basic']", change)[0]).toBe("16");
  });
});

describe("a value that the law lacks is a fault where it is asked for", () => {
  it.each([
    ["gone['basic']", ["parameter-missing"]],
    ["gone['primary']", []],
    ["0 * sum(over level: gone[level])", ["parameter-missing"]],
    ["if(all_pupils > 1000, gone['basic'], 1)", []],
    ["if(all_pupils >= 100, gone['basic'], 1)", ["parameter-missing"]],
    ["sum(over level: if(level = 'primary', gone[level], 0))", []],
    // Nobody of this kind reads it.
    [
      "sum(over count, level: if(level = 'basic', 1, gone[level]) * pupils[count, level]) / 1 pupil",
      [],
    ],
  ])("%s", (text, expected) => {
    expect(faultsInColumns(text)).toEqual(expected);
  });
});

describe("names of an organisation", () => {
  it("attributes that are numbers are its own, and missing ones are a fault", () => {
    const capacity = "capacity / 1 pupil";
    expect(valuesInColumns(`if(ownership = 'state', ${capacity}, -1)`)).toEqual(["100", "-1", "0"]);
    expect(faultsInColumns(capacity)).toEqual(["attribute-missing"]);
  });

  it("months are numbers", () => {
    expect(valuesInColumns("month_number['07'] / (1 month)")[0]).toBe("7");
    expect(valuesInColumns("sum(over month: month_number[month]) / (1 month)")[0]).toBe("78");
  });

  it("formulas by index have the value of their codes, counted as their cells are", () => {
    const grain = { grain: ["organisation", "level"] };
    const formulas = [formula("of_level", "pupil", "pupils['january', level]", grain)];
    const text = "(of_level['primary'] + 10 * of_level['basic']) / 1 pupil";
    expect(valuesInColumns(text, { formulas })).toEqual(["210", "20", "0"]);
    expect(countedInColumns("of_level['basic'] / 1 pupil", { formulas })).toBe("a");
    expect(valuesInColumns("sum(over level: of_level[level]) / 1 pupil", { formulas })).toEqual([
      ...["30", "20", "0"],
    ]);
  });

  it("a formula that several lines name is worked out in its own scope", () => {
    const formulas = [
      formula("inner", "1", "sum(over level: weight[level])"),
      formula("outer", "1", "sum(over level: weight[level] * inner)"),
    ];
    expect(valuesInColumns("outer + inner", { formulas })[0]).toBe("6");
  });
});
