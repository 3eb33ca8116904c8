import { describe, expect, it } from "vitest";
import { explainLine, formatTenge, lineName } from "../../../packages/core/src/index.ts";
import { BASE, EXTRA, explainedStage, factsOf, GIFT } from "../../support/explained-stage.ts";
import { getValue } from "../../support/get-value.ts";
import { stage, stagedRun } from "../../support/staged-city.ts";

const pool = (fields: object) => [
  stage("shared", 1, { kind: "pool", into: "gift", weight: "weight", ...fields }),
];
const THREE = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" } };

describe("a pool says", () => {
  it("how it was made and what the share of a line is", () => {
    const city = {
      a: { weight: "1", given: "0" },
      b: { base: "90", weight: "2", given: "20", rank: "1" },
      c: { weight: "3" },
    };
    const fields = { lines: ["base"], collect: "given", amount: "10 KZT" };
    const { told } = explainedStage(pool(fields), city, "a", GIFT);
    expect(factsOf(told, "pool-granted")).toEqual({ pool: "30", collected: "20", granted: "10" });
    expect(factsOf(told, "pool-share")).toEqual({
      ...{ weight: "1", weights: "4", share: "0.25", received: "7.5" },
    });
    expect(told?.inputs.map(({ id }) => id)).toEqual(["weight", "amount"]);
  });

  it("what a line gave of what its organisation gives", () => {
    const city = { a: { base: "60", extra: "20", given: "8", weight: "1" } };
    const fields = { lines: ["base", "extra"], collect: "given" };
    const { told } = explainedStage(pool(fields), city, "a", EXTRA);
    expect(factsOf(told, "pool-given-part")).toEqual({ collected: "2", whole: "8" });
    const alone = explainedStage(pool({ ...fields, lines: ["base"] }), city);
    expect(factsOf(alone.told, "pool-given")).toMatchObject({ collected: "8" });
  });

  it("what the formula has taken already", () => {
    const { told } = explainedStage(
      pool({ collect: "given" }),
      { a: { weight: "1", given: "5" }, b: { weight: "1" } },
      "a",
      GIFT,
    );
    expect(told?.value).toMatchObject({ exact: "2.50" });
    expect(factsOf(told, "pool-counted")).toMatchObject({ whole: "5" });
  });

  it("that a line which the pool begins gave nothing, though its organisation did", () => {
    const fields = { lines: ["base", "gift"], collect: "given" };
    const city = { a: { base: "60", given: "10", weight: "1" }, b: { base: "9", weight: "1" } };
    const run = stagedRun(pool(fields), city);
    const lines = run.lines.map((each) =>
      getValue(explainLine(run, each.organisationId, lineName(each))),
    );
    expect(lines.map(({ value }) => (value.kind === "number" ? value.exact : ""))).toEqual(
      run.lines.map(({ amount }) => formatTenge(amount)),
    );
  });

  it("that a line which gave nothing stays", () => {
    const city = { a: { base: "60", weight: "1", given: "0" }, b: { base: "9", given: "3" } };
    const stages = pool({ lines: ["base"], collect: "given" });
    const { told, said } = explainedStage(stages, city, "a", BASE);
    expect(said).toEqual(["stage-passed"]);
    expect(told?.inputs.map(({ id, value }) => [id, value])).toEqual([
      ["collect", { kind: "number", exact: "0", unit: "KZT" }],
    ]);
  });

  it("how a share was rounded, and what that leaves", () => {
    const fields = { amount: "100 KZT", sharePlaces: 2, leftOver: "leave" };
    const { told } = explainedStage(pool(fields), THREE, "a", GIFT);
    expect(factsOf(told, "pool-rounded-share")).toMatchObject({
      ...{ exact: "1/3", share: "0.33", places: "2", received: "33" },
    });
    expect(factsOf(told, "pool-left")).toEqual({ left: "1" });
  });

  it("that the last one has what is left", () => {
    const stages = pool({ amount: "100 KZT", leftOver: "last" });
    const { told } = explainedStage(stages, THREE, "c", GIFT);
    expect(factsOf(told, "pool-share")).toMatchObject({ received: "33.34" });
  });

  it("that a weight of zero has no share", () => {
    const stages = [
      ...pool({ amount: "100 KZT" }),
      stage("more", 2, { kind: "pool", into: "gift", weight: "1", amount: "2 KZT" }),
    ];
    const { trace } = explainedStage(stages, { a: { weight: "0" }, b: { weight: "1" } }, "a", GIFT);
    const first = trace.inputs.find(({ id }) => id === "shared");
    expect(first?.sentences.map(({ code }) => code)).toEqual(["pool-granted", "pool-no-weight"]);
  });
});
