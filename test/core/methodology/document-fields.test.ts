import { describe, expect, it } from "vitest";
import {
  code,
  date,
  decimal,
  expression,
  id,
  label,
  text,
  unit,
} from "../../../packages/core/src/methodology/document-fields.ts";

type Field = { readonly safeParse: (value: unknown) => { readonly success: boolean } };

describe("a field takes what it is for, and nothing else", () => {
  it.each<[string, Field, readonly unknown[], readonly unknown[]]>([
    [
      "a name of the language",
      id,
      ["secondary.Ez", "_x", "үлес.1"],
      ["", "1a", "a-b", "a..b", "constructor", 1],
    ],
    ["a code", code, ["04.2.360.040", "I II", "5"], ["", " a", "a|b", "toString", "x".repeat(101)]],
    ["a text", text, ["а", "x".repeat(4000)], ["", "x".repeat(4001)]],
    ["a label", label, [{ ru: "а", kk: "ә", en: "a" }], [{ ru: "а", en: "a" }, "a"]],
    ["a day", date, ["2026-01-01"], ["2026-1-1", "01.01.2026"]],
    ["a unit", unit, ["1", "KZT/pupil/year", "pupil*month"], ["", "KZT/", "тенге"]],
    ["a figure as text", decimal, ["462600", "-0.085"], [462600, "1e3", "1,5", ".5"]],
    ["an expression, of one line or more", expression, ["a + b", ["a", "+ b"]], ["", [], [1]]],
  ])("%s", (_name, field, fitting, others) => {
    for (const value of fitting)
      expect(field.safeParse(value).success, JSON.stringify(value)).toBe(true);
    for (const value of others)
      expect(field.safeParse(value).success, JSON.stringify(value)).toBe(false);
  });
});
