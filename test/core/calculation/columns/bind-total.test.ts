import { describe, expect, it } from "vitest";
import { formula, label, type SchoolChange } from "../../../support/school-methodology.ts";
import {
  countedInColumns,
  faultsInColumns,
  THREE_SCHOOLS,
  usedInColumns,
  valuesInColumns,
} from "../../../support/three-schools.ts";

const OF_GROUPS = [
  formula("of_district", "1", "total(all_pupils by district)", { grain: ["district"] }),
  formula("of_kind", "1", "total(all_pupils by district, ownership)", {
    grain: ["ownership", "organisation"],
  }),
  formula("of_level", "1", "total(sum(over count: pupils[count, level]) / 1 pupil)", {
    grain: ["level"],
  }),
];

describe("a sum over schools is the same for all of its group", () => {
  it.each([
    ["of the city", "total(all_pupils)", ["120", "120", "120"]],
    ["of a district", "total(all_pupils by district)", ["120", "120", "0"]],
    ["by two", "total(all_pupils by district, ownership)", ["100", "20", "0"]],
    ["of shares", "100 * all_pupils / total(all_pupils)", ["250/3", "50/3", "0"]],
    ["of a sum over schools", "total(total(all_pupils by district))", ["240", "240", "240"]],
    ["of those that meet a condition", "count(is_large)", ["1", "1", "1"]],
    ["counted by group", "count(all_pupils < 50 by ownership)", ["1", "1", "1"]],
    ["of numbers without end", "total((all_pupils + 1) / 7)", ["123/7", "123/7", "123/7"]],
    ["below zero", "total(10 - all_pupils by district)", ["-100", "-100", "10"]],
    [
      "beyond a double",
      "total(all_pupils * 90071992547409.93)",
      ["10808639105689191.6", "10808639105689191.6", "10808639105689191.6"],
    ],
    ["of the own group by its name", "of_district[district]", ["120", "120", "0"]],
    [
      "of doubles that no double adds up",
      "total(4503599627370495 + 0 * all_pupils)",
      ["13510798882111485", "13510798882111485", "13510798882111485"],
    ],
    ["of a group in scope", "of_district['north'] + of_district['south']", ["120", "120", "120"]],
    ["of one group that is fixed, one that is its own", "of_kind['state']", ["100", "100", "0"]],
    [
      "of a dimension in scope",
      "sum(over level: weight[level] * of_level[level])",
      ["120", "120", "120"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(valuesInColumns(text, { formulas: OF_GROUPS })).toEqual(expected);
  });

  it("makes no line of what others counted", () => {
    expect(countedInColumns("total(all_pupils)")).toBe("");
    expect(countedInColumns("all_pupils / total(all_pupils)")).toBe("ab");
  });

  it("reads what its members read", () => {
    expect(usedInColumns("total(share[ownership])")).toHaveLength(2);
    expect(usedInColumns("total(if(is_large, share[ownership], 1))")).toEqual([
      "share|ownership=state",
    ]);
    expect(usedInColumns("if(all_pupils > 1000, total(share[ownership]), 1)")).toEqual([]);
  });
});

describe("a member without a value is a fault of whoever asks", () => {
  it.each([
    ["total(1 / all_pupils)", ["division-by-zero"]],
    ["if(is_large, total(1 / all_pupils), 1)", ["division-by-zero"]],
    ["if(all_pupils > 1000, total(1 / all_pupils), 1)", []],
    // All groups are worked out together, whoever asks.
    ["if(district = 'north', total(100 / all_pupils by district), 1)", ["division-by-zero"]],
    ["count(1 / all_pupils > 0)", ["division-by-zero"]],
    ["total(capacity / 1 pupil)", ["attribute-missing"]],
    ["total(if(is_state, capacity / 1 pupil, 0))", []],
  ])("%s: %s", (text, expected) => {
    expect([...new Set(faultsInColumns(text))]).toEqual(expected);
  });

  it("but of the group that is fixed alone", () => {
    const formulas = [
      formula("shares", "1", "total(100 / all_pupils by district)", { grain: ["district"] }),
    ];
    expect(faultsInColumns("shares['north']", { formulas })).toEqual([]);
    expect(valuesInColumns("shares['north']", { formulas })[2]).toBe("6");
    expect(faultsInColumns("shares['south']", { formulas })).toEqual(["division-by-zero"]);
  });
});

describe("a school that has no group", () => {
  const network = { attribute: "network", label: label("network"), type: "group" };
  const change: SchoolChange = {
    more: [{ attributes: [{ ...network, column: "network", optional: true }] }],
  };
  const [a, b, c] = THREE_SCHOOLS.organisations;
  const joined = (each: typeof a, name: string) =>
    each === undefined
      ? []
      : [{ ...each, attributes: new Map([...each.attributes, ["network", name] as const]) }];
  const register = {
    ...THREE_SCHOOLS,
    organisations: [...joined(a, "one"), ...(b === undefined ? [] : [b]), ...joined(c, "one")],
  };

  it("is no member of any", () => {
    const text = "if(is_state, total(all_pupils + 1 by network), -1)";
    expect(valuesInColumns(text, change, register)).toEqual(["102", "-1", "102"]);
  });

  it("cannot ask for it, and spoils nothing by what it lacks itself", () => {
    expect(faultsInColumns("total(all_pupils by network)", change, register)).toEqual([
      "attribute-missing",
    ]);
    const text = "if(is_state, total(capacity / 1 pupil by network), -1)";
    expect(valuesInColumns(text, change, register)).toEqual(["100", "-1", "100"]);
  });
});
