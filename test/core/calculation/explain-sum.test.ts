import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { planOfAmount } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, run } from "../../support/school-register.ts";
import { everyNode, filledText } from "../../support/trace-nodes.ts";

function sumIn(amount: string) {
  const done = run(planOfAmount(amount), { headcounts: FOUR_CELLS.toReversed() });
  return everyNode(getValue(explainLine(done, "a", FORMULA_LINE))).find(
    ({ kind }) => kind === "sum",
  );
}

describe("a sum over cells", () => {
  it("has each cell in the order of the lists, whatever that of the rows", () => {
    const node = sumIn("sum(over count, level: rate * pupils[count, level])");
    expect(node?.inputs.map(({ key }) => key.map(({ code }) => code).join(" "))).toEqual([
      ...["january primary", "january basic", "september primary", "september basic"],
    ]);
    expect(node?.inputs.map(filledText)).toEqual(
      [10, 20, 30, 40].map((count) => `1000 * ${count}`),
    );
  });

  it("counts the cells that hold", () => {
    const node = sumIn("1 KZT * count_if(over count, level: pupils[count, level] > 15 pupil)");
    expect(node).toMatchObject({ id: "count-if", value: { exact: "3", unit: "1" } });
    expect(node?.inputs.map(({ value }) => value)).toMatchObject([
      ...[{ exact: "0" }, { exact: "1" }, { exact: "1" }, { exact: "1" }],
    ]);
  });
});
