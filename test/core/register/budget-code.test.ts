import { expect, it } from "vitest";
import { budgetCodeDecoder } from "../../../packages/core/src/register/budget-code.ts";

it.each([
  ["04.2.360.040", "04.2.360.040"],
  ["04.2.360.999", "code-unknown"],
  ["4.2.360.040", "budget-code-malformed"],
  ["04.2.360.040.159", "budget-code-malformed"],
  ["042360040", "budget-code-malformed"],
])("the budget code %s is read as %s", (text, expected) => {
  const result = budgetCodeDecoder(new Set(["04.2.360.040"])).decode(text);
  expect(result.ok ? result.value : result.fault({}).code).toBe(expected);
});

it.each([
  ["SCH-1", "SCH-1"],
  ["SCH", "code-unknown"],
])("a methodology may have codes of another shape: %s is read as %s", (text, expected) => {
  const result = budgetCodeDecoder(new Set(["04.2.360.040", "SCH-1"])).decode(text);
  expect(result.ok ? result.value : result.fault({}).code).toBe(expected);
});
