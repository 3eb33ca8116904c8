import { describe, expect, it } from "vitest";
import { explainedStage, factsOf } from "../../support/explained-stage.ts";
import { stage } from "../../support/staged-city.ts";

const fitted = (envelope: string, fields: object = {}) => [
  stage("fitted", 1, { kind: "fit", lines: ["base"], envelope, ...fields }),
];
const THREE = { a: { base: "100" }, b: { base: "100" }, c: { base: "100" } };

describe("a fit says", () => {
  it("the envelope, the factor, and who has the last tiyn", () => {
    const { told } = explainedStage(fitted("100 KZT"), THREE);
    expect(told?.value).toMatchObject({ exact: "33.34" });
    expect(factsOf(told, "fit-envelope")).toEqual({ envelope: "100", sum: "300" });
    expect(factsOf(told, "fit-factor")).toMatchObject({ factor: "1/3" });
    expect(factsOf(told, "last-unit")).toEqual({ unit: "0.01" });
    expect(explainedStage(fitted("100 KZT"), THREE, "b").said).not.toContain("last-unit");
  });

  it("what holds within its district alone", () => {
    const city = {
      ...{ a: { base: "100" }, b: { base: "300" } },
      c: { base: "500", district: "south" },
    };
    const { told } = explainedStage(fitted("100 KZT", { by: ["district"] }), city);
    expect(told?.value).toMatchObject({ exact: "25.00" });
    expect(factsOf(told, "fit-envelope")).toEqual({ envelope: "100", sum: "400" });
  });

  it("that nothing was to be done", () => {
    const { said } = explainedStage(fitted("400 KZT", { direction: "down" }), THREE);
    expect(said).toEqual(["fit-envelope", "fit-kept"]);
  });

  it("that estimates stand in the envelope", () => {
    const { told } = explainedStage(fitted("600 KZT", { countsEstimates: true }), THREE);
    expect(factsOf(told, "fit-estimates")).toEqual({ estimates: "0" });
  });

  it("that a debt is never scaled, and leaves more for the others", () => {
    const city = { a: { base: "-50" }, b: { base: "100" } };
    expect(explainedStage(fitted("100 KZT"), city).said).toContain("fit-debt");
    const { told } = explainedStage(fitted("100 KZT"), city, "b");
    expect(factsOf(told, "fit-factor")).toMatchObject({ total: "150", factor: "1.5" });
  });

  it("what rounding by itself leaves", () => {
    const { told } = explainedStage(fitted("100 KZT", { leftOver: "leave", places: 0 }), THREE);
    expect(told?.value).toMatchObject({ exact: "33.00" });
    expect(factsOf(told, "fit-left")).toEqual({ left: "1" });
    const last = fitted("100 KZT", { leftOver: "last", places: 0 });
    expect(explainedStage(last, THREE, "c").told?.value).toMatchObject({ exact: "34.00" });
  });

  it("which lines their bounds hold, and the factor of the others", () => {
    const city = {
      a: { base: "100", floor: "80", cap: "200" },
      b: { base: "100", floor: "0", cap: "40" },
      c: { base: "200", floor: "0", cap: "500" },
    };
    const stages = fitted("220 KZT", { floor: "floor", ceiling: "cap" });
    expect(explainedStage(stages, city, "a").said).toContain("fit-floor");
    expect(explainedStage(stages, city, "b").said).toContain("fit-ceiling");
    expect(factsOf(explainedStage(stages, city, "c").told, "fit-bounded")).toEqual({
      factor: "0.5",
    });
  });
});
