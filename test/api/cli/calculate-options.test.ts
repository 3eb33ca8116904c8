import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAsked } from "../../../packages/api/src/cli/calculate-options.ts";
import type { WrittenOptions } from "../../../packages/api/src/cli/options.ts";
import { REGISTER_FILES } from "../../../packages/api/src/files/read-register-folder.ts";

const WRITTEN = { register: "city", methodology: "law", year: "2026", language: "ru" };

it("what is asked is read as a whole", () => {
  const written = { envelope: "1", formulas: "a,b", out: "x.csv", protections: "y.csv" };
  expect(readAsked({ ...WRITTEN, ...written })).toMatchObject({
    ...{ options: { register: "city", methodology: "law" }, envelope: 100n, formulas: ["a", "b"] },
    paths: { out: "x.csv", protections: "y.csv" },
  });
});

it("every fault is told at once", () => {
  const broken = { year: "x", envelope: "y", formulas: ",", out: "z.txt", protections: "z.json" };
  expect(faultsOf(broken)).toEqual(
    ["--year", "--envelope", "--out", "--formulas", "--protections"].map(
      (option) => `option-malformed ${option}`,
    ),
  );
});

describe("nothing is written", () => {
  it.each(REGISTER_FILES.filter((name) => name.endsWith(".csv")))(
    "over %s of the register, however its path is written",
    (name) => {
      for (const path of [join("city", name), `city/../city/./${name}`]) {
        expect(faultsOf({ out: path })).toEqual(["option-malformed --out"]);
        expect(faultsOf({ protections: path })).toEqual(["option-malformed --protections"]);
      }
    },
  );

  it("over the table of parameters", () => {
    expect(faultsOf({ parameters: "rates.csv", out: "./rates.csv" })).toEqual([
      "option-malformed --out",
    ]);
  });

  it("over a document of the methodology", () => {
    expect(faultsOf({ out: "law/manifest.json" })).toEqual(["option-malformed --out"]);
    expect(faultsOf({ out: "law/result.csv" })).toEqual([]);
  });

  it("twice into one file", () => {
    expect(faultsOf({ out: "a/one.csv", protections: "a/./one.csv" })).toEqual([
      "option-malformed --protections",
    ]);
  });

  it("but another file beside the register is no input", () => {
    expect(faultsOf({ out: "city/lines.csv", protections: "city/ledger.csv" })).toEqual([]);
  });
});

function faultsOf(change: WrittenOptions): readonly string[] {
  const asked = readAsked({ ...WRITTEN, ...change });
  if (!("faults" in asked)) return [];
  return asked.faults.map(({ code, facts }) =>
    [code, ...("option" in facts ? [facts.option] : [])].join(" "),
  );
}
