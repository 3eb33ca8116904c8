import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import { checkName } from "../../../packages/core/src/methodology/check-name.ts";
import type { CheckScope } from "../../../packages/core/src/methodology/check-scope.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { describeType } from "../../../packages/core/src/methodology/value-type.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

function prove(text: string, scope: Partial<CheckScope> = {}): string {
  const issues: Issue[] = [];
  const node = getValue(parseExpression(text, UNITS));
  if (node.kind !== "name") throw new Error(`${text} is not a name`);
  const type = checkName(node, {
    names: TINY_NAMES,
    hasOrganisation: true,
    dimensions: new Set(["level"]),
    valuesOn: "year",
    report: (issue) => issues.push(issue),
    place: { file: "main.json" },
    ...scope,
  });
  if (issues.length === 0) return describeType(type);
  return issues
    .map(({ code, place, facts }) => [code, place.offset, ...Object.values(facts)].join(" "))
    .join("; ");
}

describe("a name stands for one thing", () => {
  it.each([
    ["level", "[level]"],
    ["ownership", "[ownership]"],
    ["capacity", "pupil"],
    ["commissioned_on", "YYYY-MM-DD"],
    ["L", "KZT/pupil/year"],
    ["Ez[level]", "KZT/pupil/year"],
    ["Ez['basic']", "KZT/pupil/year"],
    ["k[location]", "1"],
    ["pupils['january', level]", "pupil"],
    ["norm[level, location]", "KZT/pupil/year"],
    ["is_big", "true | false"],
    ["open['01']", "true | false"],
    ["month_number['12']", "month"],
    ["Ez[level_of['g5']]", "KZT/pupil/year"],
    ["Ez[level_of[grade_of[level_of['g1']]]]", "KZT/pupil/year"],
    ["level_of[grade_of[level]]", "[level]"],
    ["network", "[network]"],
    ["line_amount['state']", "KZT"],
    ["cuts.after['state']", "KZT"],
    ["cuts.left[network, ownership]", "KZT"],
    ["cuts.left['north', 'private']", "KZT"],
  ])("%s", (text, type) => {
    expect(prove(text)).toBe(type);
  });
});

describe("a name that does not fit is refused", () => {
  it.each([
    ["capasity", "name-unknown 0 capasity capacity"],
    ["qqq", "name-unknown 0 qqq "],
    ["grade", "dimension-unbound 0 grade"],
    ["level_of", "index-count 0 level_of [grade] 0"],
    ["level_of['g9']", "code-unknown 9 g9 g1, g5"],
    ["level_of[level]", "type-mismatch 9 [grade] [level]"],
    ["Ez[grade_of[level]]", "type-mismatch 3 [level] [grade]"],
    ["Ez[Ez[level]]", "type-mismatch 3 [level] KZT/pupil/year"],
    ["Ez[levl_of['g1']]", "name-unknown 3 levl_of level_of"],
    ["Ez[network]", "type-mismatch 3 [level] [network]"],
    ["cuts.left[district, ownership]", "type-mismatch 10 [network] [district]"],
    ["steps", "type-mismatch 0 band(…, steps) steps"],
    ["line_amonut['state']", "name-unknown 0 line_amonut line_amount"],
    ["cuts", "name-unknown 0 cuts cuts.before"],
    ["Ez", "index-count 0 Ez [level] 0"],
    ["L[level]", "index-count 0 L [] 1"],
    ["pupils[level]", "index-count 0 pupils [count, level] 1"],
    ["Ez[location]", "type-mismatch 3 [level] [location]"],
    ["Ez[capacity]", "type-mismatch 3 [level] pupil"],
    ["Ez['primari']", "code-unknown 3 primari primary, basic"],
    ["Ez[month]", "type-mismatch 3 [level] [month]"],
    ["Ez[levl]", "name-unknown 3 levl level"],
    ["norm['x', 'y']", "code-unknown 5 x primary, basic; code-unknown 10 y urban, rural"],
  ])("%s", (text, fault) => {
    expect(prove(text)).toBe(fault);
  });

  it.each(["open['01']", "month_number['01']"])("%s without months in the calendar", (text) => {
    const counts = { dimension: "count", kind: "date", members: [] } as const;
    for (const calendar of [[], [counts], [{ ...counts, dimension: "month" }]]) {
      expect(prove(text, { names: { ...TINY_NAMES, calendar } })).toBe(
        "reference-unknown 0 month calendar ",
      );
    }
  });

  it("a group in scope is one that only the register knows", () => {
    const groups = { dimensions: new Set(["network", "ownership"]), hasOrganisation: false };
    expect(prove("network", groups)).toBe("[network]");
    expect(prove("cuts.left[network, ownership]", groups)).toBe("KZT");
  });

  it("what an organisation has needs an organisation", () => {
    const city = { hasOrganisation: false };
    expect(prove("capacity", city)).toBe("grain-mismatch 0 capacity organisation");
    expect(prove("is_big", city)).toBe("grain-mismatch 0 is_big organisation");
    expect(prove("open['01']", city)).toBe("grain-mismatch 0 open organisation");
    expect(prove("L", city)).toBe("KZT/pupil/year");
  });

  it("a value read by the month needs a month in scope", () => {
    const monthly = { valuesOn: "month" as const };
    expect(prove("L", monthly)).toBe("grain-mismatch 0 L month");
    expect(prove("L", { ...monthly, dimensions: new Set(["month"]) })).toBe("KZT/pupil/year");
    expect(prove("capacity", monthly)).toBe("pupil");
  });
});
