import { expect, it } from "vitest";
import { BY, comparedBy, memberColumns } from "../../../packages/api/src/cli/by-words.ts";

it("every way of adding up names its members, an organisation as the scheme calls it", () => {
  expect(BY.map((by) => memberColumns(by, "bin"))).toEqual([
    ...[["bin"], ["bin", "tier", "budget_code", "method"], ["tier"], ["district"]],
    ["budget_code"],
  ]);
  expect(memberColumns("organisation", "code")).toEqual(["id"]);
  expect(comparedBy("programme")).toBe("budgetCode");
});
