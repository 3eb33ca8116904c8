import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { BASE, explainedStage, GIFT } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, schoolPlan } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, run } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

describe("a line before any stage", () => {
  const raised = [stage("raised", 1, { kind: "floor", lines: ["base"], bound: "9 KZT" })];

  it("has its formula, its rounding and what decided it", () => {
    const { trace } = explainedStage(raised, { a: { base: "100" } });
    expect(trace.inputs.at(-1)).toMatchObject({
      ...{ kind: "line-amount", id: "base", expression: "base", value: { exact: "100.00" } },
      rounding: { before: { exact: "100" }, places: 2, mode: "half-up" },
    });
  });

  it("that only a stage made says why the formula gave none", () => {
    const pool = [stage("pool", 1, { kind: "pool", into: "gift", weight: "1", amount: "9 KZT" })];
    const { trace } = explainedStage(pool, { a: {} }, "a", GIFT);
    expect(trace.value).toMatchObject({ exact: "9.00" });
    expect(trace.inputs.at(-1)).toMatchObject({
      value: { exact: "0.00" },
      sentences: [{ code: "line-uncounted" }],
    });
  });

  it("that was refused says so where a formula asks for it", () => {
    const bound = "line_amount['extra'] + 10 KZT";
    const asking = [stage("raised", 1, { kind: "floor", lines: ["base"], bound })];
    const { told } = explainedStage(asking, { a: { base: "1" } }, "a", BASE);
    expect(told?.inputs[0]?.inputs[0]).toMatchObject({
      ...{ kind: "line-amount", id: "extra", sentences: [{ code: "line-refused" }] },
    });
  });
});

it("a line no stage touches is its formula's, with the case that was chosen", () => {
  const kind = formula("kind", "KZT", [
    "case 'many' when pupils['january', 'basic'] > 15 pupil: pupils['january', 'basic'] * rate",
    "otherwise 'few': pupils['january', 'basic'] * rate / 2",
  ]);
  const plan = schoolPlan({ formulas: [kind], lines: [line("paid", "kind")] });
  const done = run(plan, { headcounts: FOUR_CELLS });
  const trace = getValue(explainLine(done, "a", FORMULA_LINE));
  expect(trace).toMatchObject({
    ...{ kind: "line", expression: "kind", cases: [{ formula: "kind", label: "many" }] },
  });
});
