import { describe, expect, it } from "vitest";
import { fileFaults, pathFaults } from "../../../packages/api/src/cli/output-paths.ts";

const INPUTS = { register: "city", methodology: "law", scenarios: ["a.json"], files: ["p.csv"] };

describe("an output may not stand", () => {
  it.each(["city/headcounts.csv", "law/main.json", "./a.json", "p.csv"])("at %s", (path) => {
    expect(pathFaults({ "--out": path }, INPUTS)).toMatchObject([
      { facts: { option: "--out", value: path, expected: "other-than-input" } },
    ]);
  });

  it("where another output stands", () => {
    expect(pathFaults({ "--out": "x.csv", "--cliffs": "./x.csv" }, INPUTS)).toMatchObject([
      { facts: { option: "--cliffs", expected: "other-than-out" } },
    ]);
  });

  it("where a document stands that was only found on the way", () => {
    expect(
      fileFaults({ "--out": "parent.json", "--cliffs": undefined }, ["parent.json"]),
    ).toHaveLength(1);
    expect(fileFaults({ "--out": "other.json" }, ["parent.json"])).toEqual([]);
  });
});

it("beside inputs there is room", () => {
  expect(pathFaults({ "--out": "city/out.csv", "--cliffs": "law/c.csv" }, INPUTS)).toEqual([]);
});
