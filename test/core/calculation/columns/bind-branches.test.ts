import { describe, expect, it } from "vitest";
import { columnsOfRegister, openModel } from "../../../../packages/core/src/index.ts";
import { getValue } from "../../../support/get-value.ts";
import { formula, line, schoolPlan } from "../../../support/school-methodology.ts";
import { linesOf, run } from "../../../support/school-register.ts";
import {
  countedInColumns,
  faultsInColumns,
  planOfNumber,
  THREE_SCHOOLS,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const PUPILS = "pupils['january', 'primary'] / 1 pupil";
const PLACES = "places['january', 'primary'] / 1 pupil";

describe("the first condition that holds gives the value", () => {
  it.each([
    ["of what never changes", "if(ownership = 'state', 1, 2)", ["1", "2", "1"]],
    ["of what changes", "if(is_large, 1, 2)", ["1", "2", "2"]],
    ["of both, one inside the other", "if(is_state, if(is_large, 1, 2), 3)", ["1", "3", "2"]],
    ["for all", "if(true, 1, 2)", ["1", "1", "1"]],
    ["for none", "if(false, 1, 2)", ["2", "2", "2"]],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });

  // A line that names its cases is told school by school; its total is still made of columns.
  it.each([
    ["one of several", "is_large", "all_pupils > 5", ["1.00", "2.00", "3.00"]],
    ["the first of those that hold", "true", "all_pupils > 0", ["1.00", "1.00", "1.00"]],
    ["of what never changes", "is_state", "district = 'north'", ["1.00", "2.00", "1.00"]],
    ["never, then the last", "all_pupils < 0", "false", ["3.00", "3.00", "3.00"]],
    ["only the second", "false", "is_state", ["2.00", "3.00", "2.00"]],
  ])("%s of cases", (_name, first, second, expected) => {
    const text = `case 'a' when ${first}: 1 case 'b' when ${second}: 2 otherwise 'c': 3`;
    const plan = planOfNumber(text);
    const lines = linesOf(run(plan, THREE_SCHOOLS)).map((each) => each.split(" ").at(-1));
    expect(lines).toEqual(expected);
    const model = getValue(openModel(plan, columnsOfRegister(plan, THREE_SCHOOLS)));
    const sum = expected.reduce((all, each) => all + Number(each) * 100, 0);
    expect(model.totals.total).toBe(BigInt(sum));
  });
});

it("the last of hundreds of cases is taken where none before it holds", () => {
  for (const count of [254, 255, 256, 300]) {
    const cases = Array.from({ length: count }, (_, place) => `case '${place}' when never: 1`);
    const [first = "", ...rest] = cases;
    const text = [`(${first}`, ...rest, "otherwise 'last': 5) * 1 KZT"];
    const plan = schoolPlan({
      formulas: [formula("never", "boolean", "ownership = 'private' and ownership = 'state'")],
      lines: [{ ...line("amount", "0"), amount: text, exists: "when" }],
    });
    const model = getValue(openModel(plan, columnsOfRegister(plan, THREE_SCHOOLS)));
    expect(model.totals.total).toBe(1_500n);
  }
});

describe("what is not taken is neither counted nor read nor at fault", () => {
  it.each([
    [`if(is_state, ${PUPILS}, 1)`, "a"],
    [`if(is_state, 1, ${PUPILS})`, "b"],
    [`if(none = 0, ${PLACES}, ${PUPILS})`, "a"],
    [`if(none > 0, ${PLACES}, ${PUPILS})`, "ab"],
    // The condition was asked, whatever it said.
    [`if(${PUPILS} > 15, 1, 2)`, "ab"],
    [`if(none > 0, 1, if(${PUPILS} > 15, 1, 2))`, "ab"],
    [`if(none = 0, 1, if(${PUPILS} > 15, 1, 2))`, ""],
    [`if(share[ownership] = 1, ${PUPILS}, 0)`, "a"],
  ])("%s is counted for %s", (text, expected) => {
    expect(countedInColumns(text)).toBe(expected);
  });

  it.each([
    ["if(is_state, weight['basic'], 1)", ["weight|level=basic"]],
    ["if(all_pupils > 1000, weight['basic'], 1)", []],
    ["if(all_pupils > 1000, 1, if(is_large, weight['basic'], 1))", ["weight|level=basic"]],
    ["if(true, 1, weight['basic'])", []],
  ])("%s reads %s", (text, expected) => {
    expect(usedInColumns(text)).toEqual(expected);
  });

  it.each([
    ["if(is_state, 1, 1 / none)", ["division-by-zero"]],
    ["if(is_large, 1 / none, 1)", ["division-by-zero"]],
    ["if(all_pupils > 1000, 1 / none, 1)", []],
    ["if(district <> 'north' and is_large, 1 / none, 1)", []],
    ["if(1 / none > 0, 1, 1)", ["division-by-zero"]],
    ["if(true, 1, if(1 / none > 0, 1, 2))", []],
    // Only b lacks a capacity, and b is asked for nothing.
    ["if(is_state and capacity > 5 pupil, 1, 0)", []],
    ["if(capacity > 5 pupil, 1, 0)", ["attribute-missing"]],
  ])("%s: %s", (text, expected) => {
    expect([...new Set(faultsInColumns(text))]).toEqual(expected);
  });
});
