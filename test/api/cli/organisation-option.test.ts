import { expect, it } from "vitest";
import { readOrganisation } from "../../../packages/api/src/cli/organisation-option.ts";
import type { Issue } from "../../../packages/core/src/index.ts";

it("an organisation is named one way or the other, or the same way twice", () => {
  const issues: Issue[] = [];
  const read = (written: Readonly<Record<string, string>>) => readOrganisation(written, issues);
  expect(
    [{}, { bin: "1" }, { organisation: "1" }, { bin: "1", organisation: "1" }].map(read),
  ).toEqual(["", "1", "1", "1"]);
  expect(issues).toEqual([]);
  read({ bin: "1", organisation: "2" });
  expect(issues).toMatchObject([{ facts: { option: "--organisation", value: "2" } }]);
});
