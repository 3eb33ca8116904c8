import { describe, expect, it } from "vitest";
import { readOverrides } from "../../../packages/api/src/usecases/scenario-overrides.ts";
import { weakValuesOf } from "../../../packages/api/src/usecases/weak-values.ts";
import {
  applyScenario,
  asOf,
  buildPlan,
  calculate,
  findTiyn,
  type RegisterSnapshot,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  label,
  line,
  parameter,
  parseSchool,
  SCHOOL_LINE,
  type SchoolChange,
  valued,
} from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, snapshot } from "../../support/school-register.ts";

type Overrides = Parameters<typeof readOverrides>[0];

const ACT = {
  acts: [
    {
      ...{ act: "order", label: label("order") },
      provisions: [{ provision: "1", locator: label("clause 1") }],
    },
  ],
};
const ENACTED = { status: "enacted", provision: "order/1", confirmedBy: "второй человек" };
const SURE: SchoolChange = {
  parameters: [parameter("rate", "KZT/pupil", [valued("1000", ENACTED)])],
  lines: [{ ...SCHOOL_LINE, ...ENACTED }],
  more: [ACT],
};

/** A stage that nobody has an act for. */
function withFloor(bound: string): Readonly<Record<string, unknown>> {
  const floor = { kind: "floor", order: 10, lines: ["school"], bound: `${bound} KZT` };
  return {
    stages: [{ stage: "guarantee", label: label("guarantee"), status: "assumed", ...floor }],
  };
}

function weakOf(
  change: SchoolChange,
  said: Overrides = [],
  register: Partial<RegisterSnapshot> = {},
) {
  const methodology = getValue(parseSchool(change));
  const overrides = getValue(readOverrides(said));
  const inputs = {
    methodology,
    snapshot: snapshot({ headcounts: FOUR_CELLS, ...register }),
    asOf: asOf(2026, undefined),
  };
  const scenario = { name: "проба", parent: undefined, overrides };
  const applied = getValue(applyScenario(inputs, scenario)).inputs;
  const plan = getValue(buildPlan(applied.methodology, applied.asOf));
  const run = getValue(calculate(plan, applied.snapshot));
  return weakValuesOf({ run, limit: undefined, base: methodology, overrides });
}

function subjectsOf(...asked: Parameters<typeof weakOf>): readonly string[] {
  return weakOf(...asked).map(({ subject }) => subject.replace(/[\da-f]{64}/, "#"));
}

describe("what lacks an act", () => {
  it("is nothing where every value and rule is enacted or of the city", () => {
    expect(weakOf(SURE)).toEqual([]);
    const local = [estimate({ tenge: "5", status: "local" })];
    expect(weakOf(SURE, [], { estimates: local })).toEqual([]);
  });

  it("is each value of the law that reached a line, with its days and digits", () => {
    const parameters = [
      parameter("rate", "KZT/pupil", [
        valued("1000.50", { status: "secondary", source: "газета" }),
      ]),
      parameter("unread", "KZT/pupil", [valued("7")]),
    ];
    expect(weakOf({ ...SURE, parameters })).toEqual([
      {
        subject: "parameter rate 2026-01-01/2027-01-01 2025-12-01 1000.5",
        ...{ kind: "parameter", status: "secondary", name: "rate", key: [], value: "1000.50" },
        label: { ru: "rate (ru)", kk: "rate (kk)", en: "rate (en)" },
        ...{ unit: "KZT/pupil", validFrom: "2026-01-01" },
      },
    ]);
  });

  it("is named by its key, so that no value stands for another", () => {
    const rates = ["primary", "basic"].map((level) => valued("900", { key: { level } }));
    const parameters = [parameter("rate", "KZT/pupil", rates, "level")];
    const lines = [
      {
        ...line("school", "sum(over count, level: rate[level] * pupils[count, level])"),
        ...ENACTED,
      },
    ];
    expect(subjectsOf({ ...SURE, parameters, lines })).toEqual([
      "parameter rate[level=basic] 2026-01-01/2027-01-01 2025-12-01 900",
      "parameter rate[level=primary] 2026-01-01/2027-01-01 2025-12-01 900",
    ]);
  });

  it("is each rule on the way to a line: its text is part of its name", () => {
    const formulas = [
      formula("norm", "KZT", "sum(over count, level: rate * pupils[count, level])"),
      formula("aside", "KZT", "rate * 3 pupil"),
    ];
    const [first] = weakOf({
      ...SURE,
      formulas,
      lines: [{ ...line("school", "norm"), ...ENACTED }],
    });
    expect(first).toMatchObject({ kind: "rule", name: "norm", validFrom: "2020-01-01" });
    expect(subjectsOf({ ...SURE, lines: [SCHOOL_LINE] })).toEqual(["line school #"]);
  });

  it("is each stage: a ground for one bound never covers another", () => {
    const subjects = ["60000", "61000"].flatMap((bound) =>
      weakOf({ ...SURE, more: [ACT, withFloor(bound)] }).map(({ subject }) => subject),
    );
    expect(subjects).toHaveLength(2);
    expect(new Set(subjects).size).toBe(2);
  });

  it("is each estimate of the year without an act", () => {
    const estimates = [
      estimate({ tenge: "5.5", organisationId: "a" }),
      estimate({ tenge: "9", budgetYear: 2025, lineId: "E-2" }),
    ];
    const key = "organisation=a;tier=overhead;budget_code=04.2.360.040";
    expect(subjectsOf(SURE, [], { estimates })).toEqual([`estimate 2026 E-1[${key}] 5.50`]);
  });
});

describe("what a scenario says", () => {
  it("is a draft, though the value in its place was enacted", () => {
    const rate = { parameter: "rate", value: "1100.0", reason: "проба" };
    expect(weakOf(SURE, [rate])).toMatchObject([
      {
        subject: "override rate 2026-01-01/2027-01-01 1100",
        kind: "override",
        status: "draft",
        name: "rate",
      },
    ]);
  });

  it("is the last word on a counted cell", () => {
    const cell = (value: string) => ({
      ...{ fact: "pupils", organisation: "a", key: { count: "january", level: "basic" } },
      ...{ value, reason: "сверка" },
    });
    expect(weakOf(SURE, [cell("11"), cell("12")])).toMatchObject([
      {
        subject: "override 2026 pupils[organisation=a;count=january;level=basic] 12",
        ...{ status: "draft", value: "12", unit: "pupil" },
      },
    ]);
  });

  it("is a value for its own days: for other days it is another value", () => {
    const rate = { parameter: "rate", value: "1100", validFrom: "2026-01-01", reason: "проба" };
    const half = [{ ...rate, validTo: "2026-07-01" }];
    expect(subjectsOf(SURE, half)).toContain("override rate 2026-01-01/2026-07-01 1100");
  });

  it("is a stage on or off in its year", () => {
    const said = [{ switch: "guarantee", on: false, reason: "проба" }];
    expect(subjectsOf({ ...SURE, more: [ACT, withFloor("60000")] }, said)).toEqual([
      "stage guarantee 1900-01-01 1900-01-01 #",
      "override 2026 guarantee off",
    ]);
  });

  it("is a text in the place of the law's", () => {
    const formulas = [
      {
        ...formula("norm", "KZT", "sum(over count, level: rate * pupils[count, level])"),
        ...ENACTED,
      },
    ];
    const lines = [{ ...line("school", "norm"), ...ENACTED }];
    const text = { formula: "norm", expression: "500 KZT + 0 * rate * pupils['january', 'basic']" };
    expect(subjectsOf({ ...SURE, formulas, lines }, [{ ...text, reason: "проба" }])).toEqual([
      "override norm 2020-01-01 #",
    ]);
  });
});

it("the limit counts as a value of its own", () => {
  const methodology = getValue(parseSchool(SURE));
  const plan = getValue(buildPlan(methodology, asOf(2026, undefined)));
  const run = getValue(calculate(plan, snapshot({ headcounts: FOUR_CELLS })));
  const amount = findTiyn("432000000000");
  if (amount === undefined) throw new Error("an amount");
  const assessed = { run, base: methodology, overrides: [] };
  const limitOf = (status: "draft" | "local") =>
    weakValuesOf({ ...assessed, limit: { limit: amount, status } }).map(({ subject }) => subject);
  expect(limitOf("draft")).toEqual(["envelope 2026 432000000000.00"]);
  expect(limitOf("local")).toEqual([]);
});
