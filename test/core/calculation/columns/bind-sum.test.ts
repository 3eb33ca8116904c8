import { describe, expect, it } from "vitest";
import { formula } from "../../../support/school-methodology.ts";
import { pupils } from "../../../support/school-register.ts";
import {
  countedInColumns,
  faultsInColumns,
  THREE_SCHOOLS,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const EACH = "pupils[count, level] / 1 pupil";

describe("a sum over the cells of each school", () => {
  it.each([
    ["of rates and counts", `sum(over count, level: weight[level] * ${EACH})`, ["110", "10", "0"]],
    ["of counts alone", `sum(over count, level: ${EACH})`, ["100", "20", "0"]],
    ["in other order", `sum(over level, count: weight[level] * ${EACH})`, ["110", "10", "0"]],
    ["of three factors", `sum(over count, level: 2 * ${EACH} * weight[level])`, ["220", "20", "0"]],
    ["of squares", `sum(over count, level: ${EACH} * ${EACH})`, ["3000", "400", "0"]],
    ["divided", `sum(over count, level: weight[level] * ${EACH} / 7)`, ["110/7", "10/7", "0"]],
    ["less one a cell", `sum(over count, level: ${EACH} - 1)`, ["96", "19", "0"]],
    ["rounded by the cell", `sum(over count, level: round(${EACH} / 8, 0))`, ["13", "3", "0"]],
    ["of one dimension", `sum(over level: pupils['january', level] / 1 pupil)`, ["30", "20", "0"]],
    ["of sums", `sum(over count: sum(over level: weight[level] * ${EACH}))`, ["110", "10", "0"]],
    [
      "by the kind of school",
      `sum(over count, level: share[ownership] * ${EACH})`,
      ["100", "5", "0"],
    ],
    [
      "of months",
      "sum(over month: children[month, 'primary'] * monthly / 12) / 1 pupil",
      ["3", "0", "0"],
    ],
    ["of members", "sum(over level: weight[level])", ["2", "2", "2"]],
    ["of nothing but ones", `sum(over count, level: if(${EACH} > 0, 1, 0))`, ["4", "1", "0"]],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });

  it("counts the cells for which a condition holds", () => {
    expect(valuesInColumns(`count_if(over count, level: ${EACH} > 15)`)).toEqual(["3", "1", "0"]);
    expect(valuesInColumns("count_if(over level: weight[level] > 1)")).toEqual(["1", "1", "1"]);
    expect(valuesInColumns("count_if(over month: open[month])")).toEqual(["12", "9", "12"]);
    expect(countedInColumns(`count_if(over count, level: ${EACH} > 1000)`)).toBe("ab");
    expect(faultsInColumns("count_if(over level: 1 / none > 0)")).toContain("division-by-zero");
  });
});

describe("a term that is zero but where a condition holds", () => {
  it.each([
    [
      "on the cell",
      `sum(over count, level: if(level = 'basic', ${EACH}, 0))`,
      ["60", "0", "0"],
      "a",
    ],
    ["on the school", `sum(over count, level: if(is_state, ${EACH}, 0))`, ["100", "0", "0"], "a"],
    [
      "on the month",
      `sum(over month: if(open[month], children[month, 'primary'], 0 pupil)) / 1 pupil`,
      ["36", "0", "0"],
      "a",
    ],
    [
      "on a rate",
      `sum(over count, level: if(weight[level] > 1, ${EACH}, 0))`,
      ["60", "0", "0"],
      "a",
    ],
    ["that is never so", `sum(over count, level: if(none > 0, ${EACH}, 0))`, ["0", "0", "0"], ""],
    [
      "on the count",
      `sum(over count, level: if(${EACH} > 15, ${EACH}, 0))`,
      ["90", "20", "0"],
      "ab",
    ],
    [
      "on two, one in the other",
      `sum(over count, level: if(level = 'basic', if(weight[level] > 1, ${EACH}, 0), 0))`,
      ["60", "0", "0"],
      "a",
    ],
    [
      "times a number",
      `sum(over count, level: 2 * if(weight[level] > 1, ${EACH}, 0.0) * 3)`,
      ["360", "0", "0"],
      "a",
    ],
    [
      "elsewhere it is one",
      `sum(over count, level: if(weight[level] > 1, ${EACH}, 1))`,
      ["62", "1", "0"],
      "a",
    ],
    [
      "beside another count",
      `sum(over count, level: if(weight[level] > 1, 1, 0) * ${EACH})`,
      ["60", "0", "0"],
      "ab",
    ],
  ])("%s", (_name, text, expected, counted) => {
    expect(valuesInColumns(text)).toEqual(expected);
    expect(countedInColumns(text)).toBe(counted);
  });

  it("asks for nothing where it does not hold", () => {
    const of = (condition: string, value: string) =>
      `sum(over count, level: if(${condition}, ${value} * ${EACH}, 0))`;
    expect(faultsInColumns(of("level = 'primary'", "gone[level]"))).toEqual([]);
    expect(faultsInColumns(of("weight[level] < 1", "gone[level]"))).toEqual([]);
    expect(faultsInColumns(of("weight[level] > 1", "gone[level]"))).toEqual(["parameter-missing"]);
    expect(faultsInColumns(of("none > 0", "1 / none"))).toEqual([]);
    expect(usedInColumns(of("level = 'primary'", "weight[level]"))).toEqual([
      "weight|level=primary",
    ]);
    expect(usedInColumns(of("none > 0", "weight[level]"))).toEqual(["none|"]);
    expect(usedInColumns(of("none = 0", "weight[level]"))).toHaveLength(3);
  });

  it("cannot be asked of a school that lacks the attribute", () => {
    const text = `sum(over count, level: if(capacity > 5 pupil, ${EACH}, 0))`;
    expect(faultsInColumns(text)).toEqual(["attribute-missing"]);
  });
});

describe("what formulas are multiplied of", () => {
  const grain = ["organisation", "count", "level"];
  const formulas = [
    formula("cell", "1", `weight[level] * ${EACH}`, { grain }),
    formula("if_basic", "1", "if(weight[level] > 1, cell[count, level], 0)", { grain }),
  ];

  it("is looked through", () => {
    const change = { formulas };
    expect(valuesInColumns("sum(over count, level: 2 * cell[count, level])", change)).toEqual([
      ...["220", "20", "0"],
    ]);
    expect(valuesInColumns("sum(over count, level: if_basic[count, level])", change)).toEqual([
      ...["90", "0", "0"],
    ]);
    expect(countedInColumns("sum(over count, level: if_basic[count, level])", change)).toBe("a");
    expect(valuesInColumns("sum(over level: cell['september', level])", change)[0]).toBe("75");
  });
});

describe("sums that no double holds are exact", () => {
  const register = {
    ...THREE_SCHOOLS,
    headcounts: [
      ...THREE_SCHOOLS.headcounts.slice(1),
      pupils("a", "2026-01-01", "primary", 900_719_925_474_099),
    ],
  };
  it.each([
    [`sum(over count, level: ${EACH} * 10.1)`, "9097271247289308.9"],
    [`sum(over count, level: ${EACH}) * 10 + 3`, "9007199254741893"],
    [`sum(over count, level: ${EACH} * ${EACH})`, "811296384146066456669919864701"],
    [`sum(over count, level: ${EACH} / 3)`, "300239975158063"],
  ])("%s", (text, expected) => {
    expect(valuesInColumns(text, {}, register)[0]).toBe(expected);
  });
});

it("a school without cells has a sum of zero, and no line that wants a count", () => {
  expect(valuesInColumns(`sum(over count, level: ${EACH})`)[2]).toBe("0");
  expect(countedInColumns(`sum(over count, level: ${EACH})`)).toBe("ab");
  expect(countedInColumns("sum(over level: weight[level])")).toBe("");
});

it("a product beyond any sum of money is refused, whatever order it is taken in", () => {
  const squares = (name: string) =>
    [1, 2, 3, 4, 5, 6].map((power) =>
      formula(`${name}${power}`, "1", `${name}${power - 1} * ${name}${power - 1}`),
    );
  const formulas = [
    formula("law0", "1", "1000000000000000"),
    formula("own0", "1", "pupils['january', 'primary'] / 1 pupil"),
    ...[...squares("law"), ...squares("own")],
  ];
  const text = `sum(over count, level: law6 * own6 * ${EACH})`;
  const register = {
    ...THREE_SCHOOLS,
    headcounts: [
      ...THREE_SCHOOLS.headcounts.slice(1),
      pupils("a", "2026-01-01", "primary", 1_000_000_000_000_000),
    ],
  };
  expect(faultsInColumns(text, { formulas }, register)).toEqual(["expression-too-large"]);
  const within = `sum(over count, level: law1 * own1 * ${EACH})`;
  const small = valuesInColumns(within, { formulas })[1];
  expect(small).toBe(`${10n ** 30n * 20n ** 3n}`);
});
