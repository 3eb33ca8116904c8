import { expect, it } from "vitest";
import { linesCsv } from "../../../packages/api/src/files/lines-csv.ts";

const LINE = { tier: "secondary", budgetCode: "04.2.360.040", cases: [] };
const CITYWIDE = { ...LINE, organisationId: "", method: "estimate", amount: 550n };
const CASE = { formula: "amount", label: "=large" };

it("lines as CSV have exactly the columns that were promised, in tenge", () => {
  const large = { method: "formula", amount: 9_007_199_254_740_993n };
  expect(linesCsv([CITYWIDE, { ...LINE, organisationId: "600140375485", ...large }], "bin")).toBe(
    [
      "bin,tier,budget_code,method,amount",
      ",secondary,04.2.360.040,estimate,5.50",
      "600140375485,secondary,04.2.360.040,formula,90071992547409.93",
      "",
    ].join("\n"),
  );
});

it("which rule applied stands in a column of its own, where some line names it", () => {
  const school = { ...LINE, method: "formula", amount: 100n };
  const lines = [
    CITYWIDE,
    { ...school, organisationId: "s-1", cases: [CASE] },
    { ...school, organisationId: "s-2", cases: [{ formula: "b", label: "B" }, CASE] },
  ];
  expect(linesCsv(lines, "code").split("\n")).toEqual([
    "id,tier,budget_code,method,amount,case",
    ",secondary,04.2.360.040,estimate,5.50,",
    "s-1,secondary,04.2.360.040,formula,1.00,'=large",
    "s-2,secondary,04.2.360.040,formula,1.00,B; =large",
    "",
  ]);
});
