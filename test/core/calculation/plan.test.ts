import { describe, expect, it } from "vitest";
import {
  buildPlan,
  planWithLaw,
  planWithValue,
} from "../../../packages/core/src/calculation/plan.ts";
import { InvariantViolation } from "../../../packages/core/src/kernel/index.ts";
import { printExpression } from "../../../packages/core/src/methodology/index.ts";
import { asOf, calendarDate } from "../../../packages/core/src/time/index.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { faultText } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  line,
  parameter,
  parseSchool,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { stage, stagedMethodology } from "../../support/staged-city.ts";

const WORDINGS = [
  formula("f", "KZT", "1 KZT", { validFrom: "2020-01-01", validTo: "2026-01-01" }),
  formula("f", "KZT", "2 KZT", { validFrom: "2026-01-01", knownFrom: "2025-12-01" }),
  formula("f", "KZT", "3 KZT", { validFrom: "2026-01-01", knownFrom: "2026-07-16" }),
];
const LINES = [line("l", "f")];

function wordingOf(year: number, knownOn?: string): string {
  const methodology = getValue(parseSchool({ formulas: WORDINGS, lines: LINES }));
  const plan = buildPlan(
    methodology,
    asOf(year, knownOn === undefined ? undefined : calendarDate(knownOn)),
  );
  if (!plan.ok) return plan.issues.map(faultText).join();
  const { expression } = plan.value.formulas.get("f") ?? {};
  return expression === undefined ? "no wording" : printExpression(expression);
}

describe("the wording of the first day of the year, as known, is in the plan", () => {
  it.each([
    [2025, undefined, "1 KZT"],
    [2026, "2025-12-31", "2 KZT"],
    [2026, "2026-07-15", "2 KZT"],
    [2026, "2026-07-16", "3 KZT"],
    [2027, undefined, "3 KZT"],
    [2019, undefined, "year-unsupported  2019 2020 …"],
    [2026, "2025-11-30", "year-unsupported  2026 2020 …"],
  ])("%i as known on %s: %s", (year, knownOn, wording) => {
    expect(wordingOf(year, knownOn)).toBe(wording);
  });

  it("a formula that no line stands on may be without one", () => {
    const methodology = getValue(parseSchool({ formulas: WORDINGS, lines: [line("l", "0")] }));
    expect(buildPlan(methodology, asOf(2019)).ok).toBe(true);
  });
});

it("a plan knows whether organisations stand on each other", () => {
  const looksAcross = (amount: string): boolean =>
    schoolPlan({ lines: [line("l", amount)] }).looksAcross;
  expect(looksAcross("rate * pupils['january', 'basic']")).toBe(false);
  expect(looksAcross("total(rate * pupils['january', 'basic'] by district)")).toBe(true);
});

it("a plan knows the first and last days of the year's months", () => {
  const plan = schoolPlan();
  expect(plan.yearStart).toBe("2026-01-01");
  expect(plan.monthStarts.get("02")).toBe("2026-02-01");
  expect(plan.monthEnds.get("02")).toBe("2026-02-28");
  expect(plan.monthStarts.size).toBe(12);
});

it("a plan reads values as known, the same answer for the same question", () => {
  const values = [valued("1"), valued("2", { knownFrom: "2026-07-16" })];
  const change = { parameters: [parameter("rate", "KZT/pupil", values)] };
  const day = calendarDate("2026-01-01");
  const digitsOf = (knownOn: string) => {
    const plan = schoolPlan(change, knownOn);
    const found = plan.lookUp("rate", [], day);
    expect(plan.lookUp("rate", [], day)).toBe(found);
    return found.kind === "found" ? found.value.digits : found.kind;
  };
  expect(digitsOf("2026-06-30")).toBe("1");
  expect(digitsOf("2026-12-31")).toBe("2");
  expect(digitsOf("2025-11-30")).toBe("missing");
});

it("members of a dimension come in the order of its list", () => {
  expect(schoolPlan().membersOf("count")).toEqual(["january", "september"]);
  expect(schoolPlan().membersOf("nothing")).toEqual([]);
});

describe("a plan with another value", () => {
  const values = [valued("1", { validTo: "2026-07-01" }), valued("2", { validFrom: "2026-07-01" })];
  const plan = schoolPlan({
    parameters: [parameter("rate", "KZT/pupil", values), parameter("other", "1", [valued("7")])],
    lines: [line("l", "0")],
  });
  const digitsOf = (from: typeof plan, id: string, day: string) => {
    const found = from.lookUp(id, [], calendarDate(day));
    return found.kind === "found" ? `${found.value.digits} ${found.value.value.numerator}` : "";
  };

  it("has it on its days, and every other as it was", () => {
    const changed = planWithValue(plan, "rate", 1, "2.50");
    expect(digitsOf(changed, "rate", "2026-07-01")).toBe("2.50 25");
    expect(digitsOf(changed, "rate", "2026-06-30")).toBe("1 1");
    expect(digitsOf(changed, "other", "2026-07-01")).toBe("7 7");
    expect(changed.methodology.parameters.get("rate")?.values[1]?.digits).toBe("2.50");
    expect(changed.methodology.parameters.get("other")).toBe(
      plan.methodology.parameters.get("other"),
    );
    expect([changed.formulas, changed.lines]).toEqual([plan.formulas, plan.lines]);
  });

  it("leaves the plan before it as it was", () => {
    planWithValue(plan, "rate", 0, "9");
    expect(digitsOf(plan, "rate", "2026-01-01")).toBe("1 1");
    const twice = planWithValue(planWithValue(plan, "rate", 0, "8"), "rate", 1, "9");
    expect(digitsOf(twice, "rate", "2026-01-01")).toBe("8 8");
    expect(digitsOf(twice, "rate", "2026-12-01")).toBe("9 9");
  });

  it.each([
    ["nothing", 0, "1"],
    ["rate", 2, "1"],
    ["rate", 0, "one"],
  ])("of %s at %i as %s is a bug of the caller", (id, place, digits) => {
    expect(() => planWithValue(plan, id, place, digits)).toThrow(InvariantViolation);
  });
});

describe("a plan with other parts of the law", () => {
  const plan = schoolPlan({
    parameters: [
      parameter("rate", "1", [valued("1"), valued("2", { key: { level: "basic" } })], "level"),
      parameter("other", "1", [valued("7")]),
    ],
    formulas: [formula("one", "1", "other")],
    lines: [line("l", "one * 1 KZT")],
  });
  const digitsOf = (from: typeof plan, id: string, ...key: readonly string[]) => {
    const found = from.lookUp(id, key, calendarDate("2026-01-01"));
    return found.kind === "found" ? found.value.digits : found.kind;
  };

  it("has these, and all else as it was", () => {
    const parameters = new Map(plan.methodology.parameters);
    const rate = parameters.get("rate");
    if (rate === undefined) throw new Error("the rate is there");
    parameters.set("rate", { ...rate, values: rate.values.slice(1) });
    const changed = planWithLaw(plan, { parameters });
    expect([digitsOf(plan, "rate", "primary"), digitsOf(plan, "rate", "basic")]).toEqual([
      "1",
      "2",
    ]);
    expect(digitsOf(changed, "rate", "primary")).toBe("missing");
    expect(digitsOf(changed, "rate", "basic")).toBe("2");
    expect(digitsOf(changed, "other")).toBe("7");
    expect(changed.parameterFinders.get("other")).toBe(plan.parameterFinders.get("other"));
    expect(changed.methodology.parameters).toBe(parameters);
    expect(changed.formulas).toBe(plan.formulas);
    expect(changed.knownUses).toBe(plan.knownUses);
  });

  it("keeps the stages of other years, whose results may be named in this one", () => {
    const stages = [
      stage("floors", 1, { lines: ["base"], bound: "5 KZT", kind: "floor", validTo: "2026-01-01" }),
    ];
    const staged = buildPlanOf(getValue(stagedMethodology(stages)), 2026, "2026-12-31");
    expect([staged.stages.length, staged.methodology.stages.length]).toEqual([0, 1]);
    const { parameters } = staged.methodology;
    expect(planWithLaw(staged, { parameters }).methodology.stages).toHaveLength(1);
    expect(planWithLaw(staged, { stages: [] }).methodology.stages).toHaveLength(0);
  });

  it("forgets what stood on texts that are others now", () => {
    const lines = schoolPlan({
      parameters: [parameter("other", "1", [valued("7")])],
      lines: [line("m", "total(other) * 1 KZT")],
    }).lines;
    const changed = planWithLaw(plan, { lines });
    expect([plan.looksAcross, changed.looksAcross]).toEqual([false, true]);
    expect(changed.knownUses).not.toBe(plan.knownUses);
    expect(changed.methodology.lines).toBe(lines);
    expect(changed.lookUp).not.toBe(plan.lookUp);
    expect(digitsOf(changed, "other")).toBe("7");
  });
});
