import { describe, expect, it } from "vitest";
import {
  changersOf,
  stageIndexOf,
} from "../../../../packages/core/src/calculation/stages/stage-index.ts";
import type { CalculationPlan } from "../../../../packages/core/src/index.ts";
import { stage, stagedRun } from "../../../support/staged-city.ts";

const bound = { bound: "floor" };
const STAGES = [
  stage("first", 1, { ...bound, kind: "floor", lines: ["base"] }),
  stage("second", 2, { ...bound, kind: "cap", lines: ["base", "extra"] }),
  stage("told", 3, { kind: "limit", lines: ["base"], envelope: "1 KZT" }),
  stage("third", 4, { kind: "pool", into: "extra", weight: "1", collect: "0", lines: ["base"] }),
  stage("later", 5, { ...bound, kind: "floor", lines: ["extra"], validFrom: "2027-01-01" }),
];

function plan(): CalculationPlan {
  return stagedRun(STAGES, { a: { base: "1", extra: "1" } }).plan;
}

const idsOf = (stages: readonly { readonly id: string }[]) => stages.map(({ id }) => id);

describe("the stages of a plan", () => {
  it("stand before each other by their order", () => {
    const { stages } = plan();
    const index = stageIndexOf(plan());
    expect(stages.map((each) => idsOf(index.before(each)))).toEqual([
      [],
      ["first"],
      ["first", "second"],
      ["first", "second", "told"],
    ]);
  });

  it("are found by their names, where the year has them", () => {
    const { byId } = stageIndexOf(plan());
    expect(byId.get("second")?.kind).toBe("cap");
    expect(byId.get("later")).toBeUndefined();
  });

  it("touch lines in every year, also where they only tell or receive", () => {
    const { touches } = stageIndexOf(plan());
    expect(touches("later", "extra")).toBe(true);
    expect(touches("told", "base")).toBe(true);
    expect(touches("third", "extra")).toBe(true);
    expect(touches("first", "extra")).toBe(false);
  });

  it("are asked for once", () => {
    const made = plan();
    expect(stageIndexOf(made)).toBe(stageIndexOf(made));
    const lists = () => made.stages.map((each) => stageIndexOf(made).before(each));
    const [first, second] = [lists(), lists()];
    expect(first.every((list, place) => list === second[place])).toBe(true);
  });
});

describe("the stages that change a line", () => {
  it("are told the last one first, without those that only tell", () => {
    const { stages } = plan();
    expect(idsOf(changersOf(stages, "base"))).toEqual(["third", "second", "first"]);
    expect(idsOf(changersOf(stages, "extra"))).toEqual(["third", "second"]);
    expect(changersOf(stages, "other")).toEqual([]);
  });

  it("are those of the list that is asked, not of the whole plan", () => {
    const { stages } = plan();
    expect(idsOf(changersOf(stages.slice(0, 2), "base"))).toEqual(["second", "first"]);
  });
});
