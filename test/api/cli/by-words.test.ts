import { expect, it } from "vitest";
import { BY, comparedBy, memberColumns } from "../../../packages/api/src/cli/by-words.ts";

it("every way of adding up names its members, an organisation as the scheme calls it", () => {
  expect(BY.map((by) => memberColumns(by, "bin"))).toEqual([
    ["bin", "name"],
    ["bin", "tier", "budget_code", "method", "name"],
    ...[
      ["tier", "name"],
      ["district", "name"],
      ["budget_code", "name"],
    ],
  ]);
  expect(memberColumns("organisation", "code")).toEqual(["id", "name"]);
  expect(comparedBy("programme")).toBe("budgetCode");
});
