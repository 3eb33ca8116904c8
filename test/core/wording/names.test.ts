import { expect, it } from "vitest";
import { namesOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool, valued } from "../../support/school-methodology.ts";
import { stage, stagedMethodology } from "../../support/staged-city.ts";

it("a methodology names its codes and facts, and nothing that it does not have", () => {
  const names = namesOf(getValue(parseSchool()));
  expect(names.currency).toBe("KZT");
  expect(names.labelOfCode("level", "basic")?.en).toBe("basic (en)");
  expect(names.labelOfCode("level", "unheard-of")).toBeUndefined();
  expect(names.labelOfFact("pupils")?.ru).toBe("pupils (ru)");
  expect(names.translationOf("unheard of")).toBeUndefined();
});

it("tables, mappings, lines, rates, stages and units have names too", () => {
  const { value: _value, ...ground } = valued("");
  const points = [{ from: "0", value: "1" }];
  const more = {
    tables: [
      {
        ...{ table: "steps", label: label("steps"), operandUnit: "1", unit: "1" },
        values: [{ ...ground, points }],
      },
    ],
    mappings: [
      {
        ...{ mapping: "other", label: label("other"), from: "level", to: "level" },
        codes: { primary: "basic", basic: "primary" },
      },
    ],
  };
  const units = [
    { unit: "seat", label: label("seats"), one: label("seat") },
    { unit: "m2", label: label("m²") },
  ];
  const solve = stage("sought", 1, {
    ...{ kind: "solve", total: "total(r)", target: "1 KZT", least: "0", greatest: "9", places: 0 },
    rates: [{ rate: "r", label: label("r"), unit: "KZT", places: 0 }],
  });
  const names = namesOf(getValue(stagedMethodology([solve], { ...more, units })));
  const known = ["steps", "other", "gift", "r"].map((name) => names.labelOfName(name)?.en);
  expect(known).toEqual(["steps (en)", "other (en)", "gift (en)", "r (en)"]);
  expect(names.labelOfStage("sought")?.kk).toBe("sought (kk)");
  expect(names.labelOfStage("r")).toBeUndefined();
  const seats = [true, false].map((isOne) => names.labelOfUnit("seat", isOne)?.en);
  expect(seats).toEqual(["seat (en)", "seats (en)"]);
  expect(names.labelOfUnit("m2", true)?.ru).toBe("m² (ru)");
  expect(names.labelOfUnit("hour", true)).toBeUndefined();
});
