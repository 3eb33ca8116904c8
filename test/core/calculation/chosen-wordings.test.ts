import { describe, expect, it } from "vitest";
import {
  chooseStages,
  chooseWordings,
  FORMULA_HEIGHT_LIMIT,
} from "../../../packages/core/src/calculation/chosen-wordings.ts";
import { printExpression } from "../../../packages/core/src/methodology/index.ts";
import { asOf, calendarDate, findCalendarDate } from "../../../packages/core/src/time/index.ts";
import { faultText } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  label,
  line,
  parseSchool,
  planOfAmount,
  type SchoolChange,
} from "../../support/school-methodology.ts";
import { tengeOf } from "../../support/school-register.ts";

const BEFORE = { validFrom: "2020-01-01", validTo: "2026-01-01" };
const HALF_YEARS = [
  formula("f", "KZT", "1 KZT", { validFrom: "2020-01-01", validTo: "2026-07-01" }),
  formula("f", "KZT", "2 KZT", { validFrom: "2026-07-01", knownFrom: "2026-06-15" }),
];

describe("wordings are chosen first, and only what lines reach through them matters", () => {
  it("a helper may have ended with the wording that used it", () => {
    const formulas = [
      formula("f", "KZT", "helper", BEFORE),
      formula("f", "KZT", "2 KZT", { validFrom: "2026-01-01" }),
      formula("helper", "KZT", "1 KZT", BEFORE),
    ];
    expect(chosen({ formulas, lines: [line("l", "f")] }, 2026)).toEqual(["f = 2 KZT"]);
    expect(chosen({ formulas, lines: [line("l", "f")] }, 2025)).toEqual([
      ...["f = helper", "helper = 1 KZT"],
    ]);
  });

  it("a helper that the wording of the year uses may not", () => {
    const formulas = [formula("f", "KZT", "helper"), formula("helper", "KZT", "1 KZT", BEFORE)];
    expect(chosen({ formulas, lines: [line("l", "f")] }, 2026)).toEqual([
      "year-unsupported  2026 2020 …",
    ]);
  });

  it("a condition of a line reaches formulas as its amount does", () => {
    const formulas = [formula("is_paid", "boolean", "ownership = 'state'", BEFORE)];
    const lines = [line("l", "1 KZT", { when: "is_paid" })];
    expect(chosen({ formulas, lines }, 2026)).toEqual(["year-unsupported  2026 2020 …"]);
  });

  it("so does the condition of who reports a fact", () => {
    const formulas = [formula("is_school", "boolean", "ownership = 'state'", BEFORE)];
    const change = { formulas, reporters: { pupils: "is_school" }, lines: [line("l", "1 KZT")] };
    expect(chosen(change, 2025)).toEqual(["is_school = ownership = 'state'"]);
    expect(chosen(change, 2026)).toEqual(["year-unsupported  2026 2020 …"]);
  });
});

describe("a wording that begins inside the year is refused by name", () => {
  const change = { formulas: HALF_YEARS, lines: [line("l", "f")] };

  it("with its place and its day", () => {
    expect(chosen(change, 2026)).toEqual(["wording-inside-year formulas.1 f 2026-07-01 2026"]);
  });

  it("once, and not as a year without a wording", () => {
    const [, late = {}] = HALF_YEARS;
    const only = { formulas: [late], lines: [line("l", "f")] };
    expect(chosen(only, 2026)).toEqual(["wording-inside-year formulas.0 f 2026-07-01 2026"]);
  });

  it.each([
    [
      "by its end, while nobody knows what follows",
      2026,
      "2026-06-14",
      ["wording-inside-year formulas.0 f 2026-07-01 2026"],
    ],
    ["not in the years before it", 2025, undefined, ["f = 1 KZT"]],
    ["not in the years after it", 2027, undefined, ["f = 2 KZT"]],
  ])("%s", (_, year, knownOn, expected) => {
    expect(chosen(change, year, knownOn)).toEqual(expected);
  });

  it("not where no line reaches it", () => {
    expect(chosen({ ...change, lines: [line("l", "1 KZT")] }, 2026)).toEqual(["f = 1 KZT"]);
  });

  it("not when it begins with the year", () => {
    const formulas = [
      formula("f", "KZT", "1 KZT", BEFORE),
      formula("f", "KZT", "2 KZT", { validFrom: "2026-01-01" }),
    ];
    expect(chosen({ ...change, formulas }, 2026)).toEqual(["f = 2 KZT"]);
  });
});

describe("of the stages that have a name", () => {
  const limit = (envelope: string, validity: Readonly<Record<string, string>>) => ({
    ...{ stage: "limit", label: label("limit"), order: 1, kind: "limit", lines: ["school"] },
    ...{ envelope, status: "assumed", ...validity },
  });
  const chosenStages = (budgetYear: number, knownOn?: string) => {
    const stages = [
      limit("1 KZT", { validTo: "2026-01-01" }),
      limit("2 KZT", { validFrom: "2026-01-01" }),
      limit("3 KZT", { validFrom: "2026-01-01", knownFrom: "2026-05-01" }),
    ];
    const day = knownOn === undefined ? undefined : findCalendarDate(knownOn);
    const methodology = getValue(parseSchool({ more: [{ stages }] }));
    return chooseStages(methodology, asOf(budgetYear, day)).stages.map((stage) =>
      stage.kind === "limit" ? printExpression(stage.envelope) : "",
    );
  };

  it("one that begins or ends inside the year is refused", () => {
    const stages = [limit("1 KZT", { validTo: "2026-07-01" })];
    const methodology = getValue(parseSchool({ more: [{ stages }] }));
    const issuesIn = (year: number) =>
      chooseStages(methodology, asOf(year)).issues.map(({ code, facts }) => ({ code, facts }));
    expect(issuesIn(2026)).toEqual([
      {
        code: "wording-inside-year",
        facts: { formula: "limit", from: "2026-07-01", year: "2026" },
      },
    ]);
    expect(issuesIn(2025)).toEqual([]);
  });

  it("the one holds that is valid on the first of January, as known", () => {
    expect(chosenStages(2025)).toEqual(["1 KZT"]);
    expect(chosenStages(2026)).toEqual(["3 KZT"]);
    expect(chosenStages(2026, "2026-04-30")).toEqual(["2 KZT"]);
  });
});

describe("formulas may lie on each other up to a limit", () => {
  const tower = (height: number) =>
    Array.from({ length: height }, (_, level) =>
      formula(`f${level}`, "KZT", level + 1 === height ? "7 KZT" : `f${level + 1}`),
    );
  const refusedHeight = (formulas: NonNullable<SchoolChange["formulas"]>) =>
    chosen({ formulas, lines: [line("l", "f0")] }, 2026);

  it("and are calculated and explained up to there", () => {
    expect(tengeOf("f0", { formulas: tower(FORMULA_HEIGHT_LIMIT) })).toBe("7.00");
  });

  it("and are refused above it, whatever their order", () => {
    const formulas = tower(FORMULA_HEIGHT_LIMIT + 1);
    expect(refusedHeight(formulas)).toEqual(["expression-too-large formulas.0 500"]);
    expect(refusedHeight(formulas.toReversed())).toEqual(["expression-too-large formulas.500 500"]);
  });

  it("the brackets of each counting with them", () => {
    const plain = tower(FORMULA_HEIGHT_LIMIT / 2 + 1);
    const halved = plain.map(({ expression, ...rest }) => ({
      ...rest,
      expression: `2 * ${String(expression)}`,
    }));
    expect(refusedHeight(plain)).not.toContain("expression-too-large formulas.0 500");
    expect(refusedHeight(halved)).toContain("expression-too-large formulas.0 500");
  });

  it("a formula that many others lie on is looked into once", () => {
    const formulas = Array.from({ length: 200 }, (_, level) =>
      formula(`f${level}`, "KZT", level === 199 ? "7 KZT" : `max(f${level + 1}, f${level + 1})`),
    );
    expect(planOfAmount("f0", { formulas }).formulas.size).toBe(200);
  });
});

/** The wordings as `name = expression`, or what stands in their way. */
function chosen(change: SchoolChange, year: number, knownOn?: string): readonly string[] {
  const day = knownOn === undefined ? undefined : calendarDate(knownOn);
  const { formulas, issues } = chooseWordings(getValue(parseSchool(change)), asOf(year, day));
  if (issues.length > 0) return issues.map(faultText);
  return [...formulas].map(([id, { expression }]) => `${id} = ${printExpression(expression)}`);
}
