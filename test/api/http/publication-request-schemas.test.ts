import { describe, expect, it } from "vitest";
import {
  auditPageQuery,
  findingRequest,
  groundRequest,
  issueRequest,
  stepRequest,
} from "../../../packages/api/src/http/publication-request-schemas.ts";

const ID = "4f0c61c2-5b1e-4c59-9a3e-1f6f2f3c8a10";
const GROUND = { scenarioId: ID, subject: "x", status: "local", act: "Решение", clause: "п. 1" };

type Schema =
  | typeof stepRequest
  | typeof groundRequest
  | typeof findingRequest
  | typeof issueRequest;

/** What is expected where the request says something else. */
function expectedOf(schema: Schema, value: unknown): readonly string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}

it("a step may be without a reason, a waiver may not", () => {
  expect(stepRequest.parse({ to: "approved" })).toEqual({ to: "approved", reason: "" });
  const waiver = { findings: ["x"], kind: "waiver" };
  expect(expectedOf(findingRequest, waiver)).toEqual(["1–4000"]);
  expect(expectedOf(findingRequest, { ...waiver, reason: "  " })).toEqual(["1–4000"]);
  expect(expectedOf(findingRequest, { ...waiver, kind: "owner", owner: null })).toEqual([]);
});

it("acts and clauses are one line of text each, without blanks around", () => {
  expect(groundRequest.parse({ ...GROUND, act: "  Решение № 1 " }).act).toBe("Решение № 1");
  for (const act of ["", "   ", "a\nb", "x".repeat(501)]) {
    expect(expectedOf(groundRequest, { ...GROUND, act })).toContain("1–500");
  }
});

describe("what is too much or of another kind is refused with what is expected", () => {
  it.each([
    [stepRequest, { to: "issued" }, "submitted | approved | draft"],
    [issueRequest, { kind: "final" }, "preliminary | official"],
    [issueRequest, { kind: "official", extra: 1 }, "kind"],
    [findingRequest, { findings: [], kind: "owner" }, "1–1000"],
    [findingRequest, { findings: Array(1001).fill("x"), kind: "owner" }, "1–1000"],
    [groundRequest, { ...GROUND, scenarioId: "7" }, "UUID"],
    [groundRequest, { ...GROUND, subject: "a\u0000" }, "subject"],
    [stepRequest, { to: "draft", reason: "a\u0000" }, "0–4000"],
    [findingRequest, { findings: ["a\u0000"], kind: "owner" }, "1–1000"],
  ] as const)("%#", (schema, value, expected) => {
    expect(expectedOf(schema, value)).toContain(expected);
  });

  it("nothing has the subject of a NUL", () => {
    expect(auditPageQuery.safeParse({ subject: "a\u0000" }).success).toBe(false);
  });

  it("the journal is read on from the number of an entry", () => {
    expect(auditPageQuery.safeParse({ after: "x" }).success).toBe(false);
    expect(auditPageQuery.parse({ after: "12" }).after).toBe("12");
  });
});
