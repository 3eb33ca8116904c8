import { describe, expect, it } from "vitest";
import { BASE, EXTRA, explainedStage, factsOf } from "../../support/explained-stage.ts";
import { stage } from "../../support/staged-city.ts";

const fill = (change: string, fields: object = {}) => [
  stage("spread", 1, {
    ...{ kind: "fill", by: ["district"], change, leftOver: "leave" },
    ...{ categories: [{ line: "extra" }, { line: "base", floor: "floor", ceiling: "cap" }] },
    ...fields,
  }),
];
const CITY = {
  a: { extra: "20", base: "60", floor: "50", cap: "70" },
  b: { extra: "40", base: "60", floor: "50", cap: "90" },
};

describe("a change that fills categories says", () => {
  it("what fell to the category and to the line", () => {
    const { told } = explainedStage(fill("-30 KZT"), CITY, "a", EXTRA);
    expect(factsOf(told, "fill-change")).toEqual({ change: "-30" });
    expect(factsOf(told, "fill-taken")).toEqual({
      ...{ position: "1", count: "2", taken: "-30", part: "-10" },
    });
  });

  it("that a line has reached its end, and the rest goes on", () => {
    expect(explainedStage(fill("-70 KZT"), CITY, "a", EXTRA).said).toContain("fill-full");
    const { told } = explainedStage(fill("-70 KZT"), CITY, "a", BASE);
    expect(factsOf(told, "fill-taken")).toMatchObject({ position: "2", taken: "-10", part: "-5" });
  });

  it("that nothing came so far", () => {
    expect(explainedStage(fill("-30 KZT"), CITY, "a", BASE).said).toEqual([
      "fill-change",
      "fill-not-reached",
    ]);
  });

  it("what no category could take", () => {
    const { told } = explainedStage(fill("-90 KZT"), CITY, "b", BASE);
    expect(told?.value).toMatchObject({ exact: "50.00" });
    expect(factsOf(told, "fill-left")).toEqual({ left: "-10" });
  });

  it("that the last line has the rest", () => {
    const stages = fill("-90 KZT", { leftOver: "last" });
    expect(explainedStage(stages, CITY, "b", BASE).told?.value).toMatchObject({ exact: "40.00" });
  });

  it("that a rise stops at the ceiling", () => {
    const stages = fill("45 KZT", { categories: [{ line: "base", ceiling: "cap" }] });
    const { told } = explainedStage(stages, CITY, "a", BASE);
    expect(factsOf(told, "fill-taken")).toMatchObject({ taken: "40", part: "10" });
    expect(factsOf(told, "fill-left")).toEqual({ left: "5" });
  });
});
