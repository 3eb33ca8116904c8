import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainLine } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { planOfAmount } from "../../support/school-methodology.ts";
import {
  childrenAllYear,
  FORMULA_LINE,
  FOUR_CELLS,
  organisation,
  run,
  tengeOf,
} from "../../support/school-register.ts";
import { everyNode, filledText, nodesNamed, outline } from "../../support/trace-nodes.ts";

describe("the trace of an expression", () => {
  it("shows a sum as its cells, in the order in which people list the codes", () => {
    const trace = traceOf("sum(over count, level: rate * pupils[count, level])");
    const [sum] = nodesNamed(trace, "sum");
    const cells = (sum?.inputs ?? []).map((cell) => [
      cell.key.map(({ code }) => code).join(" "),
      filledText(cell),
    ]);
    expect(cells).toEqual([
      ["january primary", "1000 * 10"],
      ["january basic", "1000 * 20"],
      ["september primary", "1000 * 30"],
      ["september basic", "1000 * 40"],
    ]);
    expect(sum).toMatchObject({
      value: { kind: "number", exact: "100000", unit: "KZT" },
      expression: "sum(over count, level: rate * pupils[count, level])",
    });
  });

  it("shows a count of cells as ones and zeros", () => {
    const trace = traceOf(
      "rate * 1 pupil * count_if(over count, level: pupils[count, level] > 15 pupil)",
    );
    const [count] = nodesNamed(trace, "count-if");
    expect(count?.value).toEqual({ kind: "number", exact: "3", unit: "1" });
    expect(count?.inputs.map(({ value }) => value.kind === "number" && value.exact)).toEqual([
      ...["0", "1", "1", "1"],
    ]);
  });

  it("shows a rounding with the value before it", () => {
    const trace = traceOf("round(rate * pupils['january', 'primary'] / 3, 1, down)");
    expect(nodesNamed(trace, "round")[0]).toMatchObject({
      ...{ kind: "rounding", value: { kind: "number", exact: "3333.3", unit: "KZT" } },
      rounding: {
        before: { kind: "number", exact: "10000/3", unit: "KZT" },
        ...{ places: 1, mode: "down" },
      },
    });
    expect(filledText(trace)).toBe("round(1000 * 10 / 3, 1, down)");
  });

  it("puts the branch that was taken in place of the choice, and notes what decided", () => {
    const trace = traceOf("if(ownership = 'state', rate, 2 * rate) * pupils['january', 'primary']");
    expect(outline(trace)).toEqual([
      `line ${FORMULA_LINE} = 10000.00`,
      "  attribute ownership = state",
      "  parameter rate = 1000",
      "  fact pupils = 10",
    ]);
    expect(filledText(trace)).toBe("1000 * 10");
  });

  it("names the case that applied, after what decided it", () => {
    const trace = traceOf(
      [
        "case \"small\" when pupils['january', 'primary'] < 5 pupil: rate * 1 pupil",
        "case \"fair\" when pupils['january', 'primary'] < 50 pupil: rate * 2 pupil",
        'otherwise "large": rate * 3 pupil',
      ].join(" "),
    );
    expect(outline(trace)).toEqual([
      `line ${FORMULA_LINE} = 2000.00`,
      "  fact pupils = 10",
      "  fact pupils = 10",
      "  case fair = 2000",
      "    parameter rate = 1000",
    ]);
    expect(filledText(trace)).toBe("2000");
  });

  it("notes what decided a cell beside what the cell was made of", () => {
    const body = "if(ownership = 'state' and open['03'], rate * pupils[count, 'basic'], 0)";
    const [sum] = nodesNamed(traceOf(`sum(over count: ${body})`), "sum");
    const [cell] = sum?.inputs ?? [];
    expect(cell === undefined ? "" : filledText(cell)).toBe("1000 * 20");
    expect(cell?.inputs.map(({ kind }) => kind)).toEqual([
      ...["attribute", "calendar", "parameter", "fact"],
    ]);
  });

  it("shows a sum without cells as a sum of nothing", () => {
    const trace = traceOf(
      "rate * (pupils['january', 'basic'] + sum(over month: children[month, 'basic']))",
      [...FOUR_CELLS, ...childrenAllYear("b", 1)],
    );
    expect(nodesNamed(trace, "sum")).toMatchObject([{ value: { exact: "0" }, inputs: [] }]);
  });

  it("shows the months that a day is ago", () => {
    const trace = traceOf(
      "months_since('2025-10-05') * 1 KZT/month + rate * pupils['january', 'primary']",
    );
    expect(trace.withValues?.text).toMatch(/^⟦0⟧ \* 1 KZT\/month/);
    expect(trace.withValues?.values[0]).toEqual({ kind: "number", exact: "3", unit: "month" });
  });

  it("stops asking where the answer is known", () => {
    const trace = traceOf(
      "if(false and 1 / 0 > 1 or true, rate, 1 KZT/pupil / 0) * pupils['january', 'primary']",
    );
    expect(outline(trace)).toHaveLength(3);
  });
});

describe("laws", () => {
  const leaf = fc.oneof(
    fc.constantFrom(
      ...["rate * 1 pupil", "capacity * 1 KZT/pupil", "rate * pupils['january', 'basic']"],
      ...[
        "sum(over count, level: rate * pupils[count, level])",
        "months_since(founded_on) * 1 KZT/month",
      ],
      "sum(over month: if(open[month], rate * month_number[month] / 1 month, 0)) * 1 pupil",
    ),
    fc
      .integer({ min: -99_999, max: 99_999 })
      .map((tenge) => `(0 - ${-tenge} KZT)`.replace("- -", "+ ")),
  );
  const { amount } = fc.letrec<{ amount: string; condition: string }>((tie) => ({
    condition: fc.oneof(
      fc.constantFrom("ownership = 'state'", "open['03']", "founded_on > '2026-01-01'", "true"),
      fc
        .tuple(tie("amount"), fc.constantFrom("<", "<=", "=", "<>", ">", ">="), tie("amount"))
        .map(([left, operator, right]) => `${left} ${operator} ${right}`),
      tie("condition").map((each) => `not (${each})`),
    ),
    amount: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leaf,
      fc
        .tuple(tie("amount"), fc.constantFrom("+", "-"), tie("amount"))
        .map((parts) => `(${parts.join(" ")})`),
      fc
        .tuple(tie("amount"), fc.integer({ min: 1, max: 13 }))
        .map(([part, by]) => `${part} / ${by}`),
      fc
        .tuple(tie("amount"), fc.integer({ min: 0, max: 9 }))
        .map(([part, by]) => `${by} * ${part}`),
      fc
        .tuple(tie("condition"), tie("amount"), tie("amount"))
        .map((parts) => `if(${parts.join(", ")})`),
      fc
        .tuple(tie("condition"), tie("amount"), tie("amount"))
        .map(
          ([when, then, otherwise]) =>
            `(case "x" when ${when}: ${then} otherwise "y": ${otherwise})`,
        ),
      fc
        .tuple(fc.constantFrom("min", "max"), tie("amount"), tie("amount"))
        .map(([name, ...parts]) => `${name}(${parts.join(", ")})`),
      fc
        .tuple(tie("amount"), tie("amount"), tie("amount"))
        .map((parts) => `clamp(${parts.join(", ")})`),
      fc
        .tuple(fc.constantFrom("floor", "ceil", "abs", "-"), tie("amount"))
        .map(([name, part]) => `${name}(${part})`),
      fc
        .tuple(
          ...([tie("amount"), fc.integer({ min: -2, max: 3 })] as const),
          fc.constantFrom("half-up", "half-even", "down", "up"),
        )
        .map((parts) => `round(${parts.join(", ")})`),
    ),
  }));

  it("the explanation of any expression comes to the calculated tiyn", () => {
    const attributes = { capacity: "260.5", founded_on: "2025-11-20" };
    const organisations = [organisation({ attributes, opened: "2026-02-02" })];
    fc.assert(
      fc.property(amount, (expression) => {
        const tenge = tengeOf(expression, {}, { organisations, headcounts: FOUR_CELLS });
        expect(tenge).toMatch(/^-?\d+\.\d{2}$/);
      }),
      { numRuns: 300 },
    );
  });
});

function traceOf(amount: string, headcounts = FOUR_CELLS) {
  const organisations = [organisation(), organisation({ id: "b" })];
  const done = run(planOfAmount(amount), { organisations, headcounts });
  const trace = getValue(explainLine(done, "a", FORMULA_LINE));
  for (const { value } of everyNode(trace)) {
    if (value.kind === "number") expect(value.exact).toMatch(/^-?\d+(?:\.\d+|\/\d+)?$/);
  }
  return trace;
}
