import { describe, expect, it } from "vitest";
import { changeFacts } from "../../../../packages/core/src/calculation/columns/change-facts.ts";
import {
  changesBetween,
  isSame,
} from "../../../../packages/core/src/calculation/columns/changes.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { planWithValue } from "../../../../packages/core/src/calculation/plan.ts";
import {
  formula,
  label,
  parameter,
  RATE,
  SCHOOL_LINE,
  type SchoolChange,
  schoolPlan,
  valued,
} from "../../../support/school-methodology.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const KNOWN = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
const scale = (from: string) => ({
  ...{ table: "scale", label: label("scale"), unit: "1", operandUnit: "1", dimensions: [] },
  values: [{ points: [{ from, value: "1" }], ...KNOWN }],
});
const LAW: SchoolChange = {
  parameters: [RATE, parameter("other", "1", [valued("1")])],
  formulas: [formula("f", "1", "other + 1"), formula("g", "1", "2")],
  more: [{ tables: [scale("0")] }],
};
const PLAN = schoolPlan(LAW);
const { facts } = columnsOfRegister(PLAN, THREE_SCHOOLS);

function told(plan: ReturnType<typeof schoolPlan>, counts = facts) {
  const { sources, names, isWhole } = changesBetween(
    { plan: PLAN, facts },
    { plan, facts: counts },
  );
  return { sources: [...sources], names: [...names], isWhole };
}
const NOTHING = { sources: [], names: [], isWhole: false };

describe("what is different between two laws", () => {
  it("is nothing when they were read from other places", () => {
    expect(told(PLAN)).toEqual(NOTHING);
    const moved = [formula("g", "1", "2"), formula("f", "1", "other  +  1")];
    expect(told(schoolPlan({ ...LAW, formulas: moved }))).toEqual(NOTHING);
  });

  it("is a value of a parameter or of a table", () => {
    const other = { ...NOTHING, sources: ["parameter|other"] };
    expect(told(planWithValue(PLAN, "other", 0, "2"))).toEqual(other);
    const tables = [{ tables: [scale("1")] }];
    expect(told(schoolPlan({ ...LAW, more: tables }))).toEqual({
      ...{ ...NOTHING, sources: ["table|scale"] },
    });
  });

  it("is the text of a formula, one more or one less", () => {
    const changed = [formula("f", "1", "other + 2"), formula("g", "1", "2")];
    expect(told(schoolPlan({ ...LAW, formulas: changed }))).toEqual({ ...NOTHING, names: ["f"] });
    expect(told(schoolPlan({ ...LAW, formulas: [formula("f", "1", "other + 1")] })).names).toEqual([
      "g",
    ]);
    const more = [...(LAW.formulas ?? []), formula("h", "1", "3")];
    expect(told(schoolPlan({ ...LAW, formulas: more })).names).toEqual(["h"]);
  });

  it("is not a line, which says itself whether it is the same", () => {
    expect(told(schoolPlan({ ...LAW, lines: [{ ...SCHOOL_LINE, rounding: "down" }] }))).toEqual(
      NOTHING,
    );
  });

  it.each<readonly [string, () => ReturnType<typeof schoolPlan>]>([
    ["the day of knowledge", () => schoolPlan(LAW, "2026-06-30")],
    [
      "who reports a fact",
      () => schoolPlan({ ...LAW, reporters: { places: "ownership = 'state'" } }),
    ],
    [
      "the dimensions of a parameter",
      () =>
        schoolPlan({
          ...LAW,
          parameters: [RATE, parameter("other", "1", [valued("1")], "level")],
          formulas: [formula("f", "1", "other['basic'] + 1"), formula("g", "1", "2")],
        }),
    ],
    [
      "an attribute",
      () =>
        schoolPlan({
          ...LAW,
          more: [
            ...(LAW.more ?? []),
            {
              attributes: [
                {
                  attribute: "more",
                  label: label("more"),
                  type: "group",
                  column: "more",
                  optional: true,
                },
              ],
            },
          ],
        }),
    ],
  ])("is everything when it is %s", (_name, planOf) => {
    expect(told(planOf()).isWhole).toBe(true);
  });
});

describe("what is different between two states of the counts", () => {
  const columns = columnsOfRegister(PLAN, THREE_SCHOOLS);
  const counted = (codes: readonly string[], value: string | undefined) => {
    const changes = [{ organisationId: "b", fact: "pupils", codes, value }];
    return changeFacts(PLAN, columns, changes).facts;
  };

  it("is a value where the cells are the same", () => {
    const next = counted(["january", "primary"], "21");
    const { sources, names } = changesBetween(
      { plan: PLAN, facts: columns.facts },
      { plan: PLAN, facts: next },
    );
    expect([[...sources], [...names]]).toEqual([["fact|pupils"], []]);
  });

  it.each([
    ["that appeared", counted(["january", "basic"], "1")],
    ["that went", counted(["january", "primary"], undefined)],
    [
      "of a fact that is no more",
      new Map([...columns.facts].filter(([fact]) => fact !== "pupils")),
    ],
  ])("is a name where cells are others: one %s", (_name, next) => {
    const { sources, names } = changesBetween(
      { plan: PLAN, facts: columns.facts },
      { plan: PLAN, facts: next },
    );
    expect([[...sources], [...names]]).toEqual([["fact|pupils"], ["pupils"]]);
  });
});

it("two definitions are the same wherever they were read from", () => {
  const one = { id: 1n, values: new Map([["a", 1]]), place: { file: "a" }, span: { start: 1 } };
  expect(isSame(one, { ...one, place: { file: "b" }, span: { start: 2 } })).toBe(true);
  expect(isSame(one, { ...one, id: 2n })).toBe(false);
  expect(isSame(one, { ...one, values: new Map([["a", 2]]) })).toBe(false);
  expect(isSame({ of: { place: 1 } }, { of: { place: 2 } })).toBe(true);
  expect(isSame(undefined, one)).toBe(false);
});
