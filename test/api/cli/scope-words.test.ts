import { describe, expect, it } from "vitest";
import { findScope, SCOPE_FORM, scopeText } from "../../../packages/api/src/cli/scope-words.ts";

describe("whose money is meant", () => {
  it.each([
    ["city", { by: "city" }],
    ["tier=secondary", { by: "tier", member: "secondary" }],
    ["programme=04.2.360.040", { by: "budgetCode", member: "04.2.360.040" }],
    ["organisation=a=b", { by: "organisation", member: "a=b" }],
  ] as const)("is written as %s and said so again", (text, scope) => {
    expect(findScope(text)).toEqual(scope);
    expect(scopeText(scope)).toBe(text);
  });

  it.each(["", "tier", "tier=", "school=1", "City"])("is not written as «%s»", (text) => {
    expect(findScope(text)).toBeUndefined();
  });
});

it("what is expected names every way", () => {
  for (const word of ["city", "tier", "district", "programme", "organisation"]) {
    expect(SCOPE_FORM).toContain(word);
  }
});
