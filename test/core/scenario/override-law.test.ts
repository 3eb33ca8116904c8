import { describe, expect, it } from "vitest";
import { calculate, explainLine } from "../../../packages/core/src/index.ts";
import { type LawOverride, overrideLaw } from "../../../packages/core/src/scenario/override-law.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, baseWith, faultText, scenario } from "../../support/overridden-city.ts";
import { formula, label } from "../../support/school-methodology.ts";
import { stage } from "../../support/staged-city.ts";
import { nodesNamed } from "../../support/trace-nodes.ts";

type Document = Readonly<Record<string, unknown>>;

function laws(overrides: readonly Document[]): readonly LawOverride[] {
  return scenario(overrides).overrides as readonly LawOverride[];
}

function faultsOf(overrides: readonly Document[], base = BASE): readonly string[] {
  const { faults } = overrideLaw(base, laws(overrides));
  return [...faults.values()].flat().map(faultText);
}

describe("a formula of another text", () => {
  it("is a draft whose source is the reason, and the rest of the law is the very same", () => {
    const text = { formula: "worth", expression: "5 KZT", reason: "проба" };
    const { methodology } = overrideLaw(BASE, laws([text]));
    const [worth] = methodology.formulas.get("worth") ?? [];
    expect(worth).toMatchObject({ status: "draft", source: "проба", provision: undefined });
    expect(methodology.lines).toBe(BASE.methodology.lines);
    expect(methodology.formulas.get("turn_in")).toBe(BASE.methodology.formulas.get("turn_in"));
    const plan = buildPlanOf(methodology, 2026, "2026-12-31");
    const run = getValue(calculate(plan, BASE.snapshot));
    const line = getValue(explainLine(run, "a", "preschool/04.1.360.034/formula"));
    expect(nodesNamed(line, "worth")[0]).toMatchObject({ status: "draft", expression: "5 KZT" });
  });

  it.each([
    [
      "of an unknown name",
      { formula: "wort", expression: "1" },
      ["formula-unknown at overrides.0.formula"],
    ],
    [
      "that is no expression",
      { formula: "worth", expression: "1 +" },
      ["expression-syntax at overrides.0.expression+3"],
    ],
    [
      "of another unit",
      { formula: "worth", expression: "all_pupils" },
      ["type-mismatch at overrides.0.expression+0"],
    ],
    [
      "of names there are not",
      { formula: "worth", expression: "al_pupils * 1 KZT" },
      ["name-unknown at overrides.0.expression+0"],
    ],
    [
      "that stands on itself",
      { formula: "worth", expression: "worth" },
      ["formula-circle at overrides.0"],
    ],
    [
      "that stands on what stands on it",
      { formula: "all_pupils", expression: "worth * 1 pupil / 1 KZT" },
      ["formula-circle at overrides.0"],
    ],
  ])("%s is refused at its place", (_, override, faults) => {
    expect(faultsOf([override])).toEqual(faults);
  });

  it("may cross a text that another override takes away", () => {
    const crossing = { formula: "all_pupils", expression: "worth * 1 pupil / 1 KZT" };
    expect(faultsOf([crossing, { formula: "worth", expression: "1 KZT" }])).toEqual([]);
  });

  it("a circle of two overrides is told of the one that closes it", () => {
    const first = { formula: "unasked", expression: "worth" };
    const second = { formula: "worth", expression: "unasked" };
    expect(faultsOf([first, second])).toEqual(["formula-circle at overrides.1"]);
    expect(faultsOf([second, first, first])).toEqual(["formula-circle at overrides.1"]);
  });

  it("what is asked too early, or solved by nothing, is told of the text that did it", () => {
    const base = baseWith({
      formulas: [
        formula("all_pupils", "pupil", "sum(over count, level: pupils[count, level])"),
        formula("worth", "KZT", "found * all_pupils"),
        formula("turn_in", "1", "turn", { grain: ["month"], valuesOn: "month" }),
        formula("is_there", "boolean", "true"),
      ],
      more: [
        {
          facts: [
            {
              ...{ fact: "grant", label: label("grant"), unit: "1" },
              source: "facts",
              reportedBy: "is_there",
            },
          ],
          stages: [
            stage("found_rate", 1, {
              ...{ kind: "solve", total: "total(worth)", target: "1000 KZT" },
              ...{ least: "0", greatest: "9", places: 0 },
              rates: [{ rate: "found", label: label("found"), unit: "KZT/pupil", places: 0 }],
            }),
          ],
        },
      ],
    });
    expect(faultsOf([{ formula: "is_there", expression: "all_pupils > 0 pupil" }], base)).toEqual([
      "name-too-early at overrides.0",
    ]);
    expect(faultsOf([{ formula: "worth", expression: "1 KZT" }], base)).toEqual([
      "solve-idle at overrides.0",
    ]);
  });

  it("has a wording for the year, or is refused", () => {
    const later = formula("later", "KZT", "1 KZT", { validFrom: "2027-01-01" });
    const base = baseWith({ more: [], lines: [], formulas: [later] });
    const override = { formula: "later", expression: "2 KZT" };
    expect(faultsOf([override], base)).toEqual(["year-unsupported at overrides.0.formula"]);
    const [found] = [...overrideLaw(base, laws([override])).faults.values()].flat();
    expect(found?.facts).toEqual({ year: "2026", expected: "2027 …" });
  });
});

describe("a stage that is turned", () => {
  it("on or off has the condition of the scenario, and stays where it stands in the law", () => {
    const { methodology } = overrideLaw(BASE, laws([{ switch: "caps", on: true, reason: "r" }]));
    const [floors, caps] = methodology.stages;
    const [oldFloors, oldCaps] = BASE.methodology.stages;
    expect(floors).toBe(oldFloors);
    expect(caps).toMatchObject({ switch: { kind: "truth", value: true }, source: "r" });
    // What is assumed is not made a draft by being turned on.
    expect(caps).toMatchObject({ status: "assumed", place: oldCaps?.place });
  });

  it("must be one of the year", () => {
    const late = stage("late", 9, {
      ...{ kind: "floor", lines: ["base"], bound: "1 KZT", validFrom: "2027-01-01" },
    });
    const base = baseWith({
      more: [
        {
          facts: [{ fact: "grant", label: label("g"), unit: "1", source: "facts" }],
          stages: [late],
        },
      ],
    });
    expect(faultsOf([{ switch: "late", on: true }], base)).toEqual([
      "year-unsupported at overrides.0.switch",
    ]);
    expect(faultsOf([{ switch: "lat", on: true }], base)).toEqual([
      "reference-unknown at overrides.0.switch",
    ]);
  });
});

it("what the law cannot stand on is left out, and the rest of the scenario is in it", () => {
  const text = { formula: "worth", expression: "5 KZT" };
  const circle = { formula: "unasked", expression: "unasked" };
  const value = { parameter: "slow", value: "8" };
  for (const overrides of [
    [text, circle, value],
    [circle, value, text],
  ]) {
    const { methodology, faults } = overrideLaw(BASE, laws(overrides));
    expect([...faults.values()].flat().map(({ code }) => code)).toEqual(["formula-circle"]);
    expect(methodology.formulas.get("unasked")).toBe(BASE.methodology.formulas.get("unasked"));
    expect(methodology.formulas.get("worth")?.[0]?.status).toBe("draft");
    const digits = methodology.parameters.get("slow")?.values.map((each) => each.digits);
    expect(digits).toContain("8");
  }
});

it("a value that does not fit tells both what is wrong with its key and with its digits", () => {
  const wrong = { parameter: "rate", key: { level: "third", size: "1" }, value: "-1" };
  expect(faultsOf([wrong])).toEqual([
    "code-unknown at overrides.0.key.level",
    "reference-unknown at overrides.0.key.size",
    "value-below-minimum at overrides.0.value",
  ]);
  expect(faultsOf([{ parameter: "rate", value: "1e5" }])).toEqual([
    "number-malformed at overrides.0.value",
  ]);
});
