import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { traceNode } from "../../../packages/core/src/calculation/trace.ts";
import { namesOf, type TraceNode, titleOf } from "../../../packages/core/src/index.ts";
import { formula, label, schoolPlan } from "../../support/school-methodology.ts";

const all = formula("all", "pupil", "sum(over count, level: pupils[count, level])");
const names = namesOf(schoolPlan({ formulas: [all] }).methodology);
const ru = { names, language: "ru", translate: await createTranslate("ru") } as const;
const kk = { names, language: "kk", translate: await createTranslate("kk") } as const;
const en = { names, language: "en", translate: await createTranslate("en") } as const;

const NORTH = [{ dimension: "district", code: "north" }];

function node(change: Partial<TraceNode>): TraceNode {
  const value = { kind: "number", exact: "1", unit: "1" } as const;
  return traceNode({ kind: "parameter", id: "rate", value, ...change });
}

describe("a node is called", () => {
  it("by its label and the codes it stands for, in words", () => {
    const key = [{ dimension: "count", code: "january" }, ...NORTH];
    const named = node({ label: label("pupils"), key });
    expect(titleOf(named, ru)).toBe("pupils (ru) [january (ru), north (ru)]");
  });

  it("by its name alone where it has no codes or no label", () => {
    expect(titleOf(node({ label: label("rate") }), en)).toBe("rate (en)");
    expect(titleOf(node({}), en)).toBe("rate");
  });

  it.each<[string, Partial<TraceNode>, string, string]>([
    [
      "a total by what is added up, and its group",
      { kind: "total", id: "total", key: NORTH, expression: "all" },
      "Всего по организациям: all (ru) [north (ru)]",
      "Ұйымдар бойынша барлығы: all (kk) [north (kk)]",
    ],
    [
      "a count by its condition",
      { kind: "total", id: "count", expression: "all > 10 pupil" },
      "Число организаций, у которых: all (ru) > 10\u202Fчел.",
      "Шартқа сай ұйымдар саны: all (kk) > 10\u202Fадам",
    ],
    [
      "a piece by what it is there",
      { kind: "part", id: "weight" },
      "Вес организации",
      "Ұйымның салмағы",
    ],
    [
      "a stage by its label",
      { kind: "stage", id: "cut", label: label("cut") },
      "Этап «cut (ru)»",
      "«cut (kk)» сатысы",
    ],
    [
      "a result by its stage",
      { kind: "stage-result", id: "the.cut.change", label: label("cut") },
      "Изменение на этапе «cut (ru)»",
      "«cut (kk)» сатысындағы өзгеріс",
    ],
    [
      "a line before stages as such",
      { kind: "line-amount", id: "paid", label: label("paid") },
      "По формуле: paid (ru)",
      "Формула бойынша: paid (kk)",
    ],
  ])("%s", (_, change, russian, kazakh) => {
    expect([titleOf(node(change), ru), titleOf(node(change), kk)]).toEqual([russian, kazakh]);
  });
});
