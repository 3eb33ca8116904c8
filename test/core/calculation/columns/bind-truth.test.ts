import { describe, expect, it } from "vitest";
import { formula, label } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  planOfNumber,
  THREE_SCHOOLS,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";
import { inColumns, oneByOne } from "../../../support/two-ways.ts";

const PUPILS = "pupils['january', 'primary'] / 1 pupil";

/** For which of the three schools it holds. */
function holdsFor(condition: string, change: Parameters<typeof valuesInColumns>[1] = {}): string {
  const values = valuesInColumns(`if(${condition}, 1, 0)`, change);
  return ["a", "b", "c"].filter((_, row) => values[row] === "1").join("");
}

describe("a condition holds for the schools it says", () => {
  it.each([
    ["all_pupils < 20", "c"],
    ["all_pupils <= 20", "bc"],
    ["all_pupils = 20", "b"],
    ["all_pupils <> 20", "ac"],
    ["all_pupils >= 20", "ab"],
    ["all_pupils > 20", "a"],
    ["all_pupils / 3 = 20 / 3", "b"],
    ["ownership = 'state'", "ac"],
    ["ownership <> 'state'", "b"],
    ["district = 'north'", "ab"],
    ["open['03']", "ac"],
    ["open['04']", "abc"],
    ["not open['03']", "b"],
    ["has(pupils['january', 'basic'])", "a"],
    ["not has(pupils['january', 'primary'])", "c"],
    ["ownership = ownership", "abc"],
    ["count_if(over level: level = level) = 0", ""],
    ["is_state", "ac"],
    ["not is_large", "bc"],
    ["true", "abc"],
    ["false", ""],
  ])("%s: %s", (condition, expected) => {
    expect(holdsFor(condition)).toBe(expected);
  });

  it("days are compared as days, for those who have one", () => {
    expect(holdsFor("district = 'north' and founded_on < '2020-01-01'")).toBe("a");
    expect(holdsFor("district = 'north' and founded_on = '2026-04-01'")).toBe("b");
    expect(holdsFor("district = 'north' and founded_on >= '2019-05-31'")).toBe("ab");
    expect(faultsInColumns("if(founded_on < '2020-01-01', 1, 0)")).toEqual(["attribute-missing"]);
  });

  it("lists of codes include a code as a whole", () => {
    const list = { codeList: "lang", label: label("lang"), codes: ["kk", "kk2"].map(codeOf) };
    const langs = { attribute: "langs", label: label("langs"), type: "codes", codeList: "lang" };
    const more = [{ codeLists: [list], attributes: [{ ...langs, column: "l", optional: true }] }];
    // Nobody has the list, so nobody can answer.
    expect(faultsInColumns("if(includes(langs, 'kk'), 1, 0)", { more })).toEqual([
      ...["attribute-missing", "attribute-missing", "attribute-missing"],
    ]);
  });

  it("a formula chosen among conditions is a condition", () => {
    const formulas = [formula("picked", "boolean", "if(is_state, is_large, all_pupils = 20)")];
    expect(holdsFor("picked", { formulas })).toBe("ab");
  });
});

function codeOf(code: string) {
  return { code, label: label(code) };
}

describe("`and` goes on where the left holds, `or` where it does not", () => {
  it.each([
    ["is_state and is_large", "a"],
    ["is_state or is_large", "ac"],
    ["is_large or all_pupils = 20", "ab"],
    ["not (is_state and all_pupils = 0)", "ab"],
    ["is_state and (is_large or all_pupils = 0)", "ac"],
  ])("%s: %s", (condition, expected) => {
    expect(holdsFor(condition)).toBe(expected);
  });

  it.each([
    ["is_state and 1 / none > 0", ["division-by-zero"]],
    ["all_pupils > 1000 and 1 / none > 0", []],
    ["all_pupils < 1000 or 1 / none > 0", []],
    ["all_pupils < 50 or 1 / none > 0", ["division-by-zero"]],
    ["1 / none > 0 and all_pupils > 1000", ["division-by-zero"]],
    ["1 / none > 0 or true", ["division-by-zero"]],
    ["not (1 / none > 0)", ["division-by-zero"]],
  ])("%s: %s", (condition, expected) => {
    expect([...new Set(faultsInColumns(`if(${condition}, 1, 0)`))]).toEqual(expected);
  });

  it("and what has no answer has none when it is turned, to whomever it applies", () => {
    const unanswered = "not (1 / none > 0)";
    expect(faultsInColumns(`count_if(over level: ${unanswered})`)).toContain("division-by-zero");
    const plan = planOfNumber("1", {}, { when: unanswered });
    const { issues } = inColumns(plan, THREE_SCHOOLS);
    expect(issues).toEqual(oneByOne(plan, THREE_SCHOOLS).issues);
    expect(issues).toHaveLength(3);
  });

  it.each([
    [`is_state and ${PUPILS} > 15`, "a"],
    [`is_state or ${PUPILS} > 15`, "b"],
    [`${PUPILS} > 15 and is_state`, "ab"],
    [`if(is_state, ${PUPILS} > 15, true)`, "a"],
    [`if(${PUPILS} > 1000, true, false)`, "ab"],
    [`if(none > 0, ${PUPILS} > 15, true)`, ""],
    [`not (${PUPILS} > 15)`, "ab"],
    ["has(pupils['january', 'primary'])", ""],
  ])("%s is counted for %s", (condition, expected) => {
    expect(countedInColumns(`if(${condition}, 1, 0)`)).toBe(expected);
  });

  it.each([
    ["all_pupils > 1000 and weight['basic'] > 0", []],
    ["all_pupils > 50 and weight['basic'] > 0", ["weight|level=basic"]],
    ["all_pupils >= 0 or weight['basic'] > 0", []],
    ["if(all_pupils > 1000, weight['basic'] > 0, weight['primary'] > 0)", ["weight|level=primary"]],
  ])("%s reads %s", (condition, expected) => {
    expect(usedInColumns(`if(${condition}, 1, 0)`)).toEqual(expected);
  });
});
