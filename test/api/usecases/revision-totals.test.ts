import { expect, it } from "vitest";
import { revisionTotals } from "../../../packages/api/src/usecases/revision-totals.ts";
import { tiyn } from "../../../packages/core/src/index.ts";

it("totals are exact text, members sorted by id", () => {
  const big = tiyn(9_007_199_254_740_993n);
  const none = new Map<string, typeof big>();
  const totals = revisionTotals({
    total: big,
    byTier: new Map([
      ["secondary", big],
      ["preschool", tiyn(0n)],
    ]),
    ...{ byDistrict: none, byBudgetCode: none, byMethod: none },
  });
  expect(totals.totalTiyn).toBe("9007199254740993");
  expect(totals.byTier).toEqual([
    { id: "preschool", amountTiyn: "0" },
    { id: "secondary", amountTiyn: "9007199254740993" },
  ]);
});
