import { describe, expect, it } from "vitest";
import {
  type CalculationRun,
  explainHeadcount,
  explainLine,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  line,
  parameter,
  parseSchool,
  RATE,
  SCHOOL_LINE,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import {
  childrenAllYear,
  estimate,
  FORMULA_LINE,
  FOUR_CELLS,
  organisation,
  run,
} from "../../support/school-register.ts";
import { filledText, outline } from "../../support/trace-nodes.ts";

const RUN = run(schoolPlan(), { headcounts: FOUR_CELLS });

describe("the explanation of a line", () => {
  it("leads from the amount down to the counts", () => {
    const trace = getValue(explainLine(RUN, "a", FORMULA_LINE));
    expect(outline(trace)).toEqual([
      `line ${FORMULA_LINE} = 100000.00`,
      "  sum sum = 100000",
      ...[10, 20, 30, 40].flatMap((count) => [
        `    cell sum = ${count}000`,
        "      parameter rate = 1000",
        `      fact pupils = ${count}`,
      ]),
    ]);
    expect(trace.label?.en).toBe("school (en)");
    expect(filledText(trace)).toBe("100000");
  });

  it("shows the amount before it was rounded", () => {
    const third = formula("third", "KZT", "rate * pupils['january', 'primary'] / 3");
    const plan = schoolPlan({ formulas: [third], lines: [line("third", "third")] });
    const trace = getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE));
    expect(trace.value).toEqual({ kind: "number", exact: "3333.33", unit: "KZT" });
    expect(trace.rounding).toEqual({
      before: { kind: "number", exact: "10000/3", unit: "KZT" },
      ...{ places: 2, mode: "half-up" },
    });
  });

  it("is as strong as its weakest input", () => {
    const statusWith = (rate: string, own: string) => {
      const source = "press";
      const parameters = [
        parameter("rate", "KZT/pupil", [valued("1000", { status: rate, source })]),
      ];
      const plan = schoolPlan({ parameters, lines: [{ ...SCHOOL_LINE, status: own, source }] });
      return getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE)).status;
    };
    expect(statusWith("secondary", "secondary")).toBe("secondary");
    expect(statusWith("draft", "secondary")).toBe("draft");
    expect(statusWith("secondary", "assumed")).toBe("assumed");
  });

  it("shows what decided that the line is paid, below what it was made of", () => {
    const least = parameter("least", "pupil", [valued("5", { status: "draft", source: "press" })]);
    const rate = parameter("rate", "KZT/pupil", [
      valued("1000", { status: "secondary", source: "press" }),
    ]);
    const paid = {
      ...line("paid", "rate * pupils['january', 'basic']"),
      ...{ when: "ownership = 'state' and pupils['september', 'basic'] > least" },
      ...{ status: "secondary", source: "press" },
    };
    const plan = schoolPlan({ parameters: [rate, least], lines: [paid] });
    const trace = getValue(explainLine(run(plan, { headcounts: FOUR_CELLS }), "a", FORMULA_LINE));
    expect(outline(trace)).toEqual([
      `line ${FORMULA_LINE} = 20000.00`,
      ...["  parameter rate = 1000", "  fact pupils = 20"],
      ...["  attribute ownership = state", "  fact pupils = 40", "  parameter least = 5"],
    ]);
    expect(filledText(trace)).toBe("1000 * 20");
    expect(trace.status).toBe("draft");
  });

  it("is not made a line by a count that only decided", () => {
    const decided = "pupils['september', 'basic'] > 5 pupil";
    const other = line("other", "sum(over month, level: rate * children[month, level])", {
      when: decided,
    });
    const plan = schoolPlan({ parameters: [RATE], lines: [other, SCHOOL_LINE] });
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, ...childrenAllYear("b", 1)];
    const both = run(plan, { organisations, headcounts });
    expect(getValue(explainLine(both, "a", FORMULA_LINE)).label?.en).toBe("school (en)");
  });

  it("is that of the line a count reached, of several under one name", () => {
    const other = line("other", "sum(over month, level: rate * children[month, level])");
    const plan = schoolPlan({ parameters: [RATE], lines: [other, SCHOOL_LINE] });
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, ...childrenAllYear("b", 1)];
    const both = run(plan, { organisations, headcounts });
    expect(getValue(explainLine(both, "a", FORMULA_LINE)).label?.en).toBe("school (en)");
    expect(getValue(explainLine(both, "b", FORMULA_LINE)).label?.en).toBe("other (en)");
  });

  it("of an estimate shows the estimate", () => {
    const own = run(schoolPlan(), { organisations: [], estimates: [estimate({ tenge: "5" })] });
    const trace = getValue(explainLine(own, "", "overhead/04.2.360.040/estimate"));
    expect(trace.inputs.map(({ kind }) => kind)).toEqual(["estimate"]);
  });
});

describe("an explanation is refused", () => {
  it.each([
    [
      "of an organisation that the register does not have",
      "z",
      FORMULA_LINE,
      "organisation-absent",
    ],
    ["of a line that the organisation does not have", "a", "preschool/x/formula", "line-unknown"],
    ["of a citywide line that there is not", "", FORMULA_LINE, "line-unknown"],
  ])("%s", (_, id, name, expected) => {
    const result = explainLine(RUN, id, name);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual([expected]);
  });

  it("with the lines that there are", () => {
    const result = explainLine(RUN, "a", "secondary");
    expect(result.ok ? [] : result.issues.map(({ facts }) => facts)).toEqual([
      { value: "secondary", expected: FORMULA_LINE },
    ]);
  });
});

it("stops rather than explain another amount than the run has", () => {
  const tampered: CalculationRun = {
    ...RUN,
    lines: RUN.lines.map((each) => ({ ...each, amount: tiyn(each.amount + 1n) })),
  };
  expect(() => explainLine(tampered, "a", FORMULA_LINE)).toThrow("100000.00 and 100000.01 differ");
});

describe("the explanation of the people a line pays for", () => {
  const people = "sum(over count, level: pupils[count, level]) / 2";
  const plan = schoolPlan({ lines: [{ ...SCHOOL_LINE, headcount: people }] });
  const counted = run(plan, { headcounts: FOUR_CELLS });

  it("leads from the average down to the counts", () => {
    expect(counted.lines.map(({ headcount }) => headcount)).toEqual(["50"]);
    const trace = getValue(explainHeadcount(counted, "a", FORMULA_LINE));
    expect(trace.value).toEqual({ kind: "number", exact: "50", unit: "pupil" });
    expect(outline(trace).filter((text) => text.includes("fact pupils"))).toHaveLength(4);
  });

  it("is a fraction where no decimal has the value", () => {
    const third = schoolPlan({
      lines: [{ ...SCHOOL_LINE, headcount: "pupils['january', 'primary'] / 3" }],
    });
    const [paid] = run(third, { headcounts: FOUR_CELLS }).lines;
    expect(paid?.headcount).toBe("10/3");
  });

  it("stops at an average that the run does not have", () => {
    const [paid] = counted.lines;
    if (paid === undefined) throw new Error("a line is paid");
    const wrong: CalculationRun = { ...counted, lines: [{ ...paid, headcount: "51" }] };
    expect(() => explainHeadcount(wrong, "a", FORMULA_LINE)).toThrow("the people of a");
  });

  it("is refused for a line that counts nobody, with those that do", () => {
    expect(explainHeadcount(RUN, "a", FORMULA_LINE)).toMatchObject({
      issues: [{ code: "line-unknown", facts: { value: FORMULA_LINE, expected: "" } }],
    });
    expect(explainHeadcount(RUN, "nobody", FORMULA_LINE)).toMatchObject({
      issues: [{ code: "organisation-absent" }],
    });
    expect(explainHeadcount(counted, "a", "other")).toMatchObject({
      issues: [{ code: "line-unknown", facts: { expected: FORMULA_LINE } }],
    });
  });

  it("has to be a number of people", () => {
    const faults = parseSchool({ lines: [{ ...SCHOOL_LINE, headcount: "rate" }] });
    expect(faults).toMatchObject({ issues: [{ code: "type-mismatch" }] });
  });
});
