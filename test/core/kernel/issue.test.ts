import { expect, it } from "vitest";
import { ISSUE_FACTS, issue } from "../../../packages/core/src/kernel/issue.ts";

it("an issue carries its code, its place and its facts, and no prose", () => {
  const found = issue("unit-unknown", { file: "main.json", offset: 3 }, { name: "KZTT" });
  expect(found).toEqual({
    code: "unit-unknown",
    place: { file: "main.json", offset: 3 },
    facts: { name: "KZTT" },
  });
});

it("every code is kebab-case and names each fact once", () => {
  for (const [code, facts] of Object.entries(ISSUE_FACTS)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(new Set<string>(facts).size).toBe(facts.length);
  }
});
