import { describe, expect, it } from "vitest";
import { openCityLines } from "../../../../packages/core/src/calculation/columns/city-lines.ts";
import { columnFigures } from "../../../../packages/core/src/calculation/columns/column-figures.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { exactText } from "../../../../packages/core/src/calculation/trace.ts";
import { line, schoolPlan } from "../../../support/school-methodology.ts";
import { ALL_PUPILS, planOfNumber, THREE_SCHOOLS } from "../../../support/three-schools.ts";

function figuresOf(plan: ReturnType<typeof schoolPlan>) {
  const register = columnsOfRegister(plan, THREE_SCHOOLS);
  return columnFigures(openCityLines(plan, register), THREE_SCHOOLS.organisations.length);
}

function held(expression: string, ofLine: Readonly<Record<string, unknown>> = {}) {
  return figuresOf(planOfNumber(expression, {}, ofLine));
}

describe("a line of one organisation out of columns", () => {
  const { figureOf } = held("all_pupils / 3", {
    ...{ when: "ownership = 'state'", exists: "counted", headcount: `${ALL_PUPILS} / 7` },
  });

  it("has its exact amount, its tiyn and its people", () => {
    const figure = figureOf("amount", 0);
    expect(figure).toMatchObject({ applies: true, isCounted: true, amount: 3_333n });
    expect(figure && exactText(figure.tenge)).toBe("100/3");
    expect(figure?.headcount).toBe("100/7");
  });

  it("is none where it does not apply, and nobody's where no count reached it", () => {
    expect(figureOf("amount", 1)).toMatchObject({ applies: false, isCounted: false, amount: 0n });
    expect(figureOf("amount", 2)).toMatchObject({ applies: true, isCounted: false, amount: 0n });
    expect(figureOf("amount", 2)?.headcount).toBeUndefined();
  });

  it("is left to the organisation where columns do not hold it", () => {
    expect(figureOf("other", 0)).toBeUndefined();
    expect(held("1 / all_pupils").figureOf("amount", 0)).toBeUndefined();
    const cases = "case 'a' when is_large: 1 otherwise 'b': 2";
    expect(held(cases).figureOf("amount", 0)).toBeUndefined();
    const people = { headcount: "pupils['january', 'primary'] / (none * 2)" };
    expect(held("all_pupils", people).figureOf("amount", 0)).toBeUndefined();
  });
});

describe("what lines read of the law", () => {
  it("is told of those alone that columns hold", () => {
    const plan = schoolPlan({
      lines: [
        line("first", "rate * pupils['january', 'basic']"),
        line("second", "case 'a' when true: rate * pupils['january', 'basic'] otherwise 'b': 0", {
          tier: "preschool",
        }),
      ],
    });
    expect([...figuresOf(plan).readings().parameters.keys()]).toEqual(["rate||2026-01-01"]);
    const only = schoolPlan({
      lines: [
        line("second", "case 'a' when true: rate * pupils['january', 'basic'] otherwise 'b': 0"),
      ],
    });
    expect(figuresOf(only).readings().parameters.size).toBe(0);
  });
});
