import { describe, expect, it } from "vitest";
import { readAnswerOptions, readChoice } from "../../../packages/api/src/cli/answer-options.ts";
import { type Issue, issue, ok } from "../../../packages/core/src/index.ts";

const WRITTEN = { register: "city", methodology: "law", year: "2026", language: "ru" };

describe("what is calculated and where the answer goes", () => {
  it("is read together with the command's own options", () => {
    const read = readAnswerOptions({ ...WRITTEN, out: "x.json", summary: true }, ok("own"));
    expect(read).toMatchObject({
      ok: true,
      value: { run: { register: "city" }, own: "own", out: "x.json", isSummary: true },
    });
  });

  it("is refused with every fault at once, those of the command among them", () => {
    const own = { ok: false, issues: [issue("option-unknown", {}, { value: "x" })] } as const;
    const read = readAnswerOptions({ ...WRITTEN, year: "x", out: "x.txt" }, own);
    expect(codesOf(read.ok ? [] : read.issues)).toEqual([
      ...["option-malformed", "option-unknown", "option-malformed"],
    ]);
  });

  it("is never written over a scenario, the other output or the register", () => {
    for (const out of ["./a.json", "b.json", "city/headcounts.csv"]) {
      const outputs = { "--save-scenario": "b.json" };
      const read = readAnswerOptions({ ...WRITTEN, scenario: "a.json", out }, ok(0), { outputs });
      expect(codesOf(read.ok ? [] : read.issues)).toEqual(["option-malformed"]);
    }
  });

  it("stands under one scenario, unless a command takes several", () => {
    const written = { ...WRITTEN, scenario: ["a.json", "b.json"] };
    expect(readAnswerOptions(written, ok(0)).ok).toBe(false);
    const several = readAnswerOptions(written, ok(0), { scenarios: "several-scenarios" });
    expect(several).toMatchObject({ value: { run: { scenarios: ["a.json", "b.json"] } } });
  });
});

it("one of some words is read, the first where nothing is written, and no other", () => {
  const issues: Issue[] = [];
  const read = (by?: string) =>
    readChoice({ by }, { name: "by", flag: "--by" }, ["tier", "line"], issues);
  expect([read(), read("line")]).toEqual(["tier", "line"]);
  expect(issues).toEqual([]);
  read("school");
  expect(issues).toMatchObject([{ facts: { option: "--by", expected: "tier | line" } }]);
});

function codesOf(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code }) => code);
}
