import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  checkHas,
  checkIncludes,
  checkTable,
} from "../../../packages/core/src/methodology/check-lookup.ts";
import type { CheckScope } from "../../../packages/core/src/methodology/check-scope.ts";
import type { Expression } from "../../../packages/core/src/methodology/expression.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import {
  describeType,
  numberType,
  UNKNOWN,
  type ValueType,
} from "../../../packages/core/src/methodology/value-type.ts";
import { baseUnit, UNITLESS } from "../../../packages/core/src/money/index.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

const PUPILS = numberType(baseUnit("pupil"));
const BARE = numberType(UNITLESS);

function prove(
  text: string,
  operand: ValueType = UNKNOWN,
  scope: Partial<CheckScope> = {},
): string {
  const issues: Issue[] = [];
  const type = check(getValue(parseExpression(text, UNITS)), operand, {
    names: TINY_NAMES,
    hasOrganisation: true,
    dimensions: new Set(["level"]),
    valuesOn: "year",
    report: (issue) => issues.push(issue),
    place: {},
    ...scope,
  });
  if (issues.length === 0) return describeType(type);
  return issues
    .map(({ code, place, facts }) => [code, place.offset, ...Object.values(facts)].join(" "))
    .join("; ");
}

function check(node: Expression, operand: ValueType, scope: CheckScope): ValueType {
  if (node.kind === "table") return checkTable(node, operand, scope);
  if (node.kind === "has") return checkHas(node, scope);
  if (node.kind === "includes") return checkIncludes(node, scope);
  throw new Error("nothing is looked up");
}

describe("a table gives its unit for an operand of the unit it asks for", () => {
  it.each([
    ["band(x, steps)", PUPILS, "KZT/pupil/year"],
    ["band(x, steps)", { kind: "zero" } as const, "KZT/pupil/year"],
    ["interpolate(x, need[level])", BARE, "1"],
    ["interpolate(x, need['basic'])", BARE, "1"],
    ["band(x, need[level_of['g1']])", BARE, "1"],
    ["band(xyz, steps)", BARE, "unit-mismatch 5 pupil 1 band(…, steps)"],
    ["band(x, steps)", UNKNOWN, "KZT/pupil/year"],
    ["band(x, stepz)", PUPILS, "name-unknown 0 stepz steps"],
    ["band(x, Ez)", BARE, "type-mismatch 0 table Ez"],
    ["band(x, need)", BARE, "index-count 0 need [level] 0"],
    ["band(x, steps[level])", PUPILS, "index-count 0 steps [] 1"],
    ["band(x, need['primari'])", BARE, "code-unknown 13 primari primary, basic"],
    ["band(x, need[ownership])", BARE, "type-mismatch 13 [level] [ownership]"],
    [
      "band(x, need['primari'])",
      PUPILS,
      "unit-mismatch 5 1 pupil band(…, need); code-unknown 13 primari primary, basic",
    ],
  ])("%s of %o", (text, operand, expected) => {
    expect(prove(text, operand)).toBe(expected);
  });

  it("and is read by the month where values are", () => {
    const monthly = { valuesOn: "month" as const };
    expect(prove("band(x, steps)", PUPILS, monthly)).toBe("grain-mismatch 0 steps month");
    const month = { ...monthly, dimensions: new Set(["month"]) };
    expect(prove("band(x, steps)", PUPILS, month)).toBe("KZT/pupil/year");
  });
});

describe("a cell of a fact is there or not", () => {
  it.each([
    ["has(pupils['january', level])", "true | false"],
    ["has(pupils['january', level_of['g5']])", "true | false"],
    ["has(pupils['january'])", "index-count 4 pupils [count, level] 1"],
    ["has(pupils['may', level])", "code-unknown 11 may january, september"],
    ["has(pupil['january', level])", "name-unknown 4 pupil pupils"],
    ["has(capacity)", "type-mismatch 4 fact capacity"],
    ["has(L)", "type-mismatch 4 fact L"],
  ])("%s", (text, expected) => {
    expect(prove(text)).toBe(expected);
  });

  it("of an organisation", () => {
    expect(prove("has(attended['01'])", UNKNOWN, { hasOrganisation: false })).toBe(
      "grain-mismatch 4 attended organisation",
    );
  });
});

describe("an attribute of several codes has one or not", () => {
  it.each([
    ["includes(languages, 'kk')", "true | false"],
    ["includes(languages, 'kz')", "code-unknown 20 kz kk, ru"],
    ["includes(languages, level)", "type-mismatch 20 [language] [level]"],
    ["includes(ownership, 'state')", "type-mismatch 9 codes [ownership]"],
    ["includes(capacity, 'state')", "type-mismatch 9 codes pupil"],
    ["includes(langauges, 'kk')", "name-unknown 9 langauges languages"],
  ])("%s", (text, expected) => {
    expect(prove(text)).toBe(expected);
  });
});
