import { expect, it } from "vitest";
import { linesCsv } from "../../../packages/api/src/files/lines-csv.ts";

it("lines as CSV have exactly the columns that were promised, in tenge", () => {
  const line = { tier: "secondary", budgetCode: "04.2.360.040" };
  const lines = [
    { ...line, organisationId: "", method: "estimate", amount: 550n },
    { ...line, organisationId: "600140375485", method: "formula", amount: 9_007_199_254_740_993n },
  ];
  expect(linesCsv(lines)).toBe(
    [
      "bin,tier,budget_code,method,amount",
      ",secondary,04.2.360.040,estimate,5.50",
      "600140375485,secondary,04.2.360.040,formula,90071992547409.93",
      "",
    ].join("\n"),
  );
});
