import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readScenarios } from "../../../packages/api/src/files/read-scenarios.ts";
import { overridesOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { scenarioContent, scenarioFolder } from "../../support/scenario-files.ts";

const OVERRIDE = { parameter: "secondary.L", value: "1" };
const OTHER = { parameter: "secondary.L", value: "2" };

describe("scenarios are read from files", () => {
  it("with the parents they stand on, from where each document lies", async () => {
    const folder = await scenarioFolder({
      "child.json": scenarioContent("child", [OTHER], "below/parent.json"),
      "parent.json": scenarioContent("parent", [OVERRIDE]),
    });
    await mkdir(join(folder, "below"));
    await rename(join(folder, "parent.json"), join(folder, "below", "parent.json"));
    const read = await readScenarios([join(folder, "child.json")]);
    const [child] = getValue(read.scenarios);
    expect(child?.parent?.name).toBe("parent");
    expect(child && overridesOf(child).map((each) => "value" in each && each.value)).toEqual([
      ...["1", "2"],
    ]);
    expect(read.files).toHaveLength(2);
    expect(child?.parent && read.fileOf(child.parent)).toMatch(/parent\.json$/);
  });

  it("in the order asked, one that two stand on only once", async () => {
    const folder = await scenarioFolder({
      "a.json": scenarioContent("a", [], "c.json"),
      "b.json": scenarioContent("b", [], "c.json"),
      "c.json": scenarioContent("c", [OVERRIDE]),
    });
    const read = await readScenarios(["b.json", "a.json"].map((name) => join(folder, name)));
    const [first, second] = getValue(read.scenarios);
    expect([first?.name, second?.name]).toEqual(["b", "a"]);
    expect(first?.parent).toBe(second?.parent);
  });

  it("or refused with every fault of every document, each with line and column", async () => {
    const folder = await scenarioFolder({
      "a.json": scenarioContent("a", [{ ...OVERRIDE, reason: " " }], "b.json"),
      "b.json": scenarioContent("b", [{ ...OVERRIDE, valeu: "1" }]),
    });
    const read = await readScenarios([join(folder, "a.json")]);
    const told = read.scenarios.ok ? [] : read.scenarios.issues;
    expect(told.map(({ place }) => place.file)).toEqual([
      ...[join(folder, "b.json"), join(folder, "a.json")],
    ]);
    for (const { place } of told) expect(place.line).toBeGreaterThan(1);
  });

  it("or refused where a parent is missing, at its name", async () => {
    const folder = await scenarioFolder({ "a.json": scenarioContent("a", [], "gone.json") });
    const { scenarios } = await readScenarios([join(folder, "a.json")]);
    expect(scenarios).toMatchObject({
      issues: [{ code: "file-missing", place: { line: 4 }, facts: { expected: "gone.json" } }],
    });
  });

  it("or refused where the JSON is broken, and then nothing else is said of it", async () => {
    const folder = await scenarioFolder({ "a.json": scenarioContent("a", [], "b.json") });
    await writeFile(join(folder, "b.json"), "{");
    const { scenarios } = await readScenarios([join(folder, "a.json")]);
    expect(scenarios.ok ? [] : scenarios.issues.map(({ code }) => code)).toEqual(["json-syntax"]);
  });

  it("or refused where they stand on each other, by a link, too", async () => {
    const folder = await scenarioFolder({ "a.json": scenarioContent("a", [], "b.json") });
    await symlink(join(folder, "a.json"), join(folder, "b.json"));
    const { scenarios } = await readScenarios([join(folder, "a.json")]);
    const [found] = scenarios.ok ? [] : scenarios.issues;
    expect(found).toMatchObject({ code: "parent-circle" });
  });
});
