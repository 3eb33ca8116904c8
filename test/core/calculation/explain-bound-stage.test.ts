import { describe, expect, it } from "vitest";
import { EXTRA, explainedStage, factsOf } from "../../support/explained-stage.ts";
import { stage } from "../../support/staged-city.ts";

const bound = (kind: string, fields: object = {}) => [
  stage("held", 1, { kind, lines: ["base"], bound: kind, ...fields }),
];

describe("a bound", () => {
  it.each([
    ["floor", "50", "floor-raised", "30"],
    ["floor", "90", "floor-kept", "0"],
    ["cap", "90", "cap-cut", "10"],
    ["cap", "50", "cap-kept", "0"],
  ])("a %s of 80 says what it does to %s", (kind, base, code, change) => {
    const { told } = explainedStage(bound(kind), { a: { base, floor: "80", cap: "80" } });
    expect(factsOf(told, code)).toEqual({ bound: "80", change });
    expect(told?.inputs.map(({ id, value }) => [id, value])).toEqual([
      ["bound", { kind: "number", exact: "80", unit: "KZT" }],
    ]);
  });

  it("of all lines together divides its change between them", () => {
    const stages = bound("floor", { lines: ["base", "extra"], per: "organisation" });
    const city = { a: { base: "60", extra: "20", floor: "100" } };
    const { told } = explainedStage(stages, city, "a", EXTRA);
    expect(told).toMatchObject({ before: { exact: "20.00" }, value: { exact: "25.00" } });
    expect(factsOf(told, "stage-together")).toEqual({ before: "80", after: "100" });
  });
});

it("a bound of lines of which one is a debt divides its change evenly", () => {
  const stages = bound("floor", { lines: ["base", "extra"], per: "organisation" });
  const city = { a: { base: "-10", extra: "50", floor: "100" } };
  const { told } = explainedStage(stages, city, "a", EXTRA);
  expect(told).toMatchObject({ before: { exact: "50.00" }, value: { exact: "80.00" } });
});

describe("floors that caps pay for", () => {
  const paid = (fields: object = {}) => [
    stage("balance", 1, {
      ...{ kind: "floor-and-cap", lines: ["base"], floor: "floor", cap: "cap" },
      ...{ shortfall: "envelope", ...fields },
    }),
  ];
  const poor = { base: "10", floor: "40", cap: "90" };
  const rich = (base: string) => ({ base, floor: "0", cap: "50" });

  it("say what was lacking, and who pays", () => {
    const { told, said } = explainedStage(paid(), { a: poor, b: rich("100") });
    expect(said).toEqual(["bounds-raised", "bounds-paid-by-caps", "bounds-group"]);
    expect(factsOf(told, "bounds-raised")).toEqual({ floor: "40", need: "30", change: "30" });
    expect(factsOf(told, "bounds-group")).toEqual({ needs: "30", excess: "50", taken: "30" });
  });

  it("say what was taken above a cap", () => {
    const { told } = explainedStage(paid(), { a: poor, b: rich("100") }, "b");
    expect(factsOf(told, "bounds-cut")).toEqual({ cap: "50", excess: "50", change: "30" });
  });

  it("are paid by the budget too where the caps give too little", () => {
    expect(explainedStage(paid(), { a: poor, b: rich("60") }).said).toContain(
      "bounds-paid-by-both",
    );
    expect(explainedStage(paid(), { a: poor }).said).toContain("bounds-paid-by-envelope");
  });

  it("are scaled where the law says so", () => {
    const { told } = explainedStage(paid({ shortfall: "scale" }), { a: poor, b: rich("60") });
    expect(factsOf(told, "bounds-scaled")).toMatchObject({ need: "30", change: "10" });
  });

  it("leave a line within its bounds", () => {
    const { said } = explainedStage(paid(), { a: { base: "45", floor: "40", cap: "90" } });
    expect(said).toEqual(["bounds-kept", "bounds-group"]);
  });
});
