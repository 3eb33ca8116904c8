import { expect, it } from "vitest";
import { linesOfStage } from "../../../packages/core/src/methodology/stage.ts";
import { stagedMethodology, tinySolve, tinyStage } from "../../support/tiny-stages.ts";

it.each([
  ["a limit reads its lines", "limit", { lines: ["extra", "main"], envelope: "envelope" }],
  [
    "a pool gives to one line what it takes from others",
    "pool",
    { lines: ["extra"], collect: "need", weight: "need", into: "main" },
  ],
  [
    "a fill changes its categories",
    "fill",
    { change: "0", categories: [{ line: "extra" }, { line: "main" }] },
  ],
])("%s", (_name, kind, change) => {
  const [stage] = stagedMethodology([tinyStage("s", kind, change)]).stages;
  expect(stage && linesOfStage(stage)).toEqual(["extra", "main"]);
});

it("a line is named once, and a solve changes none", () => {
  const pool = { lines: ["main"], collect: "need", weight: "need", into: "main" };
  const { stages } = stagedMethodology([
    tinyStage("s", "pool", pool),
    tinySolve("t", "rate", { order: 20, total: "total(pupils * rate)" }),
  ]);
  expect(stages.map(linesOfStage)).toEqual([["main"], []]);
});
