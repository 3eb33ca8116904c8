import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { factsOf } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { label, planOfAmount, valued } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, run } from "../../support/school-register.ts";
import { everyNode } from "../../support/trace-nodes.ts";

const { value: _value, ...ground } = valued("", { status: "draft", source: "press" });
const TABLE = {
  ...{ table: "steps", label: label("steps"), operandUnit: "pupil", unit: "1" },
  dimensions: ["level"],
  values: [
    {
      ...{ ...ground, key: { level: "basic" } },
      points: [
        { from: "10", value: "1" },
        { from: "40", value: "2.5" },
      ],
    },
  ],
};

/** The table at so many pupils; 20 were counted in January. */
function tableAt(name: string, share: string) {
  const read = `${name}(pupils['january', 'basic'] * ${share}, steps['basic'])`;
  const plan = planOfAmount(`1 KZT * ${read}`, { more: [{ tables: [TABLE] }] });
  const trace = getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE));
  return everyNode(trace).find(({ kind }) => kind === "table");
}

describe("a table", () => {
  it.each([
    ["band", "1", "1", "table-step", { operand: "20", from: "10", value: "1", next: "40" }],
    ["band", "3", "2.5", "table-last-step", { operand: "60", from: "40", value: "2.5" }],
    ["interpolate", "1", "1.5", "table-between", { from: "10", next: "40", nextValue: "2.5" }],
    ["interpolate", "2", "2.5", "table-point", { operand: "40", value: "2.5" }],
    ["interpolate", "0.1", "1", "table-before", { operand: "2", from: "10" }],
    ["interpolate", "5", "2.5", "table-after", { operand: "100", from: "40" }],
  ])("%s at %s times 20 is %s: %s", (name, share, exact, code, facts) => {
    const node = tableAt(name, share);
    expect(node?.value).toEqual({ kind: "number", exact, unit: "1" });
    expect(factsOf(node, code)).toMatchObject(facts);
  });

  it("has its key, its ground, and what was looked up", () => {
    const node = tableAt("band", "1");
    expect(node).toMatchObject({
      key: [{ dimension: "level", code: "basic" }],
      ground: { status: "draft", source: "press", validFrom: "2026-01-01" },
      inputs: [{ kind: "fact", id: "pupils" }],
    });
  });
});
