import { expect, it } from "vitest";
import { makeFirstRunCode } from "../../../packages/api/src/serve/first-run-code.ts";

it("is easy to read aloud and to type, and another one each time", () => {
  const codes = Array.from({ length: 200 }, makeFirstRunCode);
  for (const code of codes) expect(code).toMatch(/^[^\W0OI1LB8S5Z2_]{4}-[^\W0OI1LB8S5Z2_]{4}$/);
  expect(new Set(codes).size).toBe(codes.length);
});
