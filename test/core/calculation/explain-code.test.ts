import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parameter, planOfAmount, valued } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, run } from "../../support/school-register.ts";
import { everyNode, nodesNamed } from "../../support/trace-nodes.ts";

const SHIFTS = {
  codeList: "shift",
  label: label("shift"),
  codes: ["morning", "day"].map((code) => ({ code, label: label(code) })),
};
const MAPPING = {
  ...{ mapping: "shift_of", label: label("shift_of"), from: "level", to: "shift" },
  codes: { primary: "morning", basic: "day" },
};
const PAY = parameter(
  "pay",
  "KZT/pupil",
  [valued("5", { key: { shift: "morning" } }), valued("7", { key: { shift: "day" } })],
  "shift",
);

function traceOf(amount: string) {
  const more = [{ codeLists: [SHIFTS], mappings: [MAPPING] }];
  const plan = planOfAmount(amount, { parameters: [PAY], more });
  return getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE));
}

describe("a mapped code", () => {
  const trace = traceOf("sum(over count, level: pay[shift_of[level]] * pupils[count, level])");

  it("stands before the value that it finds, as what it was and is", () => {
    expect(trace.value).toMatchObject({ exact: "620.00" });
    const [cell] = everyNode(trace).filter(({ kind }) => kind === "cell");
    expect(cell?.inputs.slice(0, 2)).toMatchObject([
      {
        ...{ kind: "mapping", id: "shift_of", key: [{ dimension: "level", code: "primary" }] },
        value: { kind: "code", codeList: "shift", code: "morning" },
      },
      { kind: "parameter", key: [{ dimension: "shift", code: "morning" }] },
    ]);
  });

  it("may be compared like any other", () => {
    const counted =
      "sum(over level: if(shift_of[level] = 'day', 7 KZT/pupil, 0) * pupils['january', level])";
    expect(nodesNamed(traceOf(counted), "shift_of")).toHaveLength(2);
  });
});
