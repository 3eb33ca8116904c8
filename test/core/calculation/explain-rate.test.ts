import { describe, expect, it } from "vitest";
import { explainLine, type TraceNode } from "../../../packages/core/src/index.ts";
import { BASE, factsOf } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { label } from "../../support/school-methodology.ts";
import { stage, stagedRun } from "../../support/staged-city.ts";

/** Found so that three and four times the rate come to 100 tenge: 14.28. */
const rate = (rates: readonly object[], total: string, fields: object = {}) =>
  stage("sought", 1, {
    ...{ kind: "solve", rates, total, target: "100 KZT", least: "0", greatest: "1000", places: 2 },
    ...fields,
  });
const R = { rate: "r", label: label("r"), unit: "KZT", places: 2 };
const TIED = { rate: "s", label: label("s"), unit: "KZT", places: 3, factor: "1 KZT / 3" };

function rateNode(stages: readonly object[], name = "r"): TraceNode | undefined {
  const bound = stage("raised", 2, { kind: "floor", lines: ["base"], bound: `${name} * weight` });
  const city = { a: { weight: "3", base: "1" }, b: { weight: "4", base: "1" } };
  const trace = getValue(explainLine(stagedRun([...stages, bound] as never, city), "a", BASE));
  return trace.inputs[0]?.inputs[0]?.inputs[0];
}

describe("a solved rate", () => {
  it("has its target, what the total came to, and how far apart they are", () => {
    const node = rateNode([rate([R], "total(weight * r)", { tolerance: "1 KZT" })]);
    expect(node).toMatchObject({ kind: "rate", id: "r", value: { exact: "14.28", unit: "KZT" } });
    expect(factsOf(node, "rate-target")).toEqual({
      ...{ target: "100", total: "99.96", distance: "0.04" },
    });
    expect(factsOf(node, "rate-tolerance")).toEqual({ tolerance: "1" });
    expect(node?.inputs.map(({ id }) => id)).toEqual(["target"]);
  });

  it("that is tied to another shows its factor and its rounding", () => {
    const total = "total(weight * r) + total(weight * s)";
    const node = rateNode([rate([R, TIED], total)], "s");
    // 100 ÷ (7 + 7 ÷ 3) = 10.714…: the lever is 10.71, a third of it 3.57.
    expect(node).toMatchObject({ value: { exact: "3.57" } });
    expect(factsOf(node, "rate-lever")).toEqual({ lever: "10.71", places: "2" });
    expect(node?.inputs.map(({ id }) => id)).toEqual(["target", "factor"]);
  });

  it("on which its own total stands is only named inside it", () => {
    const node = rateNode([rate([R], "total(weight) * r")]);
    expect(node?.value).toMatchObject({ exact: "14.28" });
  });
});
