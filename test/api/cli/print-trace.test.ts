import { describe, expect, it } from "vitest";
import { printTrace } from "../../../packages/api/src/cli/print-trace.ts";
import { createTranslate } from "../../../packages/api/src/cli/texts.ts";
import { explainLine } from "../../../packages/core/src/index.ts";
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
  pupils,
  run,
} from "../../support/school-register.ts";

const en = await createTranslate("en");
const SPACE = "\u202F";

describe("a trace is read from top to bottom", () => {
  it("each value on a line, what it was made of below it and further in", () => {
    expect(print("rate * pupils['january', 'basic']")).toEqual([
      `rate (en) = 1,000${SPACE}₸/pupil`,
      "   status: assumed; valid from 01/01/2026 to 31/12/2026; known from 01/12/2025",
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
    expect(lines.map((line) => line.replace("valid from 01/01/2026 to 31/12/2026; ", ""))).toEqual([
      `norm (en) [primary (en)] = 1,000${SPACE}₸/pupil`,
      "   formula: rate * share[level] * 2",
      "   status: assumed",
      "   source: press",
      `   with figures: 1,000${SPACE}₸/pupil × 0.5 × 2`,
      `   rate (en) = 1,000${SPACE}₸/pupil`,
      "      status: assumed; known from 01/12/2025",
      "   share (en) [primary (en)] = 0.5",
      "      status: assumed; known from 01/12/2025",
      `norm (en) [basic (en)] = 500${SPACE}₸/pupil`,
      `   with figures: 1,000${SPACE}₸/pupil × 0.25 × 2`,
      `   rate (en) = 1,000${SPACE}₸/pupil (shown above)`,
      "   share (en) [basic (en)] = 0.25",
      "      status: assumed; known from 01/12/2025",
      `pupils (en) [january (en), basic (en)] = 20${SPACE}pupils — file headcounts.csv, row 2`,
    ]);
  });

  it("with cells of a sum that are alike on one line, and zeros counted", () => {
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
    expect(lines[0]).toBe(`sum = 20${SPACE}₸, terms: 3`);
    expect(lines.at(-1)).toBe("   terms equal to 0: 1");
    const months = print(
      "sum(over month: if(open[month], rate, 0)) * pupils['january', 'basic']",
      {},
      [...FOUR_CELLS],
    );
    expect(months[1]).toMatch(/^ {3}january|^ {3}01 \(en\); 02 \(en\)/);
    expect(months[1]).toContain(`each of 12 = 1,000${SPACE}₸/pupil`);
  });

  it("with a rounding as before and after", () => {
    expect(print("round(rate * pupils['january', 'primary'] / 3, 1, down)")[0]).toBe(
      `rounding: 3,333.333333…${SPACE}₸ → 3,333.3${SPACE}₸ (decimal places: 1, towards zero)`,
    );
  });

  it("with the case that applied", () => {
    const text =
      'case "few" when capacity < 5 pupil: rate * 1 pupil otherwise "many": rate * 2 pupil';
    const lines = print(`(${text}) + 0 * pupils['january', 'basic'] * rate`);
    expect(lines).toContain(`case applied: “many” = 2,000${SPACE}₸`);
    expect(lines[0]).toBe(`capacity (en) = 260${SPACE}pupils — file organisations.csv, row 2`);
  });

  it("without the conditions, whose outcome is seen in the cells", () => {
    const lines = print(
      "if(ownership = 'state' and open['03'], rate, 0) * pupils['january', 'basic']",
    );
    expect(lines.filter((line) => /ownership|open/.test(line))).toEqual([]);
  });

  it("with the value that a later one replaced", () => {
    const rate = parameter("rate", "KZT/pupil", [
      valued("1000"),
      valued("1100.50", { knownFrom: "2026-07-16", status: "secondary", source: "press" }),
    ]);
    expect(print("rate * pupils['january', 'basic']", { parameters: [rate] }).slice(0, 4)).toEqual([
      `rate (en) = 1,100.50${SPACE}₸/pupil`,
      "   status: secondary; valid from 01/01/2026 to 31/12/2026; known from 16/07/2026",
      "   source: press",
      "   earlier value: 1,000, known from 01/12/2025",
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
      "   status: secondary; valid from 01/01/2026; known from 01/12/2025",
      "   ground: Order, para 6",
    ]);
  });
});

function print(amount: string, change: SchoolChange = {}, headcounts = FOUR_CELLS) {
  const organisations = [organisation({ attributes: { capacity: "260" } })];
  const done = run(planOfAmount(amount, change), { headcounts, organisations });
  const trace = getValue(explainLine(done, "a", FORMULA_LINE));
  return printTrace(trace.inputs, { run: done, language: "en", translate: en });
}
