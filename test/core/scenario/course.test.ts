import { describe, expect, it } from "vitest";
import { calculate } from "../../../packages/core/src/index.ts";
import { type Course, courseOf } from "../../../packages/core/src/scenario/course.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  label,
  line,
  parameter,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, snapshot } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

const PEOPLE = "sum(over count, level: pupils[count, level])";

/** What is left to successors goes by people, whom the text may count by a rate. */
const BEFORE = {
  ...{ fact: "before", label: label("before"), unit: "KZT", source: "last-year", of: "amount" },
  inherited: "sum(over level: pupils['january', level])",
};

type Others = { readonly when?: string; readonly stages?: readonly Record<string, unknown>[] };

const DEPTH = {
  ...{ attribute: "depth", label: label("depth"), column: "depth" },
  ...{ type: "number", unit: "1", optional: true },
};

function planOf(amount: string, raised = "2", { when = "true", stages = [] }: Others = {}) {
  return schoolPlan({
    parameters: [
      { ...parameter("rate", "KZT/pupil", [valued(raised)]), minimum: "0" },
      { ...parameter("extra", "KZT", [valued("5")]), minimum: "0" },
      parameter("debt", "1", [valued("-3")]),
      { ...parameter("loss", "1", [valued("-3")]), minimum: "-9" },
    ],
    more: [{ attributes: [DEPTH], facts: [BEFORE], stages }],
    formulas: [formula("by_rate", "KZT", `rate * ${PEOPLE}`)],
    lines: [line("amount", amount, { when })],
  });
}

const COURSES: readonly (readonly [expression: string, course: Course])[] = [
  ["by_rate", "rises"],
  ["by_rate + extra", "rises"],
  ["extra", "constant"],
  ["extra - by_rate", "falls"],
  ["-by_rate", "falls"],
  ["by_rate - by_rate", "unknown"],
  ["round(by_rate / 12, 0)", "rises"],
  ["max(extra, by_rate)", "rises"],
  ["clamp(by_rate, extra, 100 KZT)", "rises"],
  ["min(extra, -by_rate)", "falls"],
  ["by_rate * 2 * capacity / 1 pupil", "rises"],
  ["debt * by_rate", "unknown"],
  ["loss * by_rate", "unknown"],
  ["by_rate / debt", "unknown"],
  ["by_rate * rate * 1 pupil/KZT", "rises"],
  ["extra * extra / by_rate", "unknown"],
  ["abs(by_rate - extra)", "unknown"],
  ["if(capacity > 5 pupil, by_rate, extra)", "rises"],
  ["if(by_rate > extra, by_rate, extra)", "unknown"],
  ["case 'a' when ownership = 'state': by_rate otherwise 'b': 0 KZT", "rises"],
  ["case 'a' when by_rate > extra: extra otherwise 'b': 0 KZT", "unknown"],
  ["total(by_rate) / 3", "rises"],
  ["count(by_rate > extra) * 1 KZT", "unknown"],
  ["count(capacity > 5 pupil) * by_rate", "rises"],
  ["count_if(over level: rate > 1 KZT/pupil) * 1 KZT", "unknown"],
  ["if(not (by_rate > extra), by_rate, extra)", "unknown"],
  ["if(not (capacity > 5 pupil), by_rate, extra)", "rises"],
  ["by_rate * -2", "falls"],
  ["-2 * by_rate", "falls"],
  ["by_rate / -2", "falls"],
  ["-by_rate * 2", "falls"],
  ["2 * (extra - by_rate)", "falls"],
  ["(extra - by_rate) * 2", "falls"],
  ["(extra + extra) * by_rate / 1 KZT", "rises"],
  ["by_rate * (extra - 3 KZT) / 1 KZT", "unknown"],
  ["by_rate * (extra - by_rate) / 1 KZT", "unknown"],
  ["(extra - by_rate) * by_rate / 1 KZT", "unknown"],
  ["by_rate * (by_rate - extra) / 1 KZT", "unknown"],
  ["(by_rate - extra) * by_rate / 1 KZT", "unknown"],
  ["(by_rate - extra) * (by_rate - extra) / 1 KZT", "unknown"],
  ["by_rate + before", "unknown"],
  ["by_rate * depth", "unknown"],
  ["extra * depth", "constant"],
  ["extra * debt", "constant"],
  ["abs(debt) * extra", "constant"],
  ["by_rate + sum(over month: month_number[month] * 1 KZT / 1 month)", "rises"],
];

describe("the course of what is paid as a rate rises", () => {
  it.each(COURSES)("of %s is: %s", (expression, course) => {
    expect(courseOf(planOf(expression), new Set(["rate"]))).toBe(course);
  });

  it.each(COURSES.filter(([, course]) => course !== "unknown"))(
    "of %s is what calculations give",
    (expression, course) => {
      const register = snapshot({
        organisations: [organisation({ attributes: { capacity: "7", depth: "-4" } })],
        headcounts: FOUR_CELLS,
      });
      const totals = ["0", "0.3", "1", "2", "7", "90"].map(
        (rate) => getValue(calculate(planOf(expression, rate), register)).totals.total,
      );
      const pairs = totals.slice(1).map((total, place) => total - (totals[place] ?? 0n));
      const holds = {
        rises: pairs.every((change) => change >= 0n),
        falls: pairs.every((change) => change <= 0n),
        constant: pairs.every((change) => change === 0n),
        unknown: true,
      };
      expect(holds[course]).toBe(true);
    },
  );

  it("is unknown where the rate decides who has a line", () => {
    const when = "rate > 1 KZT/pupil";
    expect(courseOf(planOf("extra", "2", { when }), new Set(["rate"]))).toBe("unknown");
    expect(
      courseOf(planOf("by_rate", "2", { when: "capacity > 5 pupil" }), new Set(["rate"])),
    ).toBe("rises");
  });

  it("is unknown where a stage compares lines", () => {
    const floors = stage("floors", 1, { kind: "floor", lines: ["amount"], bound: "9 KZT" });
    const plan = planOf("by_rate", "2", { stages: [floors] });
    expect(courseOf(plan, new Set(["rate"]))).toBe("unknown");
    expect(courseOf(plan, new Set())).toBe("unknown");
  });

  it("is that of all raised values together", () => {
    expect(courseOf(planOf("by_rate + extra"), new Set(["rate", "extra"]))).toBe("rises");
    expect(courseOf(planOf("by_rate - extra"), new Set(["rate", "extra"]))).toBe("unknown");
    expect(courseOf(planOf("by_rate - extra"), new Set())).toBe("constant");
  });
});
