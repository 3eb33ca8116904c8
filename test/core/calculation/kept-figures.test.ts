import { describe, expect, it } from "vitest";
import { calculateCity } from "../../../packages/core/src/calculation/calculate-city.ts";
import { openCityLines } from "../../../packages/core/src/calculation/columns/city-lines.ts";
import { columnsOfRegister } from "../../../packages/core/src/calculation/columns/columns-of-register.ts";
import {
  type Difference,
  type EarlierFigures,
  type KeptFigures,
  keptFigures,
} from "../../../packages/core/src/calculation/kept-figures.ts";
import type { CalculationPlan } from "../../../packages/core/src/index.ts";
import { present } from "../../../packages/core/src/kernel/index.ts";
import type { SolveStage } from "../../../packages/core/src/methodology/index.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  label,
  line,
  parameter,
  RATE,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { lastYear } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";
import { THREE_SCHOOLS } from "../../support/three-schools.ts";

type Document = Readonly<Record<string, unknown>>;

const EVERYWHERE = { exists: "when" };
const CONTRACTED = "sum(over level: places['january', level])";
const LINES: Readonly<Record<string, Document>> = {
  own: line("own", "worth"),
  lump: line("lump", "5 KZT", {
    ...{ ...EVERYWHERE, tier: "preschool" },
    headcount: CONTRACTED,
  }),
  city: line("city", "total(worth) / 10", { ...EVERYWHERE, tier: "overhead" }),
  past: line("past", "before", { ...EVERYWHERE, when: "on > 0", budgetCode: KINDERGARTEN_CODE }),
  raised: line("raised", "floors.change['lump']", {
    ...{ ...EVERYWHERE, tier: "preschool", budgetCode: KINDERGARTEN_CODE },
  }),
  paid: line("paid", "r * 1 KZT", {
    ...{ ...EVERYWHERE, tier: "overhead", budgetCode: KINDERGARTEN_CODE },
  }),
};

const FLOORS = stage("floors", 1, { kind: "floor", lines: ["lump"], bound: "least * 1 KZT" });
const STAGES: Readonly<Record<string, Document>> = {
  floors: FLOORS,
  caps: stage("caps", 2, { kind: "cap", lines: ["lump"], bound: "7 KZT" }),
  top: stage("top", 3, { kind: "cap", lines: ["own"], bound: "share * 60000 KZT" }),
  solver: stage("solver", 4, {
    ...{ kind: "solve", rates: [{ rate: "r", label: label("r"), unit: "1", places: 2 }] },
    ...{
      total: "total(r * 1 KZT)",
      target: `share * 60 KZT + 0 KZT / 1 pupil * total(${CONTRACTED})`,
    },
    ...{ least: "0", greatest: "100", places: 2 },
  }),
};

const BEFORE = {
  ...{ fact: "before", label: label("before"), unit: "KZT", source: "last-year", of: "amount" },
  inherited: "sum(over level: pupils['january', level])",
};

const WORTH = "rate * sum(over count, level: pupils[count, level])";

function lawOf(lines: Readonly<Record<string, Document>>, stages = STAGES): CalculationPlan {
  const ones = ["least", "on", "share", "unasked"];
  return schoolPlan({
    parameters: [RATE, ...ones.map((name) => parameter(name, "1", [valued("1")]))],
    formulas: [formula("worth", "KZT", WORTH)],
    lines: Object.values(lines),
    more: [{ facts: [BEFORE], stages: Object.values(stages) }],
  });
}

function lawWithout(...names: readonly string[]): CalculationPlan {
  const others = (from: Readonly<Record<string, Document>>) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
  return lawOf(others(LINES), others(STAGES));
}

const PLAN = lawOf(LINES);
const NOTHING: Difference = { law: new Set(), facts: new Set(), rows: new Set() };

function calculated(plan: CalculationPlan): EarlierFigures {
  const register = { ...THREE_SCHOOLS, lastYear: [lastYear("a", "9")] };
  const columns = columnsOfRegister(plan, register);
  const city = calculateCity(plan, columns, openCityLines(plan, columns));
  expect(city.issues).toEqual([]);
  const { states, solutionOf } = city.figures;
  return { plan, states, solutionOf, outcomes: city.outcomes };
}

const EARLIER = calculated(PLAN);

/** Lines that are kept, as `own`, or `own ac` where only some organisations have theirs. */
function told(kept: KeptFigures, { lines, stages }: CalculationPlan): readonly string[] {
  const ofLines = lines.flatMap(({ id }) => {
    const ids = ["a", "b", "c"].filter((_, row) => kept.figureOf(id, row) !== undefined).join("");
    if (ids === "") return [];
    return [ids === "abc" ? id : `${id} ${ids}`];
  });
  const ofStages = stages.filter((each) => {
    const hasOutcome = kept.outcomeOf(each) !== undefined;
    if (each.kind === "solve") expect(kept.solutionOf(each) !== undefined).toBe(hasOutcome);
    return hasOutcome;
  });
  return [...ofLines, ...ofStages.map(({ id }) => id)];
}

function standing(difference: Partial<Difference>, next = PLAN): readonly string[] {
  return told(keptFigures(EARLIER, next, { ...NOTHING, ...difference }), next);
}

function solver({ stages }: CalculationPlan): SolveStage {
  const found = stages.find((each): each is SolveStage => each.kind === "solve");
  return present(found, "a stage that solves");
}

const ALL = [...Object.keys(LINES), ...Object.keys(STAGES)];
const without = (...names: readonly string[]) => ALL.filter((name) => !names.includes(name));

describe("all stands", () => {
  it("where nothing is different, though the law was read again", () => {
    expect(standing({})).toEqual(ALL);
    expect(standing({}, lawOf(LINES))).toEqual(ALL);
    expect(standing({ law: new Set(["unasked"]), facts: new Set(["children"]) })).toEqual(ALL);
  });

  it("as it was found, a stage under its new definition", () => {
    const next = lawOf(LINES);
    const kept = keptFigures(EARLIER, next, NOTHING);
    const [state] = EARLIER.states;
    expect(kept.figureOf("own", 0)).toBe(present(state, "a").lines.get("own"));
    const [floors] = next.stages;
    const [outcome] = EARLIER.outcomes;
    const found = kept.outcomeOf(present(floors, "floors"));
    expect(found?.stage).toBe(floors);
    expect(found?.items).toBe(outcome?.items);
    expect(kept.solutionOf(solver(next))?.rates).toBe(EARLIER.solutionOf(solver(PLAN)));
  });

  it("of a stage that solved nothing, being off", () => {
    const { paid: _, ...lines } = LINES;
    const off = lawOf(lines, { ...STAGES, solver: { ...STAGES["solver"], switch: "1 = 2" } });
    const kept = keptFigures(calculated(off), off, NOTHING);
    expect(kept.solutionOf(solver(off))).toEqual({ rates: undefined });
  });
});

describe("what reaches another value of the law is asked anew by everybody", () => {
  // A figure of a stage may be that of any line, where the stage did not come.
  it.each([
    ["a line through its formula, and the stages on it", "rate", ["own", "city", "raised", "top"]],
    ["a line through its condition", "on", ["past", "raised"]],
    [
      "a stage, those after it on its lines, and its figures",
      "least",
      ["floors", "caps", "raised"],
    ],
    ["a rate that is solved", "share", ["raised", "paid", "top", "solver"]],
    ["a line by the text of its formula", "worth", ["own", "city", "raised", "top"]],
  ])("%s", (_name, name, gone) => {
    expect(standing({ law: new Set([name]) })).toEqual(without(...gone));
  });
});

describe("what reaches another fact", () => {
  it("is asked anew of the organisation alone that has it, unless it looks across", () => {
    const change = { facts: new Set(["pupils"]), rows: new Set([1]) };
    const gone = without("own", "city", "past", "raised", "top");
    expect(standing(change)).toEqual(["own ac", ...gone]);
  });

  it("is asked anew of each of several", () => {
    const change = { facts: new Set(["pupils"]), rows: new Set([0, 2]) };
    expect(standing(change)[0]).toBe("own b");
  });

  it("through the people of a line, with the stages on it, and a rate that is solved by it", () => {
    const change = { facts: new Set(["places"]), rows: new Set([0]) };
    const gone = without("lump", "raised", "paid", "floors", "caps", "solver");
    expect(standing(change).toSorted()).toEqual(["lump bc", ...gone].toSorted());
  });

  it("is asked anew of everybody where it may be inherited", () => {
    const change = { facts: new Set(["before"]), rows: new Set([0]) };
    expect(standing(change)).toEqual(without("past", "raised"));
  });

  it.each(["total(worth) / 10", "count(worth > 0 KZT) * 10 KZT"])(
    "is asked anew of everybody under %s",
    (amount) => {
      const city = line("city", amount, { ...EVERYWHERE, tier: "overhead" });
      const law = lawOf({ own: LINES["own"] ?? {}, city }, {});
      const change = { ...NOTHING, facts: new Set(["pupils"]), rows: new Set([1]) };
      expect(told(keptFigures(calculated(law), law, change), law)).toEqual(["own ac"]);
    },
  );

  it("is asked anew of everybody under a stage", () => {
    const { lump, raised } = LINES;
    const law = lawOf({ lump: lump ?? {}, raised: raised ?? {} }, { floors: FLOORS });
    const change = { ...NOTHING, facts: new Set(["places"]), rows: new Set([0]) };
    expect(told(keptFigures(calculated(law), law, change), law)).toEqual(["lump bc"]);
  });

  it("is asked anew of everybody under another law", () => {
    const change = { law: new Set(["rate"]), facts: new Set(["pupils"]), rows: new Set([1]) };
    expect(standing(change)).toEqual(without("own", "city", "past", "raised", "top"));
  });
});

describe("what reaches a line of another text is asked anew", () => {
  it("the line and the stages on it, not the formula under it", () => {
    const other = { ...LINES, own: line("own", "worth * 2") };
    expect(standing({}, lawOf(other))).toEqual(without("own", "raised", "top"));
  });

  it("as one that has come", () => {
    const earlier = calculated(lawWithout("own", "top"));
    const gone = without("own", "raised", "top");
    expect(told(keptFigures(earlier, PLAN, NOTHING), PLAN)).toEqual(gone);
  });

  it("and whatever asks lines before the stages", () => {
    const top = { ...STAGES["top"], lines: ["own"], bound: "2 * line_amount['lump']" };
    const law = (amount: string) => {
      const lump = line("lump", amount, { tier: "preschool", ...EVERYWHERE });
      return lawOf({ ...LINES, lump }, { ...STAGES, top });
    };
    const earlier = calculated(law("5 KZT"));
    const next = law("6 KZT");
    expect(told(keptFigures(earlier, next, NOTHING), next)).toEqual(
      without("lump", "raised", "floors", "caps", "top"),
    );
  });
});

describe("what reaches a stage that is otherwise is asked anew", () => {
  const gone = ["raised", "floors", "caps"];
  it.each<readonly [string, Document]>([
    ["of another text", { ...FLOORS, bound: "6 KZT" }],
    ["after those it came before", { ...FLOORS, order: 9 }],
    ["not of the year", { ...FLOORS, validFrom: "2027-01-01" }],
  ])("%s", (_name, floors) => {
    expect(standing({}, lawOf(LINES, { ...STAGES, floors }))).toEqual(without(...gone));
  });

  it("gone", () => {
    expect(standing({}, lawWithout("floors", "raised"))).toEqual(without(...gone));
  });

  it("which has come before those on its lines", () => {
    const earlier = calculated(lawWithout("floors", "raised"));
    expect(told(keptFigures(earlier, PLAN, NOTHING), PLAN)).toEqual(without(...gone));
  });
});
