import { describe, expect, it } from "vitest";
import { asOf } from "../../../packages/core/src/index.ts";
import { openSides } from "../../../packages/core/src/scenario/mixed-sides.ts";
import { causesOfStages } from "../../../packages/core/src/scenario/mixed-stages.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, parameter, SCHOOL_CODE, valued } from "../../support/school-methodology.ts";
import { stage, stagedMethodology, stagedRegister } from "../../support/staged-city.ts";

type Document = Readonly<Record<string, unknown>>;
type Law = { readonly stages: readonly Document[]; readonly more?: Document };

const FLOOR = { kind: "floor", lines: ["base"], bound: "floor" };
const floors = (change: Document = {}) => stage("floors", 10, { ...FLOOR, ...change });
const limit = (value: string) => parameter("limit", "KZT", [valued(value)]);
const TOLD = line("told", "floors.change['base'] + 1 KZT", {
  ...{ exists: "when", tier: "preschool", budgetCode: SCHOOL_CODE },
});

function causesBetween(from: Law, to: Law, hasSameWords = true): readonly string[] {
  const side = ({ stages, more }: Law) => ({
    methodology: getValue(stagedMethodology(stages, more)),
    snapshot: stagedRegister({ a: { base: "100" } }),
    asOf: asOf(2026),
  });
  const sides = getValue(openSides(side(from), side(to)));
  return [...causesOfStages(sides, hasSameWords)].map(([id, cause]) => `${id}: ${cause}`);
}

const PLAIN: Law = { stages: [floors()] };
const NONE: Law = { stages: [] };

describe("a stage that differs has its own cause", () => {
  it.each<[string, Law, Law, readonly string[]]>([
    [
      "where it reads another bound",
      PLAIN,
      { stages: [floors({ bound: "cap" })] },
      ["floors: protections"],
    ],
    ["where only one law has it", PLAIN, NONE, ["floors: protections"]],
    [
      "which it may name",
      PLAIN,
      { stages: [floors({ bound: "cap", cause: "rates" })] },
      ["floors: rules"],
    ],
    [
      "where both name another one",
      { stages: [floors({ cause: "rates" })] },
      { stages: [floors({ cause: "rates", bound: "cap" })] },
      ["floors: rates"],
    ],
    [
      "not where only its ground is another",
      PLAIN,
      { stages: [floors({ status: "draft", source: "s" })] },
      [],
    ],
    [
      "where it stands on a value that only its own law has",
      NONE,
      {
        stages: [floors({ bound: "half" })],
        more: { parameters: [limit("5")], formulas: [formula("half", "KZT", "limit / 2")] },
      },
      ["floors: protections"],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(causesBetween(from, to)).toEqual(expected);
    expect(causesBetween(to, from)).toEqual(expected);
  });
});

describe("a stage goes with the rules", () => {
  const half = (unit: string, text: string): Document => ({
    parameters: [limit("5")],
    formulas: [formula("half", unit, text)],
  });

  it.each<[string, Law, Law, readonly string[]]>([
    [
      "where a line that only its law has stands on its result",
      { ...PLAIN, more: { lines: [TOLD] } },
      NONE,
      ["floors: rules"],
    ],
    [
      "where it touches a line that the other law has not",
      {
        stages: [floors({ lines: ["base", "told"], bound: "1 KZT" })],
        more: { lines: [{ ...TOLD, amount: "base" }] },
      },
      PLAIN,
      ["floors: rules"],
    ],
    [
      "where a formula that it asks is in another unit there",
      { stages: [floors({ bound: "half" })], more: half("KZT", "limit / 2") },
      { stages: [floors({ bound: "half * 1 KZT" })], more: half("1", "limit / 2 KZT") },
      ["floors: rules"],
    ],
    [
      "where that lies below a formula which only its law has",
      {
        stages: [floors({ bound: "quarter" })],
        more: {
          parameters: [limit("5")],
          formulas: [formula("half", "KZT", "limit / 2"), formula("quarter", "KZT", "half / 2")],
        },
      },
      { ...NONE, more: half("1", "limit / 2 KZT") },
      ["floors: rules"],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(causesBetween(from, to)).toEqual(expected);
    expect(causesBetween(to, from)).toEqual(expected);
  });

  it("where the two laws are not in the same words", () => {
    expect(causesBetween(PLAIN, NONE, false)).toEqual(["floors: rules"]);
  });

  it("but not where its results are the same in both laws, however they come about", () => {
    const told: Document = { lines: [TOLD] };
    const from = { stages: [floors()], more: told };
    const to = { stages: [floors({ bound: "cap" })], more: told };
    expect(causesBetween(from, to)).toEqual(["floors: protections"]);
  });
});
