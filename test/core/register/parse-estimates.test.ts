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

describe("an estimate", () => {
  it("is an amount of a budget year, citywide without a БИН", () => {
    expect(snapshotOf(parse({ amount: "1 100,5" })).estimates).toEqual([
      {
        lineId: "EST-1",
        budgetYear: 2026,
        organisationId: "",
        tier: "overhead",
        budgetCode: "04.2.360.003",
        nameRu: "Содержание",
        amount: 110_050n,
        status: "assumed",
        note: "",
        source: { file: "estimates.csv", row: 2 },
      },
    ]);
  });

  it.each([
    [{ line_id: "" }, "value-missing 2 line_id"],
    [{ fiscal_year: "26" }, "number-out-of-range 2 fiscal_year"],
    [{ fiscal_year: "2200" }, "number-out-of-range 2 fiscal_year"],
    [{ fiscal_year: "год" }, "number-malformed 2 fiscal_year"],
    [{ fiscal_year: "-2026" }, "number-negative 2 fiscal_year"],
    [{ bin: STRANGER }, "organisation-unknown 2 bin"],
    [{ bin: "123" }, "bin-malformed 2 bin"],
    [{ tier: "высшее" }, "code-unknown 2 tier"],
    [{ budget_code: "04.2.360" }, "budget-code-malformed 2 budget_code"],
    [{ budget_code: "04.2.360.999" }, "code-unknown 2 budget_code"],
    [{ amount: "1.234" }, "amount-fraction 2 amount"],
    [{ amount: "-0.01" }, "number-negative 2 amount"],
    [{ status: "точно" }, "code-unknown 2 status"],
  ])("with %j is refused", (change: RowChange, expected) => {
    expect(faultsOf(parse(change))).toEqual([expected]);
  });

  it("may have its year grouped like other numbers", () => {
    expect(snapshotOf(parse({ fiscal_year: "2\u00A0026" })).estimates[0]?.budgetYear).toBe(2026);
  });

  it("may not repeat a line, and is told so beside its other faults", () => {
    expect(faultsOf(parse({}, { amount: "x", bin: STRANGER }))).toEqual([
      "number-malformed 3 amount",
      "estimate-duplicate 3 line_id",
      "organisation-unknown 3 bin",
    ]);
  });

  it("stands sorted by line", () => {
    const { estimates } = snapshotOf(parse({ line_id: "B" }, { line_id: "A", bin: SCHOOL }));
    expect(estimates.map(({ lineId }) => lineId)).toEqual(["A", "B"]);
  });
});

function parse(...rows: readonly RowChange[]) {
  const estimates = rawTable("estimates.csv", ...rows);
  return parseRegister(registerTables({ estimates }), registerRules());
}
