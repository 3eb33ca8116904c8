import { expect, it } from "vitest";
import { lastYearOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { estimate, lastYear, organisation, snapshot } from "../../support/school-register.ts";

const YEAR = { budgetYear: 2026 };

it("is the lines of the year before and the citywide estimates of that year", () => {
  const register = snapshot({
    lastYear: [
      lastYear("a", "100.5", { childMonths: 24 }),
      lastYear("a", "7", { method: "estimate" }),
    ],
    estimates: [
      estimate({ tenge: "30", budgetYear: 2025 }),
      estimate({ tenge: "12", budgetYear: 2025, lineId: "E-2" }),
      estimate({ tenge: "1000", budgetYear: 2026 }),
    ],
  });
  const side = getValue(lastYearOf(register, YEAR));
  expect(side.lines.map(({ organisationId, amount }) => [organisationId, amount])).toEqual([
    ["a", 10_050n],
    ["a", 700n],
    ["", 4_200n],
  ]);
  expect(side).toMatchObject({ budgetYear: 2025, total: 14_950n });
  expect(side.lines[0]?.childMonths).toEqual({ numerator: 24n, denominator: 1n });
});

it("takes the line, not the estimate, where both stand for one", () => {
  const own = { tier: "secondary", organisationId: "a", budgetYear: 2025 };
  const register = snapshot({
    lastYear: [lastYear("a", "7", { method: "estimate" })],
    estimates: [
      estimate({ tenge: "8", ...own }),
      estimate({ tenge: "5", ...own, organisationId: "b", lineId: "E-2" }),
    ],
    organisations: [organisation(), organisation({ id: "b" })],
  });
  expect(getValue(lastYearOf(register, YEAR)).total).toBe(1_200n);
});

it("is refused where nothing of the year before is known", () => {
  const result = lastYearOf(snapshot({ estimates: [estimate({ tenge: "5" })] }), YEAR);
  expect(result).toMatchObject({
    issues: [{ code: "last-year-missing", facts: { year: "2025" } }],
  });
});
