import { describe, expect, it } from "vitest";
import type { Methodology } from "../../../packages/core/src/index.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import {
  findStandingFaults,
  replaceWording,
  switchStage,
} from "../../../packages/core/src/methodology/replace-formula.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, faultText, faultTexts } from "../../support/overridden-city.ts";

const { methodology: LAW } = BASE;
const GROUND = { reason: "trial", place: { file: "a.json", path: [0] } };

function reworded(formula: string, text: string) {
  const wording = present(LAW.formulas.get(formula)?.[0], formula);
  return replaceWording(LAW, wording, text, GROUND);
}

describe("a wording with another text", () => {
  it.each([
    ["all_pupils * 1 KZT/pupil", []],
    ["all_pupils", ["type-mismatch at 0.expression+0"]],
    ["rate[level] * all_pupils", ["dimension-unbound at 0.expression+5"]],
    ["rate['primary'] + worth", ["unit-mismatch at 0.expression+18"]],
    ["(", ["expression-syntax at 0.expression+1"]],
  ])("is proved as any other: %s", (text, faults) => {
    expect(faultTexts(reworded("worth", text))).toEqual(faults);
  });

  it("knows the units of all of the law, and what stages give", () => {
    expect(faultTexts(reworded("worth", "floors.change['base'] + 12 KZT"))).toEqual([]);
  });

  it("is proved in its own scope: of a month, of no organisation", () => {
    expect(faultTexts(reworded("turn_in", "turn * month_number[month] / 1 month"))).toEqual([]);
    expect(faultTexts(reworded("turn_in", "all_pupils / 1 pupil"))).toEqual([
      "grain-mismatch at 0.expression+0",
    ]);
  });

  it("stands in place of the one it replaces, of other wordings nothing is changed", () => {
    const [worth] = LAW.formulas.get("worth") ?? [];
    const second = present(worth, "worth");
    const other = { ...second, knownFrom: BASE.asOf.knownOn };
    const law: Methodology = {
      ...LAW,
      formulas: new Map(LAW.formulas).set("worth", [other, second]),
    };
    const replaced = getValue(replaceWording(law, second, "1 KZT", GROUND));
    const [kept, changed] = replaced.formulas.get("worth") ?? [];
    expect(kept).toBe(other);
    expect(changed).toMatchObject({ place: GROUND.place, source: "trial", status: "draft" });
    expect(law.formulas.get("worth")).toEqual([other, second]);
  });
});

it("what texts stand on is asked of all of them together", () => {
  expect(findStandingFaults(LAW)).toEqual([]);
  const circle = getValue(reworded("all_pupils", "worth * 1 pupil / 1 KZT"));
  expect(findStandingFaults(circle).map(faultText)).toEqual(["formula-circle at 0"]);
  const late = getValue(reworded("worth", "line_amount['extra']"));
  expect(findStandingFaults(late).map(({ code }) => code)).toEqual(["formula-circle"]);
});

it("a stage that is turned has no condition any more, and rests on the reason", () => {
  const [floors, caps] = LAW.stages;
  const off = switchStage(LAW, present(floors, "floors"), false, "trial");
  expect(off.stages[0]).toMatchObject({ switch: { value: false }, source: "trial" });
  expect(off.stages[1]).toBe(caps);
  const enacted = { ...present(floors, "floors"), status: "enacted" as const };
  const law = { ...LAW, stages: [enacted] };
  expect(switchStage(law, enacted, true, "trial").stages[0]?.status).toBe("draft");
});
