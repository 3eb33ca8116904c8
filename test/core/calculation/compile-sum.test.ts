import { describe, expect, it } from "vitest";
import { formula, planOfAmount } from "../../support/school-methodology.ts";
import {
  childrenAllYear,
  FORMULA_LINE,
  FOUR_CELLS,
  issuesOf,
  linesOf,
  organisation,
  places,
  pupils,
  run,
  tengeOf,
} from "../../support/school-register.ts";

describe("a sum", () => {
  it.each([
    [
      "adds the cells that the organisation has",
      "sum(over count, level: rate * pupils[count, level])",
      "100000.00",
    ],
    [
      "adds over one dimension with the other fixed",
      "sum(over level: rate * pupils['september', level])",
      "70000.00",
    ],
    ["runs over all codes where no count is read", "sum(over month: 1 KZT)", "12.00"],
    [
      "may stand inside a sum",
      "sum(over count: sum(over level: rate * pupils[count, level]))",
      "100000.00",
    ],
    [
      "may round each of its terms",
      "sum(over count, level: round(0.026 KZT/pupil * pupils[count, level], 0))",
      "3.00",
    ],
    [
      "may count the cells for which something holds",
      "count_if(over count, level: pupils[count, level] > 15 pupil) * 1 KZT",
      "3.00",
    ],
    [
      "may count none",
      "count_if(over count, level: pupils[count, level] > 99 pupil) * 1 KZT",
      "0.00",
    ],
  ])("%s", (_, expression, expected) => {
    expect(tengeOf(expression)).toBe(expected);
  });

  it("sees the dimensions around it through a formula", () => {
    const ofCount = formula("of_count", "KZT", "sum(over level: rate * pupils[count, level])", {
      grain: ["organisation", "count"],
    });
    expect(tengeOf("of_count['january']", { formulas: [ofCount] })).toBe("30000.00");
    expect(tengeOf("sum(over count: of_count[count])", { formulas: [ofCount] })).toBe("100000.00");
  });

  it("leaves out the cells of a branch that the organisation does not take", () => {
    const headcounts = [
      ...FOUR_CELLS,
      places("a", "2026-01-01", "primary", 7),
      places("a", "2026-09-05", "basic", 9),
    ];
    const expression =
      "sum(over count, level: rate * if(ownership = 'private', places[count, level], pupils[count, level]))";
    const cells =
      "count_if(over count, level: if(ownership = 'private', places[count, level], pupils[count, level]) >= 0 pupil)";
    const inPrivate = [organisation({ attributes: { ownership: "private" } })];
    expect(tengeOf(expression, {}, { headcounts })).toBe("100000.00");
    expect(tengeOf(expression, {}, { headcounts, organisations: inPrivate })).toBe("16000.00");
    expect(tengeOf(`${cells} * 1 KZT`, {}, { headcounts, organisations: inPrivate })).toBe("2.00");
  });

  it("has no cells when every fact in it stands behind a branch not taken", () => {
    const state = "if(ownership = 'private', rate * places[count, level], 1 KZT)";
    const cases = `(case "own" when ownership = 'private': rate * places[count, level] otherwise "none": 1 KZT)`;
    for (const body of [state, cases]) {
      expect(tengeOf(`7 KZT + sum(over count, level: ${body})`)).toBe("7.00");
    }
  });

  it("keeps the cells of a branch whose condition asks for an attribute that is empty", () => {
    const body = "if(capacity > 5 pupil, rate * pupils[count, level], 0)";
    const plan = planOfAmount(`sum(over count, level: if(ownership = 'state', ${body}, 0))`);
    expect(issuesOf(plan, { headcounts: FOUR_CELLS }).map(({ code }) => code)).toEqual([
      "attribute-missing",
    ]);
    const never = `if(ownership = 'private', ${body}, rate * pupils[count, level])`;
    expect(tengeOf(`sum(over count, level: ${never})`)).toBe("100000.00");
  });

  it("asks for months since a date in the month at hand, not in January", () => {
    const months = "months_since(founded_on) >= 0 month";
    const plan = planOfAmount(
      `sum(over month, level: if(${months}, rate * children[month, level], 0))`,
    );
    const organisations = [organisation({ attributes: { founded_on: "2026-03-10" } })];
    const headcounts = childrenAllYear("a", 1);
    expect(linesOf(run(plan, { organisations, headcounts }))).toEqual([
      `a ${FORMULA_LINE} 10000.00`,
    ]);
  });

  it("runs over the cells of every fact in it, each once", () => {
    const headcounts = [
      pupils("a", "2026-01-01", "primary", 1),
      places("a", "2026-01-01", "primary", 2),
      places("a", "2026-09-05", "basic", 4),
      pupils("a", "2026-09-05", "primary", 8),
    ];
    const expression =
      "sum(over count, level: 1 KZT + 1 KZT/pupil * (pupils[count, level] + places[count, level]))";
    expect(tengeOf(expression, {}, { headcounts })).toBe("18.00");
  });
});
