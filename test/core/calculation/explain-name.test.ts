import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  parameter,
  planOfAmount,
  type SchoolChange,
  valued,
} from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, organisation, run } from "../../support/school-register.ts";
import { filledText, nodesNamed, outline } from "../../support/trace-nodes.ts";

describe("a name becomes a node", () => {
  it("a count with its period, its codes and its row", () => {
    const [node] = nodesNamed(traceOf("rate * pupils['january', 'basic']"), "pupils");
    expect(node).toMatchObject({
      ...{ kind: "fact", value: { kind: "number", exact: "20", unit: "pupil" } },
      key: [
        { dimension: "count", code: "january" },
        { dimension: "level", code: "basic" },
      ],
      counted: { file: "headcounts.csv", row: 2 },
    });
  });

  it("a count that is absent, as zero without a row", () => {
    const cells = FOUR_CELLS.filter((cell) => cell.level_or_group === "primary");
    const expression = "rate * (pupils['january', 'primary'] + pupils['january', 'basic'])";
    const nodes = nodesNamed(traceOf(expression, {}, cells), "pupils");
    expect(nodes.map(({ value, counted }) => [value, counted?.row])).toEqual([
      [{ kind: "number", exact: "10", unit: "pupil" }, 2],
      [{ kind: "number", exact: "0", unit: "pupil" }, undefined],
    ]);
  });

  it("a parameter with its digits as written, its ground and its days", () => {
    const rate = parameter("rate", "KZT/pupil", [
      valued("1000.00", { status: "secondary", source: "press" }),
    ]);
    const trace = traceOf("rate * pupils['january', 'basic']", { parameters: [rate] });
    expect(nodesNamed(trace, "rate")[0]).toMatchObject({
      value: { kind: "number", exact: "1000.00", unit: "KZT/pupil" },
      ground: {
        ...{ status: "secondary", source: "press", replaced: undefined },
        ...{ validFrom: "2026-01-01", validUntil: "2026-12-31", knownFrom: "2025-12-01" },
      },
    });
  });

  it("an attribute with the row of the organisation", () => {
    const condition = "ownership = 'state' and capacity > 1 pupil and founded_on < '2020-01-01'";
    const trace = traceOf(`if(${condition}, rate, rate) * pupils['january', 'basic']`);
    expect(outline(trace).filter((each) => each.includes("attribute"))).toEqual([
      "  attribute ownership = state",
      "  attribute capacity = 260",
      "  attribute founded_on = 2018-11-01",
    ]);
    expect(nodesNamed(trace, "capacity")[0]?.counted).toEqual({
      file: "organisations.csv",
      row: 2,
    });
  });

  it("a month as open or not, and as a number", () => {
    const trace = traceOf(
      "if(open['03'], month_number['03'] * rate / 1 month, 0) * pupils['january', 'basic']",
    );
    expect(outline(trace).filter((each) => each.includes("calendar"))).toEqual([
      "  calendar open = true",
      "  calendar month_number = 3",
    ]);
  });

  it("a formula with its text, its values and its inputs", () => {
    const norm = formula("norm", "KZT/pupil", "round(rate * 1.0855, 0)", {
      ...{ grain: ["level"], status: "secondary", source: "press" },
    });
    const trace = traceOf("norm['basic'] * pupils['january', 'basic']", { formulas: [norm] });
    const [node] = nodesNamed(trace, "norm");
    expect(node).toMatchObject({
      ...{ kind: "formula", expression: "round(rate * 1.0855, 0)", status: "assumed" },
      ...{ key: [{ dimension: "level", code: "basic" }], ground: { source: "press" } },
    });
    expect(node === undefined ? "" : filledText(node)).toBe("round(1000 * 1.0855, 0)");
  });

  it("the same formula at the same codes as the same node", () => {
    const norm = formula("norm", "KZT/pupil", "rate * 2", { grain: ["level"] });
    const cells = "sum(over count: norm['basic'] * pupils[count, 'basic'])";
    const trace = traceOf(`${cells} + norm['primary'] * pupils['january', 'primary']`, {
      formulas: [norm],
    });
    const [first, second, other] = nodesNamed(trace, "norm");
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect(other?.key).toEqual([{ dimension: "level", code: "primary" }]);
  });

  it("a condition of its own as true or not", () => {
    const isLarge = formula("is_large", "boolean", "pupils['january', 'basic'] > 5 pupil");
    const trace = traceOf("if(is_large, rate, 0) * 1 pupil", { formulas: [isLarge] });
    expect(nodesNamed(trace, "is_large")[0]?.value).toEqual({ kind: "truth", isTrue: true });
  });
});

describe("a value that replaced another", () => {
  const rate = parameter("rate", "KZT/pupil", [
    valued("900", { knownFrom: "2025-06-01" }),
    valued("1000"),
    valued("1100", { knownFrom: "2026-07-16" }),
    valued("7", { validFrom: "2025-01-01", validTo: "2026-01-01", knownFrom: "2025-12-20" }),
  ]);
  const replacedOn = (knownOn: string) => {
    const plan = planOfAmount("rate * pupils['january', 'basic']", { parameters: [rate] }, knownOn);
    const trace = getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE));
    return nodesNamed(trace, "rate")[0]?.ground?.replaced;
  };

  it.each([
    ["2025-11-30", undefined],
    ["2026-07-15", { digits: "900", knownFrom: "2025-06-01" }],
    ["2026-07-16", { digits: "1000", knownFrom: "2025-12-01" }],
  ])("names the one that held before it: as known on %s", (knownOn, expected) => {
    expect(replacedOn(knownOn)).toEqual(expected);
  });
});

function traceOf(amount: string, change: SchoolChange = {}, headcounts = FOUR_CELLS) {
  const attributes = { capacity: "260", founded_on: "2018-11-01" };
  const register = { headcounts, organisations: [organisation({ attributes })] };
  return getValue(explainLine(run(planOfAmount(amount, change), register), "a", FORMULA_LINE));
}
