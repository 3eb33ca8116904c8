import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { explainedStage, GIFT } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { formula } from "../../support/school-methodology.ts";
import { stage, stagedRun } from "../../support/staged-city.ts";
import { nodesNamed } from "../../support/trace-nodes.ts";

const RAISED = stage("raised", 1, { kind: "floor", lines: ["base"], bound: "floor" });
const asking = (bound: string) => [
  RAISED,
  stage("gift_pool", 2, { kind: "pool", into: "gift", weight: "1", amount: "100 KZT" }),
  stage("asks", 3, { kind: "floor", lines: ["gift"], bound }),
];
const CITY = { a: { base: "50", floor: "80" }, b: { base: "90", floor: "80" } };

function resultOf(name: string, organisation = "a", index = "['base']") {
  const { told } = explainedStage(asking(`${name}${index} + 200 KZT`), CITY, organisation, GIFT);
  return told?.inputs[0]?.inputs[0];
}

describe("a result of a stage", () => {
  it.each([
    ["raised.before", "a", "50"],
    ["raised.after", "a", "80"],
    ["raised.change", "a", "30"],
    ["raised.change", "b", "0"],
  ])("%s of %s is %s, with the line up to the stage below it", (name, organisation, exact) => {
    const node = resultOf(name, organisation);
    expect(node).toMatchObject({ kind: "stage-result", id: name, value: { exact } });
    expect(node?.key).toEqual([{ dimension: "line", code: "base" }]);
    expect(node?.inputs.map(({ kind, id }) => [kind, id])).toEqual([
      ["stage", "raised"],
      ["line-amount", "base"],
    ]);
  });

  it("of a line that the stage has nothing to do with is zero", () => {
    const { told } = explainedStage(
      asking("sum(over line: raised.change[line]) + 200 KZT"),
      CITY,
      "a",
      GIFT,
    );
    const cells = told?.inputs[0]?.inputs[0]?.inputs ?? [];
    const results = cells.map(({ inputs }) => inputs[0]);
    expect(results.map((node) => node?.sentences.map(({ code }) => code))).toEqual([
      ...[[], ["stage-no-line"], ["stage-no-line"]],
    ]);
    expect(told?.inputs[0]?.value).toMatchObject({ exact: "230" });
  });

  it("of a pool tells how it was made", () => {
    const node = resultOf("gift_pool.pool", "a", "");
    expect(node).toMatchObject({ value: { exact: "100" }, sentences: [{ code: "pool-made" }] });
    expect(node?.inputs.map(({ id }) => id)).toEqual(["amount"]);
    expect(resultOf("gift_pool.left", "a", "")).toMatchObject({ value: { exact: "0" } });
  });
});

it("a line before stages stands in a formula with its own inputs", () => {
  const more = {
    formulas: [formula("all_lines", "KZT", "sum(over line: line_amount[line])")],
  };
  const bound = [stage("asks", 1, { kind: "floor", lines: ["base"], bound: "all_lines * 2" })];
  const done = stagedRun(bound, { a: { base: "50", extra: "7" } }, more);
  const trace = getValue(explainLine(done, "a", "secondary/04.2.360.040/formula"));
  expect(nodesNamed(trace, "all_lines")[0]?.value).toMatchObject({ exact: "57" });
  const extra = nodesNamed(trace, "extra").find(({ kind }) => kind === "line-amount");
  expect(extra?.value).toMatchObject({ exact: "7.00" });
});
