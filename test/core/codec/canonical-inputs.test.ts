import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../packages/core/src/codec/canonical.ts";
import {
  canonicalMethodology,
  canonicalRegister,
  canonicalResult,
} from "../../../packages/core/src/codec/canonical-inputs.ts";
import {
  hashOf,
  type MethodologyLayer,
  parseMethodology,
  type RegisterSnapshot,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  label,
  line,
  parameter,
  type SchoolChange,
  schoolLayers,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import {
  estimate,
  FOUR_CELLS,
  factRow,
  organisation,
  run,
  snapshot,
} from "../../support/school-register.ts";

const RATE = parameter("rate", "KZT/pupil", [
  valued("1000", { status: "secondary", source: "press" }),
  valued("1100", { knownFrom: "2026-07-16" }),
]);
const TWICE = formula("twice", "KZT", "2 * rate * pupils['january', 'basic']");
const LINE = line("school", "twice + rate * pupils['september', 'basic']");
const DATED = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
const SWAPPED = { primary: "basic", basic: "primary" };
const METHODOLOGY: SchoolChange = { parameters: [RATE], formulas: [TWICE], lines: [LINE] };

describe("a methodology is another when", () => {
  it.each<[string, SchoolChange]>([
    ["a figure changes", { parameters: [withValue({ value: "1001" })] }],
    ["a source changes", { parameters: [withValue({ source: "another" })] }],
    ["a status changes", { parameters: [withValue({ status: "draft" })] }],
    ["a value holds to another day", { parameters: [withValue({ validTo: "2026-12-31" })] }],
    ["a value holds from another day", { parameters: [withValue({ validFrom: "2026-01-02" })] }],
    ["a value is known from another day", { parameters: [withValue({ knownFrom: "2025-12-02" })] }],
    ["a formula changes", { formulas: [{ ...TWICE, expression: "3 * rate * 1 pupil" }] }],
    [
      "a formula reads values on another day",
      { formulas: [{ ...TWICE, valuesOn: "month", expression: "2 * 1 KZT" }] },
    ],
    ["a formula holds to another day", { formulas: [{ ...TWICE, validTo: "2030-01-01" }] }],
    ["a formula has another ground", { formulas: [{ ...TWICE, source: "press" }] }],
    ["a line pays another amount", { lines: [{ ...LINE, amount: "twice" }] }],
    ["a line is meant for others", { lines: [{ ...LINE, when: "ownership = 'state'" }] }],
    ["a line is rounded otherwise", { lines: [{ ...LINE, rounding: "down" }] }],
    ["a line has another ground", { lines: [{ ...LINE, source: "press" }] }],
  ])("%s", (_, change) => {
    expect(hashOfMethodology(schoolLayers({ ...METHODOLOGY, ...change }))).not.toBe(
      hashOfMethodology(schoolLayers(METHODOLOGY)),
    );
  });
});

describe("a methodology with facts of other tables is another when", () => {
  const meals = { fact: "meals", label: label("meals"), unit: "1", source: "facts" };
  const before = {
    fact: "before",
    label: label("b"),
    unit: "KZT",
    source: "last-year",
    of: "amount",
  };
  const hashWith = (...facts: readonly object[]) =>
    hashOfMethodology(schoolLayers({ ...METHODOLOGY, more: [{ facts }] }));
  const own = hashWith(meals, before);

  it.each<[string, object, object]>([
    ["one is read from other rows", { ...meals, measure: "dinners" }, before],
    ["one is of another year", { ...meals, year: -1 }, before],
    ["one has a period", { ...meals, period: "month" }, before],
    ["one has a dimension", { ...meals, dimensions: ["level"] }, before],
    ["one is whole", { ...meals, wholeNumbers: true }, before],
    ["one is reported by others", { ...meals, reportedBy: "ownership = 'state'" }, before],
    ["last year is told apart by tier", meals, { ...before, dimensions: ["tier"] }],
    ["last year is of one method", meals, { ...before, where: { method: "formula" } }],
    ["last year is inherited", meals, { ...before, inherited: "1 pupil" }],
  ])("%s", (_, first, second) => {
    expect(hashWith(first, second)).not.toBe(own);
  });
});

describe("a methodology with a table and a mapping is another when", () => {
  const steps = { points: [{ from: "0", value: "1" }], ...DATED };
  const table = { table: "t", label: label("t"), operandUnit: "1", unit: "1", values: [steps] };
  const levels = { from: "level", to: "level", codes: { primary: "primary", basic: "basic" } };
  const mapping = { mapping: "m", label: label("m"), ...levels };
  const hashWith = (more: object) =>
    hashOfMethodology(schoolLayers({ ...METHODOLOGY, more: [{ ...more }] }));
  const own = hashWith({ tables: [table], mappings: [mapping] });

  it.each([
    ["it has no table", { tables: [] }],
    ["it has no mapping", { mappings: [] }],
    ["a step moves", { tables: [withSteps({ points: [{ from: "1", value: "1" }] })] }],
    ["a step has another value", { tables: [withSteps({ points: [{ from: "0", value: "2" }] })] }],
    ["steps are known from another day", { tables: [withSteps({ knownFrom: "2025-12-02" })] }],
    ["steps have another ground", { tables: [withSteps({ source: "press" })] }],
    ["a table is asked for another unit", { tables: [{ ...table, operandUnit: "pupil" }] }],
    ["a code is mapped otherwise", { mappings: [{ ...mapping, codes: SWAPPED }] }],
  ])("%s", (_, change) => {
    expect(hashWith({ tables: [table], mappings: [mapping], ...change })).not.toBe(own);
  });

  it("and the same however its digits and labels are written", () => {
    const points = [{ from: "0.0", value: "1.0" }];
    const tables = [{ ...withSteps({ points }), label: label("anders") }];
    expect(hashWith({ tables, mappings: [{ ...mapping, label: label("anders") }] })).toBe(own);
  });

  function withSteps(change: object) {
    return { ...table, values: [{ ...steps, ...change }] };
  }
});

it("what a methodology does not have leaves no trace, its own lists of lines neither", () => {
  const canonical = canonicalMethodology(getValue(parseMethodology(schoolLayers(METHODOLOGY))));
  const text = canonicalText(canonical);
  for (const member of ["tables", "mappings", "line", "budget_code"]) {
    expect(text).not.toContain(`"${member}":`);
  }
});

describe("a methodology is the same whatever", () => {
  it.each<[string, SchoolChange]>([
    [
      "its labels",
      {
        formulas: [{ ...TWICE, label: label("anders") }],
        lines: [{ ...LINE, label: label("anders") }],
      },
    ],
    [
      "the blanks of its formulas",
      { formulas: [{ ...TWICE, expression: ["2*rate", " * (pupils['january','basic'])"] }] },
    ],
    [
      "the order of values",
      { parameters: [{ ...RATE, values: [...valuesOf(RATE)].toReversed() }] },
    ],
    ["the causes that it names", { parameters: [{ ...RATE, cause: "envelope" }] }],
    ["how its figures are written", { parameters: [withValue({ value: "01000.00" })] }],
    ["the document that a definition stands in", { formulas: [], more: [{ formulas: [TWICE] }] }],
  ])("%s", (_, change) => {
    expect(hashOfMethodology(schoolLayers({ ...METHODOLOGY, ...change }))).toBe(
      hashOfMethodology(schoolLayers(METHODOLOGY)),
    );
  });

  it("the order and the names of its documents", () => {
    const change = {
      ...METHODOLOGY,
      formulas: [],
      lines: [],
      more: [{ formulas: [TWICE] }, { lines: [LINE] }],
    };
    const layers = schoolLayers(change);
    const reversed = layers.map(({ manifest, documents }) => ({
      manifest,
      documents: documents.toReversed().map((each, place) => ({ ...each, file: `${place}.json` })),
    }));
    expect(hashOfMethodology(reversed)).toBe(hashOfMethodology(layers));
  });
});

describe("a register is another when", () => {
  const OWN = register();

  it.each<[string, Partial<RegisterSnapshot>]>([
    ["a count changes", { headcounts: FOUR_CELLS.map((each) => ({ ...each, headcount: 1 })) }],
    ["a count is gone", { headcounts: FOUR_CELLS.slice(1) }],
    [
      "an organisation has another name",
      { organisations: [{ ...organisation(), nameKk: "басқа" }] },
    ],
    [
      "an organisation opened on another day",
      { organisations: [organisation({ opened: "1990-09-02" })] },
    ],
    ["an organisation closed", { organisations: [organisation({ closed: "2026-05-31" })] }],
    [
      "an attribute changes",
      { organisations: [organisation({ attributes: { district: "south" } })] },
    ],
    ["an estimate changes", { estimates: [estimate({ tenge: "5.01" })] }],
    ["an estimate is of another year", { estimates: [estimate({ tenge: "5", budgetYear: 2025 })] }],
    ["last year's amount changes", { lastYear: [lastYear(7n)] }],
    ["it has a fact", { facts: [factRow("a", "meals", "1")] }],
  ])("%s", (_, change) => {
    expect(hashOf(canonicalRegister(register(change)))).not.toBe(hashOf(canonicalRegister(OWN)));
  });
});

describe("a register is the same whatever", () => {
  const source = { file: "register.xlsx", sheet: "Школы", row: 99 };
  const successors = (...successorIds: readonly string[]) => ({
    organisations: [{ ...organisation(), successorIds }],
  });
  const [first, second] = [estimate({ tenge: "5" }), estimate({ tenge: "6", lineId: "E-2" })];
  const moved = {
    organisations: [{ ...organisation(), source }],
    headcounts: FOUR_CELLS.map((each) => ({ ...each, source })),
  };

  it.each<[string, Partial<RegisterSnapshot>, Partial<RegisterSnapshot>]>([
    ["the files and rows it was read from", moved, {}],
    ["the order of successors", successors("b", "c"), successors("c", "b")],
    ["the order of estimates", { estimates: [first, second] }, { estimates: [second, first] }],
  ])("%s", (_, left, right) => {
    const texts = [left, right].map((each) => canonicalText(canonicalRegister(register(each))));
    expect(texts[0]).toBe(texts[1]);
  });
});

it("a result is its lines, the year and the day of knowledge", () => {
  const { lines } = run(schoolPlan(), { headcounts: FOUR_CELLS });
  expect(canonicalResult(schoolPlan({}, "2026-06-30"), lines)).toEqual({
    ...{ budgetYear: 2026, knownOn: "2026-06-30" },
    lines: [["a", "secondary", "04.2.360.040", "formula", "10000000"]],
  });
});

function withValue(change: Readonly<Record<string, string>>) {
  const [first, ...rest] = valuesOf(RATE);
  return { ...RATE, values: [{ ...first, ...change }, ...rest] };
}

function valuesOf(each: typeof RATE): readonly object[] {
  return each["values"] as readonly object[];
}

function hashOfMethodology(layers: readonly MethodologyLayer[]): string {
  return hashOf(canonicalMethodology(getValue(parseMethodology(layers))));
}

function register(change: Partial<RegisterSnapshot> = {}): RegisterSnapshot {
  return snapshot({
    headcounts: FOUR_CELLS,
    estimates: [estimate({ tenge: "5" })],
    lastYear: [lastYear(6n)],
    ...change,
  });
}

function lastYear(amount: bigint): RegisterSnapshot["lastYear"][number] {
  return {
    ...{ organisationId: "a", tier: "secondary", budgetCode: "04.2.360.040", method: "formula" },
    ...{ childMonths: undefined, amount: tiyn(amount) },
    source: { file: "last_year.csv", row: 2 },
  };
}
