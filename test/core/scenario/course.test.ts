import { describe, expect, it } from "vitest";
import { calculate } from "../../../packages/core/src/index.ts";
import { type Course, courseOf } from "../../../packages/core/src/scenario/course.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, parameter, schoolPlan, valued } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, snapshot } from "../../support/school-register.ts";

const PEOPLE = "sum(over count, level: pupils[count, level])";

function planOf(amount: string, raised = "2", of: { when?: string } = {}) {
  const { when = "true" } = of;
  return schoolPlan({
    parameters: [
      { ...parameter("rate", "KZT/pupil", [valued(raised)]), minimum: "0" },
      { ...parameter("extra", "KZT", [valued("5")]), minimum: "0" },
      parameter("debt", "1", [valued("-3")]),
    ],
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
];

describe("the course of what is paid as a rate rises", () => {
  it.each(COURSES)("of %s is: %s", (expression, course) => {
    expect(courseOf(planOf(expression), new Set(["rate"]))).toBe(course);
  });

  it.each(COURSES.filter(([, course]) => course !== "unknown"))(
    "of %s is what calculations give",
    (expression, course) => {
      const register = snapshot({
        organisations: [organisation({ attributes: { capacity: "7" } })],
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

  it("is that of all raised values together", () => {
    expect(courseOf(planOf("by_rate + extra"), new Set(["rate", "extra"]))).toBe("rises");
    expect(courseOf(planOf("by_rate - extra"), new Set(["rate", "extra"]))).toBe("unknown");
    expect(courseOf(planOf("by_rate - extra"), new Set())).toBe("constant");
  });
});
