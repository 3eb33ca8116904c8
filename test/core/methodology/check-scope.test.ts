import { expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import { reportAt } from "../../../packages/core/src/methodology/check-scope.ts";
import { UNKNOWN } from "../../../packages/core/src/methodology/value-type.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

it("a fault stands at the first character of its node, and its type is unknown from then on", () => {
  const issues: Issue[] = [];
  const scope = {
    names: TINY_NAMES,
    hasOrganisation: true,
    dimensions: new Set<string>(),
    valuesOn: "year" as const,
    report: (issue: Issue) => issues.push(issue),
    place: { file: "main.json", path: ["formulas", 0, "expression"] },
  };
  const node = { kind: "truth", value: true, span: { start: 7, end: 11 } } as const;
  expect(reportAt(node, scope, "unit-unknown", { name: "KZTT" })).toBe(UNKNOWN);
  expect(issues).toEqual([
    {
      code: "unit-unknown",
      place: { file: "main.json", path: ["formulas", 0, "expression"], offset: 7 },
      facts: { name: "KZTT" },
    },
  ]);
});
