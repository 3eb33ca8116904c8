import { describe, expect, it } from "vitest";
import { isApportioned } from "../../../packages/core/src/calculation/explain-stage-part.ts";
import { explainLine } from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { explainedStage } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, organisation, run } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

describe("a part of a sum is apportioned when it is the exact part to a unit", () => {
  it.each<[bigint, bigint, boolean]>([
    [33n, 100n, true],
    [34n, 100n, true],
    [35n, 100n, false],
    [32n, 100n, false],
    [33n, 99n, true],
    [34n, 99n, false],
    [-34n, -100n, true],
    [-35n, -100n, false],
  ])("%s of a third of %s: %s", (units, total, expected) => {
    expect(isApportioned(units, ratioOf(total, 3n))).toBe(expected);
  });
});

it("a piece of a stage shows what it was made of", () => {
  const stages = [
    stage("raised", 1, { kind: "floor", lines: ["base"], bound: "line_amount[line] * 1.5" }),
  ];
  const { told } = explainedStage(stages, { a: { base: "50" } });
  const [part] = told?.inputs ?? [];
  expect(part).toMatchObject({
    ...{ kind: "part", id: "bound", expression: "line_amount[line] * 1.5" },
    value: { kind: "number", exact: "75", unit: "KZT" },
  });
  expect(part?.inputs.map(({ kind, id }) => [kind, id])).toEqual([["line-amount", "base"]]);
});

it("a bound that stands on a count which the organisation has not is no bound", () => {
  const bound = "sum(over count, level: rate * pupils[count, level])";
  const stages = [stage("raised", 1, { kind: "floor", lines: ["paid"], bound })];
  const paid = line("paid", "5 KZT", { exists: "when" });
  const done = run(schoolPlan({ lines: [paid], more: [{ stages }] }), {
    organisations: ["a", "b"].map((id) => organisation({ id })),
    headcounts: FOUR_CELLS,
  });
  const saidOf = (id: string) =>
    getValue(explainLine(done, id, FORMULA_LINE)).inputs[0]?.sentences.map(({ code }) => code);
  expect(saidOf("a")).toEqual(["floor-raised"]);
  expect(saidOf("b")).toEqual(["stage-no-baseline"]);
});
