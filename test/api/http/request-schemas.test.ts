import { describe, expect, it } from "vitest";
import {
  hashPageQuery,
  hashParameter,
  linePageQuery,
  runParameter,
  runRequestSchema,
  traceQuery,
} from "../../../packages/api/src/http/request-schemas.ts";

const HASH = "0".repeat(64);
const REQUEST = { registerHash: HASH, methodologyHash: HASH, budgetYear: 2026 };

describe("a request is refused with what is expected", () => {
  it.each([
    ["a hash", hashParameter, { hash: "xyz" }, "SHA-256"],
    ["an id", runParameter, { runId: "1" }, "UUID"],
    ["a length of zero", hashPageQuery, { limit: "0" }, "1–1000"],
    ["a length that is too much", hashPageQuery, { limit: "1001" }, "1–1000"],
    ["two lengths", hashPageQuery, { limit: ["1", "2"] }, "1–1000"],
    ["a place", linePageQuery, { after: "-1" }, "next"],
    ["two places", linePageQuery, { after: ["1", "2"] }, "next"],
    ["two bodies", traceQuery, { line: "a/b/c", organisation: ["1", "2"] }, "600140375485"],
    ["a language", hashPageQuery, { language: "de" }, "ru | kk | en"],
    ["a figure", traceQuery, { line: "a/b/c", of: "rate" }, "amount | headcount"],
    ["no line", traceQuery, {}, "secondary/04.2.360.040/formula"],
    ["a year", runRequestSchema, { ...REQUEST, budgetYear: 2026.5 }, "2026"],
    [
      "a year that the calendar ends with",
      runRequestSchema,
      { ...REQUEST, budgetYear: 2199 },
      "2026",
    ],
    ["a day", runRequestSchema, { ...REQUEST, knownOn: "2026-02-30" }, "YYYY-MM-DD, 1900–2199"],
    ["a century", runRequestSchema, { ...REQUEST, knownOn: "1850-01-01" }, "YYYY-MM-DD, 1900–2199"],
    ["no day", runRequestSchema, { ...REQUEST, knownOn: null }, "YYYY-MM-DD, 1900–2199"],
    ["an amount", runRequestSchema, { ...REQUEST, envelopeTenge: "1e9" }, "432000000000.00"],
    ["a number", runRequestSchema, { ...REQUEST, envelopeTenge: 432.1 }, "432000000000.00"],
  ])("for %s", (_name, schema, given, expected) => {
    const parsed = schema.safeParse(given);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([expected]);
  });
});

it("an id is the same in capitals", () => {
  const runId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  expect(runParameter.parse({ runId: runId.toUpperCase() })).toEqual({ runId });
});

it("a member that nobody knows is refused", () => {
  const { error } = runRequestSchema.safeParse({ ...REQUEST, envelope: "5" });
  expect(error?.issues).toMatchObject([{ code: "unrecognized_keys", keys: ["envelope"] }]);
});

it("a list is asked for a hundred at a time unless it is told otherwise", () => {
  expect(hashPageQuery.parse({})).toEqual({ limit: 100 });
  expect(linePageQuery.parse({ limit: "1000", after: "7" })).toEqual({ limit: 1000, after: "7" });
});
