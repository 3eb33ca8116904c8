import { describe, expect, it } from "vitest";
import { parseRegister } from "../../../packages/core/src/index.ts";
import {
  faultsOf,
  type RowChange,
  rawTable,
  registerTables,
  snapshotOf,
} from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { SCHOOL, STRANGER } from "../../support/small-register.ts";

describe("a line of last year", () => {
  it("is an amount by organisation, tier, budget code and method", () => {
    expect(snapshotOf(parse({})).lastYear).toEqual([
      {
        organisationId: SCHOOL,
        tier: "secondary",
        budgetCode: "04.2.360.040",
        method: "formula",
        childMonths: 1400,
        amount: 100_000n,
        source: { file: "last_year.csv", row: 2 },
      },
    ]);
  });

  it("may be without child-months", () => {
    const { lastYear } = snapshotOf(parse({ method: "estimate", child_months: "" }));
    expect(lastYear).toMatchObject([{ method: "estimate", childMonths: undefined }]);
  });

  it.each([
    [{ bin: "" }, "value-missing 2 bin"],
    [{ bin: STRANGER }, "organisation-unknown 2 bin"],
    [{ tier: "высшее" }, "code-unknown 2 tier"],
    [{ budget_code: "x" }, "budget-code-malformed 2 budget_code"],
    [{ method: "смета" }, "code-unknown 2 method"],
    [{ child_months: "12.5" }, "number-fractional 2 child_months"],
    [{ amount: "" }, "value-missing 2 amount"],
    [{ amount: "-1000" }, "number-negative 2 amount"],
    [{ child_months: "12345678901" }, "number-out-of-range 2 child_months"],
  ])("with %j is refused", (change: RowChange, expected) => {
    expect(faultsOf(parse(change))).toEqual([expected]);
  });

  it("may not repeat its key, even when its amount is at fault", () => {
    expect(faultsOf(parse({}, { amount: "x" }))).toEqual([
      "number-malformed 3 amount",
      "last-year-duplicate 3",
    ]);
  });

  it("stands sorted by its key", () => {
    const rows = [{}, { method: "estimate" }, { budget_code: "04.2.360.003" }];
    const { lastYear } = snapshotOf(parse(...rows));
    expect(lastYear.map(({ budgetCode, method }) => [budgetCode, method])).toEqual([
      ["04.2.360.003", "formula"],
      ["04.2.360.040", "estimate"],
      ["04.2.360.040", "formula"],
    ]);
  });
});

function parse(...rows: readonly RowChange[]) {
  const lastYear = rawTable("last_year.csv", ...rows);
  return parseRegister(registerTables({ lastYear }), registerRules());
}
