import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  manifestOf,
  methodologyFolder,
  schoolDocuments,
} from "../../support/methodology-folder.ts";
import { faultCodes, runWords } from "../../support/run-words.ts";
import { formula, label, parameter, valued } from "../../support/school-methodology.ts";

describe("a methodology without faults", () => {
  it.each([
    ["ru", "Методика kz/almaty без ошибок."],
    ["kk", "kz/almaty әдістемесінде қате жоқ."],
    ["en", "Methodology kz/almaty has no faults."],
  ])("is told so in %s, with what it holds", async (language, sentence) => {
    const run = await runWords("check-methodology", "kz/almaty", "--language", language);
    expect(run).toMatchObject({ exitCode: 0, told: [] });
    expect(run.printed).toMatch(new RegExp(`^${sentence} .*\\d+.*2025, 2026\\.\n$`));
  });
});

describe("a methodology is refused with document, line and column", () => {
  it.each<[string, object | string, readonly string[]]>([
    ["JSON that is none", '{\n  "formatVersion": 1,\n}', ["json-syntax 3:1", "json-syntax 3:1"]],
    ["a document of another version", { formatVersion: 2 }, ["document-version 2:20"]],
    ["a field that there is not", { formatVersion: 1, formulae: [] }, ["key-unknown 3:15"]],
    [
      "an expression that cannot be read",
      { formatVersion: 1, formulas: [formula("f", "KZT", "1 KZT +")] },
      ["expression-syntax 15:29"],
    ],
    [
      "a name that there is not",
      { formatVersion: 1, formulas: [formula("f", "KZT", "1 KZT + rte")] },
      ["name-unknown 15:30"],
    ],
    [
      "a unit that does not agree",
      { formatVersion: 1, formulas: [formula("f", "KZT", ["1 KZT", "+ 1 month"])] },
      ["unit-mismatch 17:12"],
    ],
    [
      "formulas in a circle",
      { formatVersion: 1, formulas: [formula("f", "KZT", "g"), formula("g", "KZT", "f")] },
      ["formula-circle 4:5"],
    ],
    [
      "a value without a ground",
      {
        formatVersion: 1,
        parameters: [parameter("p", "KZT", [valued("1", { status: "enacted" })])],
      },
      ["provenance-missing 19:22"],
    ],
    [
      "a clause that there is not",
      {
        formatVersion: 1,
        parameters: [parameter("p", "KZT", [valued("1", { provision: "law/1" })])],
      },
      ["reference-unknown 20:25"],
    ],
    [
      "a value that overlaps another",
      { formatVersion: 1, parameters: [parameter("p", "KZT", [valued("1"), valued("2")])] },
      ["parameter-overlap 21:9"],
    ],
  ])("for %s", async (_, document, expected) => {
    const folder = await methodologyFolder({ ...schoolDocuments(), "own.json": document });
    const run = await runWords("check-methodology", folder);
    expect(run.exitCode).toBe(2);
    const told = run.told.map(({ code, line, column }) => `${code} ${line}:${column}`);
    expect(told).toEqual(expected);
    expect(new Set(run.told.map(({ file }) => file))).toEqual(new Set([join(folder, "own.json")]));
  });

  it("for days of its years on which a value is missing", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments("base"),
      "own/manifest.json": manifestOf("own", "../base"),
      "own/rates.json": {
        formatVersion: 1,
        parameters: [parameter("rate", "KZT/pupil", [valued("1", { validTo: "2026-07-01" })])],
      },
    });
    const run = await runWords("check-methodology", join(folder, "own"), "--language", "en");
    expect(faultCodes(run)).toEqual(["parameter-gap"]);
    expect(run.told[0]).toMatchObject({ line: 4, facts: { from: "2026-07-01", to: "2027-01-01" } });
  });

  it("for several faults at once, in the language asked for", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "own.json": {
        formatVersion: 1,
        formulas: [formula("f", "KZT", "rte + 1 KZT"), formula("g", "KZT", "1 month")],
        budgetCodes: [{ budgetCode: "04.2.360.040", label: label("again") }],
      },
    });
    const run = await runWords("check-methodology", folder, "--language", "kk");
    expect(new Set(faultCodes(run))).toEqual(
      new Set(["name-unknown", "type-mismatch", "definition-duplicate"]),
    );
    for (const { message } of run.told) expect(message).toMatch(/[әғқңөұүһі]/i);
  });

  it("for a folder without a methodology", async () => {
    const run = await runWords("check-methodology", await methodologyFolder({}));
    expect(run.exitCode).toBe(2);
    expect(run.told).toMatchObject([{ code: "file-missing", expected: "manifest.json" }]);
  });
});
