import { describe, expect, it } from "vitest";
import { freeCodeDecoder } from "../../../packages/core/src/register/free-code.ts";

const CODE = freeCodeDecoder("code-40", 40);
const read = (text: string) => {
  const result = CODE.decode(text);
  return result.ok ? result.value : result.fault({ row: 2 });
};

describe("a code that no list has", () => {
  it.each([
    ["S-501", "S-501"],
    ["Школа 1", "Школа 1"],
    ["7", "7"],
    ["a.b_c", "a.b_c"],
    ["North  West", "North West"],
    ["x".repeat(40), "x".repeat(40)],
  ])("«%s» is read", (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each(["a/b", "a;b", "a=b", "a|b", "№ 1", "x".repeat(41), "citywide"])(
    "«%s» is not",
    (text) => {
      expect(read(text)).toMatchObject({
        code: "id-malformed",
        facts: { value: text, expected: "code-40" },
      });
    },
  );
});
