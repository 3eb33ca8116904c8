import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  checkDimensions,
  checkGroups,
} from "../../../packages/core/src/methodology/check-groups.ts";
import type { CheckScope } from "../../../packages/core/src/methodology/check-scope.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

function faultsOf(text: string, scope: Partial<CheckScope> = {}): readonly string[] {
  const issues: Issue[] = [];
  const node = getValue(parseExpression(text, UNITS));
  const whole: CheckScope = {
    names: TINY_NAMES,
    hasOrganisation: true,
    dimensions: new Set(),
    valuesOn: "year",
    report: (issue) => issues.push(issue),
    place: {},
    ...scope,
  };
  if (node.kind === "sum") checkDimensions(node, whole);
  if (node.kind === "total" || node.kind === "count") checkGroups(node, whole);
  return issues.map(({ code, facts }) => [code, ...Object.values(facts)].join(" "));
}

describe("groups of organisations are made by attributes of one code", () => {
  it.each([
    ["total(1)", []],
    ["total(1 by district)", []],
    ["count(true by network, ownership)", []],
    ["total(1 by distrikt)", ["reference-unknown distrikt attribute district"]],
    ["total(1 by level)", ["reference-unknown level attribute "]],
    [
      "total(1 by capacity)",
      ["type-mismatch ownership, location, district, home, network capacity"],
    ],
    [
      "total(1 by languages)",
      ["type-mismatch ownership, location, district, home, network languages"],
    ],
    ["total(1 by network, network)", ["definition-duplicate network dimension"]],
  ])("%s", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("a code list stands for the attribute that has its codes", () => {
    const attributes = new Map([...TINY_NAMES.attributes].filter(([id]) => id !== "district"));
    const names = { ...TINY_NAMES, attributes };
    expect(faultsOf("total(1 by district)", { names })).toEqual([
      "reference-unknown district attribute home",
    ]);
  });
});

describe("which group is meant is said by a dimension in scope or by the organisation", () => {
  const city = { hasOrganisation: false };
  const inScope = (...names: readonly string[]) => ({ ...city, dimensions: new Set(names) });

  it.each([
    ["total(1 by district)", city, ["grain-mismatch total district"]],
    ["count(true by network)", city, ["grain-mismatch count network"]],
    ["total(1 by district)", inScope("district"), []],
    ["total(1 by home)", inScope("district"), []],
    ["total(1 by network)", inScope("network"), []],
    ["total(1 by network, district)", inScope("network"), ["grain-mismatch total district"]],
  ])("%s %o", (text, scope, faults) => {
    expect(faultsOf(text, scope)).toEqual(faults);
  });

  it("never by a dimension of other codes", () => {
    const codeLists = new Map(TINY_NAMES.codeLists);
    const [level] = [...codeLists.values()];
    if (level !== undefined) codeLists.set("home", level);
    const names = { ...TINY_NAMES, codeLists };
    expect(faultsOf("total(1 by home)", { names, dimensions: new Set(["home"]) })).toEqual([
      "type-mismatch [district] [home]",
    ]);
  });
});

describe("a sum goes over dimensions of cells", () => {
  it.each([
    ["sum(over level, month: 1)", []],
    ["sum(over levels: 1)", ["reference-unknown levels codeList level"]],
    ["sum(over network: 1)", ["reference-unknown network codeList "]],
    ["sum(over level, level: 1)", ["definition-duplicate level dimension"]],
  ])("%s", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});
