import { describe, expect, it } from "vitest";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import { keepRows } from "../../../../packages/core/src/calculation/columns/sum-rows.ts";
import { formula } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const PUPILS = "pupils[count, level] / 1 pupil";
const PLACES = "places[count, level] / 1 pupil";

describe("a sum runs over the cells that its facts have", () => {
  it.each([
    // a has places at two of the four cells where it has pupils, b where it has none.
    [
      "each once, of two facts",
      `sum(over count, level: 1 + 0 * (${PUPILS} + ${PLACES}))`,
      ["4", "2", "0"],
    ],
    ["of one fact alone", `sum(over count, level: 1 + 0 * ${PLACES})`, ["2", "1", "0"]],
    ["asked for twice", `sum(over count, level: 1 + 0 * ${PUPILS} * ${PUPILS})`, ["4", "1", "0"]],
    [
      "all members where a fact leaves them open",
      "sum(over level, month: 1 + 0 * pupils['january', level] / 1 pupil)",
      ["24", "12", "0"],
    ],
    [
      "all members where no fact follows",
      `sum(over level: 1 + 0 * pupils['january', 'basic'] / 1 pupil)`,
      ["2", "2", "2"],
    ],
    [
      "of the cells of one code",
      "sum(over level: 1 + 0 * places['september', level] / 1 pupil)",
      ["1", "0", "0"],
    ],
    [
      "what an inner sum runs over is open",
      `sum(over count: 1 + 0 * sum(over level: ${PUPILS}))`,
      ["2", "1", "0"],
    ],
    [
      "what an outer sum bound is fixed",
      `sum(over count: sum(over level: 1 + 0 * ${PLACES}))`,
      ["2", "1", "0"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });
});

describe("the cells of a branch that a school does not take are not its cells", () => {
  const ones = (condition: string) =>
    `sum(over count, level: if(${condition}, 1 + 0 * ${PUPILS}, 1 + 0 * ${PLACES}))`;
  it.each([
    ["on an attribute", ones("ownership = 'state'"), ["4", "1", "0"]],
    ["the other way round", ones("ownership <> 'state'"), ["2", "1", "0"]],
    ["through a formula of attributes", ones("is_state"), ["4", "1", "0"]],
    ["on two attributes", ones("is_state and district = 'south'"), ["2", "1", "0"]],
    ["but of what is no attribute alone", ones("is_large"), ["4", "2", "0"]],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });

  it("are kept where the attribute is missing, for the calculation to tell", () => {
    const text = ones("capacity > 5 pupil");
    expect(faultsInColumns(text)).toEqual(["attribute-missing"]);
    const guarded = `if(is_state, ${text}, 7)`;
    expect(valuesInColumns(guarded)).toEqual(["4", "7", "0"]);
    expect(countedInColumns(guarded)).toBe("a");
  });

  it("of what stands in a formula, too", () => {
    const grain = { grain: ["organisation", "count", "level"] };
    const text = `if(is_state, 1 + 0 * ${PUPILS}, 1 + 0 * ${PLACES})`;
    const formulas = [formula("each", "1", text, grain)];
    expect(valuesInColumns("sum(over count, level: each[count, level])", { formulas })).toEqual([
      ...["4", "1", "0"],
    ]);
  });
});

it("rows that are kept stay with their row around", () => {
  const codes = Int32Array.of(5, 6, 7, 8, 9);
  const domain = createDomain(5, new Map([["level", { codes, count: 10 }]]));
  const rows = { domain, starts: Int32Array.of(0, 2, 2, 5), structure: new Set(["fact|pupils"]) };
  const kept = keepRows(rows, Uint8Array.of(0, 1, 1, 0, 1));
  expect(kept.starts).toEqual(Int32Array.of(0, 1, 1, 3));
  expect(kept.domain.keys.get("level")).toEqual({ codes: Int32Array.of(6, 7, 9), count: 10 });
  expect(kept.structure).toBe(rows.structure);
  expect(keepRows(rows, new Uint8Array(5)).starts).toEqual(Int32Array.of(0, 0, 0, 0));
});
