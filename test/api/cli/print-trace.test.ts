import { describe, expect, it } from "vitest";
import { printTrace } from "../../../packages/api/src/cli/print-trace.ts";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { explainLine, namesOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  parameter,
  planOfAmount,
  RATE,
  type SchoolChange,
  valued,
} from "../../support/school-methodology.ts";
import {
  FORMULA_LINE,
  FOUR_CELLS,
  organisation,
  places,
  pupils,
  run,
  type SchoolOrganisation,
} from "../../support/school-register.ts";
import { type StagedCity, stage, stagedRun } from "../../support/staged-city.ts";

const en = await createTranslate("en");
const SPACE = "\u202F";
const MONTHS = Array.from({ length: 12 }, (_, place) => `${place + 1}`.padStart(2, "0"));

describe("a trace is read from top to bottom", () => {
  it("each value on a line, what it was made of below it and further in", () => {
    expect(print("rate * pupils['january', 'basic']")).toEqual([
      `rate (en) = 1,000.00${SPACE}₸/pupil`,
      "   status: assumed; valid from 01.01.2026 to 31.12.2026; known from 01.12.2025",
      `pupils (en) [january (en), basic (en)] = 20${SPACE}pupils — file headcounts.csv, row 2`,
    ]);
  });

  it("with the rule of a formula once and its figures each time", () => {
    const norm = formula("norm", "KZT/pupil", "rate * share[level] * 2", {
      ...{ grain: ["level"], status: "secondary", source: "press" },
    });
    const share = parameter(
      "share",
      "1",
      [valued("0.5", { key: { level: "primary" } }), valued("0.25", { key: { level: "basic" } })],
      "level",
    );
    const lines = print("norm['primary'] * 1 pupil + norm['basic'] * pupils['january', 'basic']", {
      formulas: [norm],
      parameters: [RATE, share],
    });
    expect(lines.map((line) => line.replace("valid from 01.01.2026 to 31.12.2026; ", ""))).toEqual([
      `norm (en) [primary (en)] = 1,000.00${SPACE}₸/pupil`,
      "   formula: rate * share[level] * 2",
      "   status: assumed",
      "   source: press",
      `   with figures: 1,000.00${SPACE}₸/pupil × 0.5 × 2`,
      `   rate (en) = 1,000.00${SPACE}₸/pupil`,
      "      status: assumed; known from 01.12.2025",
      "   share (en) [primary (en)] = 0.5",
      "      status: assumed; known from 01.12.2025",
      `norm (en) [basic (en)] = 500.00${SPACE}₸/pupil`,
      `   with figures: 1,000.00${SPACE}₸/pupil × 0.25 × 2`,
      `   rate (en) = 1,000.00${SPACE}₸/pupil (shown above)`,
      "   share (en) [basic (en)] = 0.25",
      "      status: assumed; known from 01.12.2025",
      `pupils (en) [january (en), basic (en)] = 20${SPACE}pupils — file headcounts.csv, row 2`,
    ]);
  });

  it("with cells of a sum that are alike on one line, and zeros named", () => {
    const cells = [
      pupils("a", "2026-01-01", "primary", 5),
      pupils("a", "2026-01-01", "basic", 5),
      pupils("a", "2026-09-05", "primary", 0),
    ];
    const lines = print(
      "sum(over count, level: 2 KZT/pupil * min(pupils[count, level], 5 pupil))",
      {},
      cells,
    );
    expect(lines[0]).toBe(`sum = 20.00${SPACE}₸, terms: 3`);
    const figures = `2.00${SPACE}₸/pupil × least of(5${SPACE}pupils; 5${SPACE}pupils) = 10.00${SPACE}₸`;
    expect(lines).toContain(`   january (en), primary (en) — ${figures}`);
    expect(lines.at(-1)).toBe("   equal to 0: september (en), primary (en)");
    const months = print(
      "sum(over month: if(open[month], rate, 0)) * pupils['january', 'basic']",
      {},
      [...FOUR_CELLS],
    );
    const names = MONTHS.map((month) => `${month} (en)`).join("; ");
    expect(months[1]).toBe(`   ${names} — each of 12 = 1,000.00${SPACE}₸/pupil`);
  });

  it("with every cell that is zero by its name", () => {
    const lines = print(
      "sum(over month: if(open[month], rate, 0)) * pupils['january', 'basic']",
      {},
      FOUR_CELLS,
      { opened: "2026-01-02", closed: "2026-10-30" },
    );
    expect(lines).toContain("   equal to 0: 01 (en); 10 (en); 11 (en); 12 (en)");
    expect(lines[1]).toMatch(/^ {3}02 \(en\); .*; 09 \(en\) — each of 8 = /);
  });

  it("with a sum that has no cells as no rows of counts", () => {
    const sum = "sum(over count, level: places[count, level])";
    const organisations = [organisation(), organisation({ id: "b" })];
    const elsewhere = [
      places("b", "2026-01-01", "basic", 1),
      places("b", "2026-09-05", "basic", 1),
    ];
    const register = { headcounts: [...FOUR_CELLS, ...elsewhere], organisations };
    const done = run(planOfAmount(`rate * (pupils['january', 'basic'] + ${sum})`), register);
    const trace = getValue(explainLine(done, "a", FORMULA_LINE));
    expect(
      printTrace(trace.inputs, {
        names: namesOf(done.plan.methodology),
        language: "en",
        translate: en,
      }).at(-1),
    ).toBe("there are no rows of counts");
  });

  it("with a rounding as before and after", () => {
    expect(print("round(rate * pupils['january', 'primary'] / 3, 1, down)")[0]).toBe(
      `rounding: 3,333.333333…${SPACE}₸ → 3,333.30${SPACE}₸ (decimal places: 1, towards zero)`,
    );
  });

  it("without a rounding that changed nothing", () => {
    expect(print("round(rate * pupils['january', 'primary'], 0)")).toEqual(
      print("rate * pupils['january', 'primary']"),
    );
  });

  it("with the case that applied", () => {
    const text =
      'case "few" when capacity < 5 pupil: rate * 1 pupil otherwise "many": rate * 2 pupil';
    const lines = print(`(${text}) + 0 * pupils['january', 'basic'] * rate`);
    expect(lines).toContain(`case applied: “many” = 2,000.00${SPACE}₸`);
    expect(lines[0]).toBe(`capacity (en) = 260${SPACE}pupils — file organisations.csv, row 2`);
  });

  it("with the attributes that decided, and without the months, which are seen in the cells", () => {
    const lines = print(
      "if(ownership = 'state' and open['03'], rate, 0) * pupils['january', 'basic']",
    );
    expect(lines.filter((line) => /ownership|open/.test(line))).toEqual([
      "ownership (en) = state (en) — file organisations.csv, row 2",
    ]);
    expect(lines[0]).toMatch(/^ownership/);
  });

  it("with an attribute that decided many cells once", () => {
    const paid = formula("paid", "pupil", "if(ownership = 'state', pupils[count, level], 0)", {
      grain: ["organisation", "count", "level"],
    });
    const lines = print("sum(over count, level: rate * paid[count, level])", { formulas: [paid] });
    const told = lines.filter((line) => line.includes("ownership (en) ="));
    expect(told.map((line) => line.trim())).toEqual([
      "ownership (en) = state (en) — file organisations.csv, row 2",
    ]);
    expect(lines.filter((line) => line.trim().startsWith("pupils (en) ["))).toHaveLength(4);
  });

  it("without a formula of truth, but with nothing else lost", () => {
    const isState = formula("is_state", "boolean", "ownership = 'state'");
    const lines = print("if(is_state, rate, 0) * pupils['january', 'basic']", {
      formulas: [isState],
    });
    expect(lines.filter((line) => line.includes("is_state"))).toEqual([]);
    expect(lines[0]).toMatch(/^rate/);
  });

  it("with the value that a later one replaced", () => {
    const rate = parameter("rate", "KZT/pupil", [
      valued("1000"),
      valued("1100.50", { knownFrom: "2026-07-16", status: "secondary", source: "press" }),
    ]);
    expect(print("rate * pupils['january', 'basic']", { parameters: [rate] }).slice(0, 4)).toEqual([
      `rate (en) = 1,100.50${SPACE}₸/pupil`,
      "   status: secondary; valid from 01.01.2026 to 31.12.2026; known from 16.07.2026",
      "   source: press",
      `   earlier value: 1,000.00${SPACE}₸/pupil, known from 01.12.2025`,
    ]);
  });

  it("with the act and the clause", () => {
    const acts = {
      acts: [
        {
          ...{ act: "order", label: { ru: "Приказ", kk: "Бұйрық", en: "Order" } },
          provisions: [{ provision: "6", locator: { ru: "п. 6", kk: "6-т.", en: "para 6" } }],
        },
      ],
    };
    const ground = { status: "secondary", provision: "order/6", validTo: undefined };
    const rate = parameter("rate", "KZT/pupil", [valued("1", ground)]);
    const lines = print("rate * pupils['january', 'basic']", { parameters: [rate], more: [acts] });
    expect(lines.slice(1, 3)).toEqual([
      "   status: secondary; valid from 01.01.2026; known from 01.12.2025",
      "   ground: Order, para 6",
    ]);
  });
});

describe("what the run made is told", () => {
  it("a stage by what it changed and why, above the formula", () => {
    const stages = [
      stage("raised", 1, { kind: "floor", lines: ["base"], bound: "floor" }),
      stage("off", 2, { kind: "cap", lines: ["base"], bound: "cap", switch: "false" }),
    ];
    const { names, trace } = stagedTrace(stages, { a: { base: "50", floor: "80" } });
    expect(printTrace(trace.inputs, { names, language: "en", translate: en })).toEqual([
      `Stage “off (en)”: 80.00${SPACE}₸`,
      "   the stage is switched off",
      `Stage “raised (en)”: 50.00${SPACE}₸ → 80.00${SPACE}₸`,
      `   the amount is below the floor 80.00${SPACE}₸ and raised to it: the budget adds 30.00${SPACE}₸`,
      "   status: assumed",
      `   Bound = 80.00${SPACE}₸`,
      `      floor (en) = 80.00${SPACE}₸ — file organisations.csv, row 2`,
      `By the formula: base (en) = 50.00${SPACE}₸`,
      "   formula: base",
      "   status: assumed",
      `   base (en) = 50.00${SPACE}₸ — file organisations.csv, row 2`,
    ]);
  });

  it("a value that stands twice in one expression once below it", () => {
    const stages = [
      stage("raised", 1, { kind: "floor", lines: ["base"], bound: "floor + floor * 2" }),
    ];
    const { names, trace } = stagedTrace(stages, { a: { base: "50", floor: "80" } });
    const lines = printTrace(trace.inputs, { names, language: "en", translate: en });
    expect(lines.filter((line) => line.includes("floor (en) ="))).toHaveLength(1);
  });

  it("a total by its members and the part of this one", () => {
    const counted = "0 * rate * pupils['january', 'primary']";
    const lines = print(`0.5 * total(rate * pupils['january', 'basic'] by district) + ${counted}`);
    expect(lines.slice(0, 3)).toEqual([
      `Total over organisations: rate (en) × pupils (en) [january (en), basic (en)] [north (en)] = 20,000.00${SPACE}₸`,
      "   organisations added up: 1",
      `   Of which this organisation = 20,000.00${SPACE}₸`,
    ]);
  });
});

function stagedTrace(stages: Parameters<typeof stagedRun>[0], city: StagedCity) {
  const done = stagedRun(stages, city);
  const trace = getValue(explainLine(done, "a", FORMULA_LINE));
  return { names: namesOf(done.plan.methodology), trace };
}

function print(
  amount: string,
  change: SchoolChange = {},
  headcounts = FOUR_CELLS,
  life: SchoolOrganisation = {},
) {
  const organisations = [organisation({ ...life, attributes: { capacity: "260" } })];
  const done = run(planOfAmount(amount, change), { headcounts, organisations });
  const trace = getValue(explainLine(done, "a", FORMULA_LINE));
  return printTrace(trace.inputs, {
    names: namesOf(done.plan.methodology),
    language: "en",
    translate: en,
  });
}
