import { describe, expect, it } from "vitest";
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
    expect(canonicalRegister(register(left))).toEqual(canonicalRegister(register(right)));
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
