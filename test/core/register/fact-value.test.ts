import { expect, it } from "vitest";
import { factValueDecoder } from "../../../packages/core/src/register/fact-value.ts";
import { BASE } from "../../support/overridden-city.ts";

function read(fact: string, text: string, change: object = {}): string | undefined {
  const found = BASE.methodology.facts.get(fact);
  if (found === undefined || found.source === "last-year") throw new Error(fact);
  const decoded = factValueDecoder({ ...found, ...change }).decode(text);
  return decoded.ok ? decoded.value : decoded.fault({}).code;
}

it("headcounts are whole and not negative", () => {
  expect(read("pupils", "0180")).toBe("180");
  expect(read("pupils", "1.5")).toBe("number-fractional");
  expect(read("pupils", "-1")).toBe("number-negative");
  expect(read("pupils", "1234567890")).toBe("number-out-of-range");
});

it("other facts are as they are declared", () => {
  expect(read("grant", "-1.50")).toBe("-1.5");
  expect(read("grant", "1.5", { isWhole: true })).toBe("number-fractional");
  expect(read("grant", "-1", { unit: "pupil" })).toBe("number-negative");
});
