import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  checkMethodology,
  readMethodology,
} from "../../../packages/api/src/files/read-methodology.ts";
import type { Issue, Methodology, Result } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  manifestOf,
  methodologyFolder,
  schoolDocuments,
} from "../../support/methodology-folder.ts";
import { formula, parameter, valued } from "../../support/school-methodology.ts";
import { encodeWindows1251 } from "../../support/windows-1251.ts";

describe("a methodology is read", () => {
  it("by its name when it is built in, with what it stands on", async () => {
    const { id, parameters, isDemonstration } = getValue(await readMethodology("kz/almaty"));
    expect([id, isDemonstration]).toEqual(["kz/almaty", true]);
    expect(parameters.get("index.mrp")?.values.length).toBeGreaterThan(0);
    expect(parameters.get("preschool.monthly_rate")?.values.length).toBeGreaterThan(0);
  });

  it("from a folder", async () => {
    const folder = await methodologyFolder(schoolDocuments());
    expect(getValue(await readMethodology(folder)).id).toBe("school");
  });

  it("with the documents of its subfolders, those with a manifest of their own left out", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "deep/er/more.json": { formatVersion: 1, parameters: [parameter("more", "KZT", [])] },
      "city/manifest.json": manifestOf("school/city", ".."),
      "city/own.json": { formatVersion: 1, parameters: [parameter("own", "KZT", [])] },
      "notes.txt": "not a document",
    });
    expect(namesIn(await readMethodology(folder))).toEqual(["more", "rate"]);
    expect(namesIn(await readMethodology(join(folder, "city")))).toEqual(["more", "own", "rate"]);
  });

  it("with documents and folders that are links, each once", async () => {
    const shared = await methodologyFolder({
      "one.json": { formatVersion: 1, parameters: [parameter("linked", "KZT", [])] },
      "more/two.json": { formatVersion: 1, parameters: [parameter("deep", "KZT", [])] },
      "law/manifest.json": manifestOf("law"),
      "law/three.json": { formatVersion: 1, parameters: [parameter("other", "KZT", [])] },
    });
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "LOUD.JSON": { formatVersion: 1, parameters: [parameter("loud", "KZT", [])] },
      "sub/own.json": { formatVersion: 1, parameters: [parameter("own", "KZT", [])] },
    });
    await symlink(join(shared, "one.json"), join(folder, "one.json"));
    await symlink(join(shared, "one.json"), join(folder, "again.json"));
    await symlink(join(shared, "more"), join(folder, "more"));
    await symlink(join(shared, "law"), join(folder, "law"));
    await symlink(folder, join(folder, "sub", "loop"));
    await symlink(join(folder, "sub"), join(folder, "sub", "self"));
    expect(namesIn(await readMethodology(folder))).toEqual([
      ...["deep", "linked", "loud", "own", "rate"],
    ]);
  });

  it("from a folder that stands on one beside it, whose definitions it may replace", async () => {
    const rate = parameter("rate", "KZT/pupil", [valued("5")]);
    const folder = await methodologyFolder({
      ...schoolDocuments("base"),
      "city/manifest.json": manifestOf("city", "../base"),
      "city/rates.json": { formatVersion: 1, parameters: [rate] },
    });
    const { id, parameters } = getValue(await readMethodology(join(folder, "city")));
    expect(id).toBe("city");
    expect(parameters.get("rate")?.values.map(({ digits }) => digits)).toEqual(["5"]);
  });

  it("from a folder that stands on a built-in one", async () => {
    const folder = await methodologyFolder({ "manifest.json": manifestOf("mine", "kz/almaty") });
    const { id, lines } = getValue(await readMethodology(folder));
    expect([id, lines.length]).toEqual(["mine", 7]);
  });

  it("from the folder and not from what is built in, when a path is given", async () => {
    const folder = await methodologyFolder(schoolDocuments("kz/almaty"));
    expect(getValue(await readMethodology(join(folder, "kz/almaty"))).id).toBe("school");
    for (const path of ["./kz/almaty", "/kz/almaty", "kz/../kz/almaty"]) {
      expect(issuesOf(await readMethodology(path)).map(({ code }) => code)).toEqual([
        "file-missing",
      ]);
    }
  });
});

describe("a methodology is refused", () => {
  it.each(["kz/nowhere", "../data/kz", "", "kz/almaty/parameters"])(
    "when there is none: «%s»",
    async (name) => {
      expect(issuesOf(await readMethodology(name))).toEqual([
        { code: "file-missing", place: { file: name }, facts: { expected: "manifest.json" } },
      ]);
    },
  );

  it.each(["kz/nowhere", "../nowhere", "nowhere", "/kz"])(
    "when what it stands on is missing: %s",
    async (base) => {
      const folder = await methodologyFolder({ "manifest.json": manifestOf("mine", base) });
      expect(issuesOf(await readMethodology(folder))).toMatchObject([
        { code: "file-missing", place: { file: base } },
      ]);
    },
  );

  it("when it stands on itself", async () => {
    const folder = await methodologyFolder({ "manifest.json": manifestOf("mine", ".") });
    const [found] = issuesOf(await readMethodology(folder));
    expect(found).toMatchObject({ code: "extends-circle" });
    expect(found?.place.file).toBe(join(folder, "manifest.json"));
  });

  it("when it stands on itself by way of others", async () => {
    const folder = await methodologyFolder({
      "manifest.json": manifestOf("mine", "./a"),
      "a/manifest.json": manifestOf("a", "../b"),
      "b/manifest.json": manifestOf("b", "../a"),
    });
    const [found, ...others] = issuesOf(await readMethodology(folder));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "extends-circle",
      place: { file: join(folder, "b/manifest.json") },
      facts: { path: ["a", "b", "a"].map((name) => join(folder, name)).join(" → ") },
    });
  });

  it("when a link in it leads back to it", async () => {
    const folder = await methodologyFolder({ "manifest.json": manifestOf("mine", "./again") });
    await symlink(folder, join(folder, "again"));
    expect(issuesOf(await readMethodology(folder))).toMatchObject([{ code: "extends-circle" }]);
  });

  it("for every fault of every document, each with its line and column", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "more.json": {
        formatVersion: 1,
        formulas: [
          formula("one", "KZT", ["rate * ", 'pupils["january", "third"]']),
          formula("two", "KZT", "rate + 1 month"),
        ],
        parameters: [
          parameter("three", "KZT", [valued("1", { key: { level: "third" } })], "level"),
        ],
      },
    });
    const issues = issuesOf(await readMethodology(folder));
    expect(issues.map(({ code }) => code)).toEqual([
      ...["code-unknown", "code-unknown", "unit-mismatch"],
    ]);
    for (const { place } of issues) {
      expect(place.file).toBe(join(folder, "more.json"));
      expect(place.line).toBeGreaterThan(1);
    }
  });

  it("for faults of expressions at the character, escapes and lines counted", async () => {
    const text = [
      '{ "formatVersion": 1, "formulas": [',
      '  { "formula": "one", "label": { "ru": "-", "kk": "-", "en": "-" }, "grain": ["organisation"],',
      '    "unit": "KZT", "valuesOn": "year", "validFrom": "2026-01-01", "status": "assumed",',
      '    "expression": [',
      '      "rate\\t*",',
      '      "pupils[\\"january\\", \\"third\\"] + unknown" ] }',
      "] }",
    ].join("\n");
    const folder = await methodologyFolder({ ...schoolDocuments(), "more.json": text });
    const issues = issuesOf(await readMethodology(folder));
    const told = issues.map(({ code, place }) => [code, place.line, place.column]);
    const column = (part: string) => `${(text.split("\n")[5] ?? "").indexOf(part) + 1}`;
    expect(told).toEqual([
      ["code-unknown", 6, column('\\"third')],
      ["name-unknown", 6, column("unknown")],
    ]);
  });

  it("for a second dimension that there is not, where it stands", async () => {
    const text = [
      '{ "formatVersion": 1, "parameters": [',
      '  { "parameter": "p", "label": { "ru": "-", "kk": "-", "en": "-" }, "unit": "KZT",',
      '    "dimensions": ["level", "levle"] }',
      "] }",
    ].join("\n");
    const folder = await methodologyFolder({ ...schoolDocuments(), "more.json": text });
    expect(issuesOf(await readMethodology(folder))).toMatchObject([
      { code: "reference-unknown", place: { line: 3, column: "30" } },
    ]);
  });

  it("for documents that are no JSON, all at once", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "a.json": '{\n  "formatVersion": 1,\n}',
      "b.json": "[",
    });
    const issues = issuesOf(await readMethodology(folder));
    expect(new Set(issues.map(({ place }) => place.file))).toEqual(
      new Set([join(folder, "a.json"), join(folder, "b.json")]),
    );
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["json-syntax"]));
  });

  it("for a link that leads nowhere", async () => {
    const folder = await methodologyFolder(schoolDocuments());
    await symlink(join(folder, "nowhere.json"), join(folder, "rates.json"));
    expect(issuesOf(await readMethodology(folder))).toEqual([
      {
        code: "file-missing",
        place: { file: join(folder, "rates.json") },
        facts: { expected: "rates.json" },
      },
    ]);
  });

  it.each(["more.json", "manifest.json"])("for a %s that is not UTF-8", async (name) => {
    const folder = await methodologyFolder(schoolDocuments());
    const text = JSON.stringify({ ...manifestOf("school"), label: "Мектеп" });
    await writeFile(join(folder, name), encodeWindows1251(text));
    expect(issuesOf(await readMethodology(folder))).toEqual([
      {
        code: "file-unreadable",
        place: { file: join(folder, name) },
        facts: { reason: "not-utf-8" },
      },
    ]);
  });

  it("for a key that stands twice, even when the rest is right", async () => {
    const text = '{ "formatVersion": 1,\n  "formatVersion": 1 }';
    const folder = await methodologyFolder({ ...schoolDocuments(), "more.json": text });
    expect(issuesOf(await readMethodology(folder))).toMatchObject([
      { code: "definition-duplicate", place: { line: 2, column: "3" } },
    ]);
  });

  it("for a document larger than any law", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments(),
      "large.json": `{ "formatVersion": 1 }${" ".repeat(16 * 1024 * 1024)}`,
    });
    expect(issuesOf(await readMethodology(folder))).toEqual([
      {
        code: "file-too-large",
        place: { file: join(folder, "large.json") },
        facts: { limit: "16777216" },
      },
    ]);
  });
});

describe("a methodology is checked", () => {
  it("and found to be without a gap", async () => {
    expect(getValue(await checkMethodology("kz/almaty")).id).toBe("kz/almaty");
  });

  it("and refused for a day of its years on which a value is missing, with the place", async () => {
    const folder = await methodologyFolder({
      ...schoolDocuments("base"),
      "city/manifest.json": manifestOf("city", "../base"),
      "city/rates.json": {
        formatVersion: 1,
        parameters: [parameter("rate", "KZT/pupil", [valued("5", { validTo: "2026-12-31" })])],
      },
    });
    expect(issuesOf(await checkMethodology(join(folder, "city")))).toMatchObject([
      {
        code: "parameter-gap",
        place: { file: join(folder, "city/rates.json"), line: 4, column: "5" },
        facts: { parameter: "rate", key: "", from: "2026-12-31", to: "2027-01-01" },
      },
    ]);
  });
});

function namesIn(result: Result<Methodology>): readonly string[] {
  return [...getValue(result).parameters.keys()].sort();
}

function issuesOf(result: Result<Methodology>): readonly Issue[] {
  return result.ok ? [] : result.issues;
}
