import { describe, expect, it } from "vitest";
import { formula, line, schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, linesOf, organisation, run } from "../../support/school-register.ts";

const NOBODY = { organisations: [organisation({ id: "b" })] };

describe("a line that exists whenever its condition holds", () => {
  const lump = (change: Readonly<Record<string, string>>) =>
    schoolPlan({ lines: [line("lump", "500 KZT", change)] });

  it("needs no count", () => {
    expect(linesOf(run(lump({ exists: "when" }), NOBODY))).toHaveLength(1);
    expect(linesOf(run(lump({}), NOBODY))).toHaveLength(0);
  });

  it("and still needs the condition", () => {
    const plan = lump({ exists: "when", when: "ownership = 'private'" });
    expect(linesOf(run(plan, NOBODY))).toHaveLength(0);
  });
});

describe("the case that was chosen", () => {
  const cases = (small: string) =>
    formula("kind", "KZT", `case "large" when ${small}: 9 KZT otherwise "small": 5 KZT`);
  const all = "sum(over count, level: pupils[count, level])";

  it("stands beside the amount, by the formula that names it", () => {
    const plan = schoolPlan({
      formulas: [cases(`${all} > 50 pupil`)],
      lines: [line("school", `if(${all} > 0, kind, 0)`)],
    });
    const [found] = run(plan, { headcounts: FOUR_CELLS }).lines;
    expect(found?.cases).toEqual([{ formula: "kind", label: "large" }]);
  });

  it("may be the line's own, and is absent where no case was asked", () => {
    const own = `case "any" when ${all} > 0: 1 KZT otherwise "none": 0`;
    const plan = schoolPlan({
      formulas: [cases("true")],
      lines: [line("own", own), line("plain", `${all} * 1 KZT/pupil`, { tier: "preschool" })],
    });
    const found = run(plan, { headcounts: FOUR_CELLS }).lines;
    expect(found.map(({ cases: chosen }) => chosen)).toEqual([
      [],
      [{ formula: "own", label: "any" }],
    ]);
  });
});
