import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  checkExpression,
  describeUnit,
} from "../../../packages/core/src/methodology/check-expression.ts";
import type { CheckScope } from "../../../packages/core/src/methodology/check-scope.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { describeType } from "../../../packages/core/src/methodology/value-type.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

/** The type of the text, or its faults with the characters where they stand. */
function prove(text: string, scope: Partial<CheckScope> = {}): string {
  const issues: Issue[] = [];
  const type = checkExpression(getValue(parseExpression(text, UNITS)), {
    names: TINY_NAMES,
    hasOrganisation: true,
    dimensions: new Set(),
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

const CELL = { dimensions: new Set(["level", "location"]) };

describe("a right expression has a unit", () => {
  it.each([
    ["L * pupils['january', 'primary']", "KZT/year"],
    ["L * pupils['january', 'primary'] * 1 year", "KZT"],
    ["96 MRP/pupil/year * mrp", "KZT/pupil/year"],
    ["L * 12 month / (12 month/year)", "KZT/pupil"],
    ["L / (12 month/year)", "KZT/pupil/month"],
    ["0", "0"],
    ["0 + L", "KZT/pupil/year"],
    ["L - 0.00", "KZT/pupil/year"],
    ["-L", "KZT/pupil/year"],
    ["round(L, 0)", "KZT/pupil/year"],
    ["min(L, 0, 3 KZT/pupil/year)", "KZT/pupil/year"],
    ["clamp(capacity, 0, 5 pupil)", "pupil"],
    ["abs(capacity)", "pupil"],
    ["band(capacity, steps)", "KZT/pupil/year"],
    ["interpolate(total(capacity) / (900 pupil), need['primary'])", "1"],
    ["has(pupils['january', 'primary'])", "true | false"],
    ["not includes(languages, 'kk')", "true | false"],
    ["if(ownership = 'private', L, 0)", "KZT/pupil/year"],
    ["if(is_big, is_big, true)", "true | false"],
    ["capacity > 0 and not is_big", "true | false"],
    ["commissioned_on < '2026-01-01'", "true | false"],
    ["'2026-01-01' >= commissioned_on", "true | false"],
    ["months_since(commissioned_on)", "month"],
    ["months_since('2026-01-01')", "month"],
    ["norm['primary', location]", "KZT/pupil/year"],
    ["sum(over level: L * pupils['january', level])", "KZT/year"],
    ["count_if(over level: pupils['january', level] > 0)", "1"],
    ["sum(over month: month_number[month])", "month"],
    ["total(capacity by district)", "pupil"],
    ["count(ownership = 'private')", "1"],
    ["count(network = 'north')", "1"],
    ["'north' <> network and network = network", "true | false"],
    ["level_of['g1'] = 'primary'", "true | false"],
    ["level_of['g1'] = level_of['g5']", "true | false"],
    ["round(round(min(1, round(0.12345, 4)) * 3, 2, down) / 7, -2, half-even)", "1"],
    ["round(monthly * 12 month / (1 year), 0, up) + L", "KZT/pupil/year"],
    ["if(months_since(commissioned_on) >= 12 month, L, 0)", "KZT/pupil/year"],
    ["max(0, L - monthly * (12 month/year))", "KZT/pupil/year"],
    ["case 'A' when is_big: L otherwise 'B': 0", "KZT/pupil/year"],
    ["case 'A' when is_big: 0 otherwise 'B': L", "KZT/pupil/year"],
  ])("%s", (text, unit) => {
    expect(prove(text)).toBe(unit);
  });
});

describe("a wrong unit is told with both sides, at the second", () => {
  it.each([
    ["L + monthly", "unit-mismatch 4 KZT/pupil/year KZT/pupil/month +"],
    ["L - 5", "unit-absent 4 5 KZT/pupil/year"],
    ["min(L, L, monthly)", "unit-mismatch 10 KZT/pupil/year KZT/pupil/month min"],
    ["if(is_big, L, monthly)", "unit-mismatch 14 KZT/pupil/year KZT/pupil/month if"],
    [
      "case 'A' when is_big: L otherwise 'B': monthly",
      "unit-mismatch 39 KZT/pupil/year KZT/pupil/month case",
    ],
    ["capacity > L", "unit-mismatch 11 pupil KZT/pupil/year >"],
    ["capacity = 5", "unit-absent 11 5 pupil"],
    ["clamp(capacity, 0, 5)", "unit-absent 19 5 pupil"],
  ])("%s", (text, fault) => {
    expect(prove(text)).toBe(fault);
  });
});

describe("a wrong type is told where it stands", () => {
  it.each([
    ["L + true", "type-mismatch 4 KZT/pupil/year true | false"],
    ["true + true", "type-mismatch 7 1 true | false"],
    ["L * is_big", "type-mismatch 4 1 true | false"],
    ["-ownership", "type-mismatch 1 1 [ownership]"],
    ["round(is_big, 0)", "type-mismatch 6 1 true | false"],
    ["floor(is_big)", "type-mismatch 6 1 true | false"],
    ["ceil(commissioned_on)", "type-mismatch 5 1 YYYY-MM-DD"],
    ["abs(ownership) = 'private'", "type-mismatch 4 1 [ownership]"],
    ["not L", "type-mismatch 4 true | false KZT/pupil/year"],
    ["L and is_big", "type-mismatch 0 true | false KZT/pupil/year"],
    ["if(L, 1, 2)", "type-mismatch 3 true | false KZT/pupil/year"],
    ["if(is_big, 1, true)", "type-mismatch 14 1 true | false"],
    ["case 'A' when 1: 1 otherwise 'B': 2", "type-mismatch 14 true | false 1"],
    ["ownership > 'private'", "type-mismatch 12 [ownership] 'private'"],
    ["ownership = location", "type-mismatch 12 [ownership] [location]"],
    ["ownership = 1", "type-mismatch 12 [ownership] 1"],
    ["languages = 'kk'", "type-mismatch 12 [language; …] 'kk'"],
    ["'kk' <> languages", "type-mismatch 8 'kk' [language; …]"],
    ["languages = languages", "type-mismatch 12 [language; …] [language; …]"],
    ["network = ownership", "type-mismatch 10 [network] [ownership]"],
    ["ownership = network", "type-mismatch 12 [ownership] [network]"],
    ["network < 'north'", "type-mismatch 10 [network] 'north'"],
    ["network * 2", "type-mismatch 0 1 [network]"],
    ["level_of['g1'] + 1", "type-mismatch 17 1 1"],
    ["level_of['g1'] = 'primari'", "code-unknown 0 primari primary, basic"],
    ["level_of['g1'] = ownership", "type-mismatch 17 [level] [ownership]"],
    ["round(is_big, 0) + floor('x')", "type-mismatch 6 1 true | false; type-mismatch 25 1 'x'"],
    ["'a' = 'b'", "type-mismatch 6 'a' 'b'"],
    ["commissioned_on < 'soon'", "type-mismatch 18 YYYY-MM-DD 'soon'"],
    ["commissioned_on < '2026-02-30'", "type-mismatch 18 YYYY-MM-DD '2026-02-30'"],
    ["months_since('2026-02-30')", "type-mismatch 13 YYYY-MM-DD '2026-02-30'"],
    ["months_since(ownership)", "type-mismatch 13 YYYY-MM-DD [ownership]"],
    ["sum(over level: is_big)", "type-mismatch 16 1 true | false"],
    ["count_if(over level: L)", "type-mismatch 21 true | false KZT/pupil/year"],
    ["total(is_big)", "type-mismatch 6 1 true | false"],
    ["count(L)", "type-mismatch 6 true | false KZT/pupil/year"],
    ["ownership = 'privat'", "code-unknown 0 privat state, private"],
  ])("%s", (text, fault) => {
    expect(prove(text)).toBe(fault);
  });
});

describe("a grain that cannot be reached is refused", () => {
  it.each([
    ["sum(over levels: 1)", "reference-unknown 0 levels codeList level"],
    ["total(1 by districts)", "reference-unknown 0 districts attribute district"],
    ["sum(over level, month, level: 1)", "definition-duplicate 0 level dimension"],
    ["count_if(over level, level: true)", "definition-duplicate 0 level dimension"],
    ["total(1 by district, district)", "definition-duplicate 0 district dimension"],
  ])("%s", (text, fault) => {
    expect(prove(text)).toBe(fault);
  });

  it("a sum over the cells of an organisation needs the organisation", () => {
    const city = { hasOrganisation: false };
    expect(prove("sum(over level: 1)", city)).toBe("grain-mismatch 0 sum organisation");
    expect(prove("total(sum(over level: 1))", city)).toBe("1");
  });

  it("a total by a dimension needs a member of it", () => {
    const city = { hasOrganisation: false };
    expect(prove("total(1 by district)", city)).toBe("grain-mismatch 0 total district");
    const district = { ...city, dimensions: new Set(["district"]) };
    expect(prove("total(1 by district)", district)).toBe("1");
  });
});

it("what stands behind a table, a fact or several codes is proved, too", () => {
  expect(prove("band(L + monthly, steps) + has(nobody) * includes(nothing, 'kk')")).toBe(
    [
      "unit-mismatch 9 KZT/pupil/year KZT/pupil/month +",
      "name-unknown 31 nobody ",
      "type-mismatch 27 1 true | false",
      "name-unknown 50 nothing ",
      "type-mismatch 41 1 true | false",
    ].join("; "),
  );
});

it("every fault of an expression is told, and nothing about what already failed", () => {
  expect(prove("(L + monthly) * 3 + (capacity + Ez)", CELL)).toBe(
    "unit-mismatch 5 KZT/pupil/year KZT/pupil/month +; index-count 32 Ez [level] 0",
  );
});

it("the unit of a proved expression is told as text", () => {
  const scope = { names: TINY_NAMES, dimensions: new Set(["level"]), valuesOn: "year" as const };
  const unitOf = (text: string) => describeUnit(getValue(parseExpression(text, UNITS)), scope);
  expect(unitOf("Ez[level] * capacity")).toBe("KZT/year");
  expect(unitOf("is_big")).toBe("");
});
