import { describe, expect, it } from "vitest";
import {
  languageFaults,
  malformed,
  missing,
  needed,
  readEnvelope,
  readFormulas,
  readLanguage,
  readOutput,
  readProtections,
  readRunOptions,
  type WrittenOptions,
} from "../../../packages/api/src/cli/options.ts";
import type { Issue, Result } from "../../../packages/core/src/index.ts";

const WRITTEN = { register: "city", methodology: "kz/almaty", year: "2026", language: "ru" };

describe("the options of a run", () => {
  it("are read with knowledge of 31 December unless a day is given", () => {
    expect(readRunOptions(WRITTEN)).toEqual({
      ok: true,
      value: {
        ...{ register: "city", methodology: "kz/almaty", parameters: undefined, scenarios: [] },
        asOf: { budgetYear: 2026, knownOn: "2026-12-31" },
      },
    });
    const change = { knownOn: "2026-06-30", parameters: "rates.csv" };
    expect(readRunOptions({ ...WRITTEN, ...change })).toMatchObject({
      value: { asOf: { knownOn: "2026-06-30" }, parameters: "rates.csv" },
    });
  });

  it.each<[string, WrittenOptions, readonly string[]]>([
    ["a register", { register: undefined }, ["option-missing --register"]],
    ["a methodology", { methodology: undefined }, ["option-missing --methodology"]],
    ["a year", { year: undefined }, ["option-missing --year"]],
    ["a year of four digits", { year: "26" }, ["option-malformed --year"]],
    ["a year of our time", { year: "1826" }, ["option-malformed --year"]],
    ["a year that is a number", { year: "2026.0" }, ["option-malformed --year"]],
    ["a day that exists", { knownOn: "2026-06-31" }, ["option-malformed --known-on"]],
    ["a day in ISO form", { knownOn: "30.06.2026" }, ["option-malformed --known-on"]],
    ["one scenario", { scenario: ["a.json", "b.json"] }, ["option-malformed --scenario"]],
    ["one of three languages", { language: "kz" }, ["option-malformed --language"]],
    [
      "all of it at once",
      { register: undefined, year: "x", knownOn: "y" },
      [...["option-missing --register", "option-malformed --year", "option-malformed --known-on"]],
    ],
  ])("must have %s", (_, change, expected) => {
    expect(faultsOf(readRunOptions({ ...WRITTEN, ...change }))).toEqual(expected);
  });
});

describe("an envelope", () => {
  it.each([
    ["432000000000.00", 43_200_000_000_000n],
    ["432000000000", 43_200_000_000_000n],
    ["0", 0n],
    ["1,5", 150n],
    ["432 000 000,25", 43_200_000_025n],
    ["1\u00A0000\u202F000", 100_000_000n],
  ])("may be written as %s", (envelope, expected) => {
    expect(readEnvelope({ envelope })).toEqual({ ok: true, value: expected });
  });

  it.each(["-5", "1.005", "много", "", "1,000,000", "1e9"])("may not be «%s»", (envelope) => {
    expect(faultsOf(readEnvelope({ envelope }))).toEqual(["option-malformed --envelope"]);
  });

  it("need not be given", () => {
    expect(readEnvelope({})).toEqual({ ok: true, value: undefined });
  });
});

describe("an output", () => {
  it.each(["lines.csv", "lines.json", "out/LINES.CSV"])("may be %s", (out) => {
    expect(readOutput({ out })).toEqual({ ok: true, value: out });
  });

  it.each(["lines.xlsx", "csv", "lines", ""])("may not be «%s»", (out) => {
    expect(faultsOf(readOutput({ out }))).toEqual(["option-malformed --out"]);
  });

  it("need not be given", () => {
    expect(readOutput({})).toEqual({ ok: true, value: undefined });
  });
});

it("a language that there is not is told in Russian", () => {
  expect(["ru", "kk", "en", "de"].map((language) => readLanguage({ language }))).toEqual([
    ...["ru", "kk", "en", "ru"],
  ]);
  expect(languageFaults({})).toEqual([]);
  expect(languageFaults({ language: "de" })).toHaveLength(1);
});

it("an option that must be there is named with an example of it", () => {
  const issues: Issue[] = [];
  expect(needed({ line: "a/b/c" }, "line", issues)).toBe("a/b/c");
  expect(needed({ line: true }, "line", issues)).toBe("");
  expect(issues).toEqual([missing("--line", "--line TIER/BUDGET_CODE/METHOD | --formula NAME")]);
  expect(malformed("--out", "x", "*.csv").facts).toEqual({
    ...{ option: "--out", value: "x", expected: "*.csv" },
  });
});

function faultsOf(result: Result<unknown>): readonly string[] {
  return (result.ok ? [] : result.issues).map(({ code, facts }) =>
    "option" in facts ? `${code} ${facts.option}` : code,
  );
}

describe("names of formulas", () => {
  it.each<[string | undefined, readonly string[]]>([
    ["norm", ["norm"]],
    ["secondary.norm, need ,norm", ["secondary.norm", "need", "norm"]],
    ["b,a,b", ["b", "a"]],
    [undefined, []],
  ])("%j are columns in the order written, each once", (formulas, value) => {
    expect(readFormulas({ formulas })).toEqual({ ok: true, value });
  });

  it.each(["", " ", "a,,b", "a,"])("%j leave a column without a name", (formulas) => {
    expect(faultsOf(readFormulas({ formulas }))).toEqual(["option-malformed --formulas"]);
  });
});

describe("the ledger", () => {
  it.each([undefined, "ledger.csv", "LEDGER.CSV"])("may be written to %s", (protections) => {
    expect(readProtections({ protections })).toEqual({ ok: true, value: protections });
  });

  it.each(["ledger.json", "ledger"])("is no %s", (protections) => {
    expect(faultsOf(readProtections({ protections }))).toEqual(["option-malformed --protections"]);
  });
});
