import { describe, expect, it } from "vitest";
import { tinyFormula, tinyLine } from "../../support/tiny-methodology.ts";
import { stagedFaults, tinySolve, tinyStage } from "../../support/tiny-stages.ts";

type Json = Readonly<Record<string, unknown>>;

const CITY = { grain: [] };
const OWN = { grain: ["organisation"] };
const MAIN = ["main"];
const POOL = { into: "main", amount: "envelope", weight: "need" };

const limit = (stage: string, order: number, envelope: string, lines: readonly string[] = MAIN) =>
  tinyStage(stage, "limit", { order, lines, envelope });
const cap = (stage: string, order: number, bound: string, lines: readonly string[] = MAIN) =>
  tinyStage(stage, "cap", { order, lines, bound });

/** Faults of a law whose line `main` pays `plain`. */
const faults = (stages: readonly Json[], plain: string, more: readonly Json[] = []) =>
  stagedFaults(stages, { formulas: [tinyFormula("plain", "KZT", plain, OWN), ...more] });

describe("a circle is shown whole", () => {
  it.each<[string, readonly Json[], string, readonly string[]]>([
    ["of a formula with itself", [], "plain", ["formula-circle formulas.0 plain → plain"]],
    [
      "of a line with its own amount",
      [],
      "line_amount['main'] / 2",
      ["formula-circle formulas.0 plain → line_amount['main'] → plain"],
    ],
    [
      "of a line with a stage that changes it",
      [cap("cuts", 10, "1 KZT")],
      "0 - cuts.change['main']",
      ["formula-circle formulas.0 plain → cuts → line_amount['main'] → plain"],
    ],
    [
      "of a line with the pool that it receives from",
      [tinyStage("pool", "pool", POOL)],
      "pool.left",
      ["formula-circle formulas.0 plain → pool → line_amount['main'] → plain"],
    ],
    [
      "of a stage with itself",
      [cap("cuts", 10, "cuts.after['main']")],
      "need",
      ["formula-circle stages.0 cuts → cuts"],
    ],
    [
      "of two stages, however they are ordered",
      [cap("a", 10, "b.after['extra']"), cap("b", 20, "a.after['main']", ["extra"])],
      "need",
      ["formula-circle stages.0 a → b → a"],
    ],
    [
      "of every line, where any line may be meant",
      [],
      "sum(over line: line_amount[line])",
      ["formula-circle formulas.0 plain → line_amount['main'] → plain"],
    ],
  ])("%s", (_name, stages, plain, expected) => {
    expect(faults(stages, plain)).toEqual(expected);
  });
});

describe("a line that stands on a stage is no circle", () => {
  it.each<[string, readonly Json[], string]>([
    ["of another line", [cap("cuts", 10, "1 KZT", ["extra"])], "0 - cuts.change['extra']"],
    ["that stands on other lines only", [limit("l", 10, "total(plain)")], "line_amount['extra']"],
    [
      "and may be changed by a later one",
      [cap("cuts", 10, "1 KZT", ["extra"]), cap("more", 20, "line_amount[line] / 2")],
      "cuts.before['extra']",
    ],
  ])("%s", (_name, stages, plain) => {
    expect(faults(stages, plain)).toEqual([]);
  });
});

describe("a stage runs after what it stands on", () => {
  it.each<[string, readonly Json[], string, readonly string[]]>([
    [
      "another stage",
      [cap("a", 10, "b.after['main']"), cap("b", 20, "1 KZT")],
      "need",
      ["stage-order stages.0.order a b"],
    ],
    [
      "another stage through a formula and a line",
      [limit("a", 10, "total(line_amount['main'])"), cap("b", 20, "1 KZT", ["extra"])],
      "b.after['extra']",
      ["stage-order stages.0.order a b"],
    ],
    [
      "a rate found later",
      [
        limit("a", 10, "total(pupils * rate)"),
        tinySolve("s", "rate", { order: 20, total: "total(pupils * rate)" }),
      ],
      "need",
      ["stage-order stages.0.order a s"],
    ],
    [
      "itself only where the stages meet in time",
      [
        tinyStage("a", "cap", { lines: MAIN, bound: "b.after['main']", validTo: "2026-01-01" }),
        tinyStage("b", "cap", {
          ...{ order: 20, lines: MAIN, bound: "1 KZT" },
          validFrom: "2026-01-01",
        }),
      ],
      "need",
      [],
    ],
  ])("%s", (_name, stages, plain, expected) => {
    expect(faults(stages, plain)).toEqual(expected);
  });
});

describe("a solve finds rates that its total stands on", () => {
  const solve = (change: Json) => tinySolve("s", "rate", change);
  const paid = tinyFormula("paid", "KZT", "total(pupils * rate)", CITY);

  it.each<[string, Json]>([
    ["itself", { total: "total(pupils * rate)" }],
    ["through a formula", { total: "paid" }],
    ["through a line", { total: "total(line_amount['main'])" }],
  ])("%s", (_name, change) => {
    expect(faults([solve(change)], "pupils * rate", [paid])).toEqual([]);
  });

  it("one after the other", () => {
    const second = tinySolve("t", "more", { order: 20, total: "paid + total(pupils * more)" });
    expect(faults([solve({ total: "paid" }), second], "need", [paid])).toEqual([]);
  });

  it("or else it is idle", () => {
    expect(faults([solve({ total: "total(need)" })], "pupils * rate")).toEqual([
      "solve-idle stages.0.total s",
    ]);
  });

  it("nothing is said of a total whose names are not known", () => {
    expect(faults([solve({ total: "total(pupils * rat)" })], "need")).toEqual([
      "name-unknown stages.0.total@15 rat rate",
    ]);
  });

  it("but its target does not", () => {
    expect(faults([solve({ total: "paid", target: "paid / 2" })], "need", [paid])).toEqual([
      "formula-circle formulas.1 paid → s → paid",
    ]);
  });

  it("and no stage stands between", () => {
    const change = { total: "total(cuts.after['main'])", order: 20 };
    expect(faults([cap("cuts", 10, "1 KZT"), solve(change)], "pupils * rate")).toEqual([
      "formula-circle formulas.0 plain → s → cuts → line_amount['main'] → plain",
    ]);
  });

  it("and two do not wait for each other", () => {
    const other = tinySolve("t", "more", { order: 20, total: "total(pupils * (rate + more))" });
    expect(faults([solve({ total: "total(pupils * (rate + more))" }), other], "need")).toEqual([
      "formula-circle stages.0 s → t → s",
    ]);
  });
});

it("the people of a line stand under it, too", () => {
  const lines = [
    tinyLine("main", "plain", { headcount: "pupils * 0 + cuts.after['main'] * 1 pupil / 1 KZT" }),
    tinyLine("extra", "need"),
  ];
  expect(stagedFaults([cap("cuts", 10, "1 KZT")], { lines })).toEqual([
    "formula-circle lines.0 line_amount['main'] → cuts → line_amount['main']",
  ]);
});
