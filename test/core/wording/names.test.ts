import { expect, it } from "vitest";
import { namesOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { parseSchool } from "../../support/school-methodology.ts";

it("a methodology names its codes and facts, and nothing that it does not have", () => {
  const names = namesOf(getValue(parseSchool()));
  expect(names.currency).toBe("KZT");
  expect(names.labelOfCode("level", "basic")?.en).toBe("basic (en)");
  expect(names.labelOfCode("level", "unheard-of")).toBeUndefined();
  expect(names.labelOfFact("pupils")?.ru).toBe("pupils (ru)");
  expect(names.translationOf("unheard of")).toBeUndefined();
});
