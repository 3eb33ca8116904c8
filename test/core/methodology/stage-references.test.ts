import { describe, expect, it } from "vitest";
import { stagedFaults, tinyStage } from "../../support/tiny-stages.ts";

type Json = Readonly<Record<string, unknown>>;

const faultsOf = (kind: string, change: Json) => stagedFaults([tinyStage("s", kind, change)]);
const FIT = { lines: ["main"], envelope: "envelope" };
const POOL = { into: "main", amount: "envelope", weight: "need" };

describe("a stage names lines that exist, each once", () => {
  it.each<[string, string, Json, readonly string[]]>([
    [
      "a misspelt one",
      "fit",
      { ...FIT, lines: ["mian"] },
      ["reference-unknown stages.0.lines.0 mian line "],
    ],
    [
      "one letter too many",
      "pool",
      { ...POOL, into: "extras" },
      ["reference-unknown stages.0.into extras line extra"],
    ],
    [
      "a line twice",
      "limit",
      { ...FIT, lines: ["main", "extra", "main"] },
      ["definition-duplicate stages.0.lines.2 main line"],
    ],
    [
      "a category twice",
      "fill",
      { change: "0", categories: [{ line: "main" }, { line: "main" }, { line: "extr" }] },
      [
        "definition-duplicate stages.0.categories.1.line main line",
        "reference-unknown stages.0.categories.2.line extr line extra",
      ],
    ],
  ])("%s", (_name, kind, change, faults) => {
    expect(faultsOf(kind, change)).toEqual(faults.map((fault) => fault.trim()));
  });

  it("but the line that receives may give, too", () => {
    expect(faultsOf("pool", { ...POOL, lines: ["main"], collect: "need" })).toEqual([]);
  });
});

describe("a stage forms groups of lines or of organisations", () => {
  it.each<[string, Json]>([
    ["fit", { ...FIT, by: ["tier", "line", "budget_code", "district", "zone"] }],
    ["pool", { ...POOL, by: ["district", "zone"] }],
    ["fill", { change: "0", categories: [{ line: "main" }], by: ["organisation"] }],
  ])("%s", (kind, change) => {
    expect(faultsOf(kind, change)).toEqual([]);
  });

  it.each<[string, string, Json, string]>([
    [
      "one that no attribute forms",
      "fit",
      { ...FIT, by: ["distrikt"] },
      "reference-unknown stages.0.by.0 distrikt group district",
    ],
    [
      "an attribute of numbers",
      "fit",
      { ...FIT, by: ["need"] },
      "reference-unknown stages.0.by.0 need group",
    ],
    [
      "the same twice",
      "limit",
      { ...FIT, by: ["zone", "zone"] },
      "definition-duplicate stages.0.by.1 zone group",
    ],
    [
      "a fit inside each organisation",
      "fit",
      { ...FIT, by: ["organisation"] },
      "document-malformed stages.0.by.0 tier | line | budget_code | district | zone organisation",
    ],
    [
      "a pool of lines",
      "pool",
      { ...POOL, by: ["tier"] },
      "document-malformed stages.0.by.0 district | zone tier",
    ],
  ])("%s is refused", (_name, kind, change, fault) => {
    expect(faultsOf(kind, change)).toEqual([fault]);
  });
});
