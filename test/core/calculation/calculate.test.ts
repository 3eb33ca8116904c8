import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  line,
  parameter,
  planOfAmount,
  RATE,
  SCHOOL_LINE,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import {
  amountOf,
  children,
  childrenAllYear,
  estimate,
  FOUR_CELLS,
  issuesOf,
  linesOf,
  organisation,
  pupils,
  run,
  snapshot,
} from "../../support/school-register.ts";

const PLAN = schoolPlan();
const KINDERGARTEN_LINE = line(
  "kindergarten",
  "sum(over month, level: if(open[month], rate * children[month, level], 0))",
  { tier: "preschool", budgetCode: KINDERGARTEN_CODE },
);
const BOTH = schoolPlan({ lines: [SCHOOL_LINE, KINDERGARTEN_LINE] });

describe("a line", () => {
  it("is the exact sum of an organisation's cells", () => {
    expect(linesOf(run(PLAN, { headcounts: FOUR_CELLS }))).toEqual([
      "a secondary/04.2.360.040/formula 100000.00",
    ]);
  });

  it("exists only where something was counted", () => {
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, ...childrenAllYear("b", 2)];
    expect(linesOf(run(BOTH, { organisations, headcounts }))).toEqual([
      "a secondary/04.2.360.040/formula 100000.00",
      "b preschool/04.1.360.034/formula 24000.00",
    ]);
  });

  it("is zero where the count is zero", () => {
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 0)];
    expect(linesOf(run(PLAN, { organisations, headcounts }))).toEqual([
      "a secondary/04.2.360.040/formula 100000.00",
      "b secondary/04.2.360.040/formula 0.00",
    ]);
  });

  it("takes a cell that is absent beside others for zero", () => {
    const plan = planOfAmount(
      "rate * (pupils['january', 'primary'] + pupils['september', 'basic'])",
    );
    const organisations = [organisation(), organisation({ id: "b" })];
    const headcounts = [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 3)];
    expect(linesOf(run(plan, { organisations, headcounts }))).toEqual([
      "a secondary/04.2.360.040/formula 50000.00",
      "b secondary/04.2.360.040/formula 3000.00",
    ]);
  });

  it("is paid only to the organisations it is meant for", () => {
    const own = { ...SCHOOL_LINE, when: "ownership = 'private'" };
    const organisations = [
      organisation(),
      organisation({ id: "b", attributes: { ownership: "private" } }),
    ];
    const headcounts = [
      ...FOUR_CELLS,
      pupils("b", "2026-01-01", "primary", 1),
      pupils("b", "2026-09-05", "primary", 2),
    ];
    expect(linesOf(run(schoolPlan({ lines: [own] }), { organisations, headcounts }))).toEqual([
      "b secondary/04.2.360.040/formula 3000.00",
    ]);
  });

  it.each([
    ["half-up", "0.01"],
    ["half-even", "0.00"],
    ["down", "0.00"],
    ["up", "0.01"],
  ])("is rounded once, %s", (rounding, expected) => {
    const cells = "sum(over count, level: 0.00005 KZT/pupil * pupils[count, level])";
    const plan = schoolPlan({ lines: [line("small", cells, { rounding })] });
    expect(amountOf(plan, { headcounts: FOUR_CELLS })).toBe(expected);
  });

  it("does not lose what rounding each of its cells would lose", () => {
    const plan = planOfAmount("sum(over count, level: 0.0001 KZT/pupil * pupils[count, level])");
    expect(amountOf(plan, { headcounts: FOUR_CELLS })).toBe("0.01");
  });

  it("may be negative", () => {
    const plan = planOfAmount(
      "-(sum(over count, level: 0.00005 KZT/pupil * pupils[count, level]))",
    );
    expect(amountOf(plan, { headcounts: FOUR_CELLS })).toBe("-0.01");
  });

  it("is refused when another line has its code, tier and method", () => {
    const again = { ...SCHOOL_LINE, line: "again" };
    const issues = issuesOf(schoolPlan({ lines: [SCHOOL_LINE, again] }), {
      headcounts: FOUR_CELLS,
    });
    expect(issues).toEqual([
      {
        code: "line-duplicate",
        place: { file: "school.json", path: ["lines", 1] },
        facts: { line: "again", other: "school", organisation: "a" },
      },
    ]);
  });
});

describe("an organisation that lives for part of the year", () => {
  it.each([
    ["is paid for every month of a whole year", "1990-09-01", undefined, "12000.00"],
    ["is paid from the month it opened on the first day of", "2026-03-01", undefined, "10000.00"],
    ["is not paid for a month it opened in the middle of", "2026-03-02", undefined, "9000.00"],
    ["is paid up to the month it closed on the last day of", "1990-09-01", "2026-05-31", "5000.00"],
    ["is not paid for a month it closed in the middle of", "1990-09-01", "2026-05-30", "4000.00"],
    ["is paid for the one month of its life", "2026-02-01", "2026-02-28", "1000.00"],
  ])("%s", (_, opened, closed, expected) => {
    const life = closed === undefined ? { opened } : { opened, closed };
    const organisations = [organisation(life), organisation({ id: "b" })];
    const headcounts = [...childrenAllYear("a", 1), ...childrenAllYear("b", 0)];
    const [own] = linesOf(
      run(schoolPlan({ lines: [KINDERGARTEN_LINE] }), { organisations, headcounts }),
    );
    expect(own).toBe(`a preschool/${KINDERGARTEN_CODE}/formula ${expected}`);
  });

  it("has a line of zero when nothing of what was counted is paid", () => {
    const organisations = [organisation({ opened: "2026-01-02", closed: "2026-01-31" })];
    const headcounts = [children("a", "2026-01", "primary", 5)];
    const plan = planOfAmount(
      "sum(over month, level: rate * children[month, level] * if(open[month], 1, 0))",
    );
    expect(amountOf(plan, { organisations, headcounts })).toBe("0.00");
  });
});

describe("estimates", () => {
  it("of one organisation, tier and code are added up", () => {
    const estimates = [
      estimate({ tenge: "100.50" }),
      estimate({ tenge: "0.75", lineId: "E-2" }),
      estimate({ tenge: "7", lineId: "E-3", organisationId: "a" }),
      estimate({ tenge: "9", lineId: "E-4", tier: "preschool" }),
    ];
    expect(linesOf(run(PLAN, { estimates, organisations: [] }))).toEqual([
      "overhead/04.2.360.040/estimate 101.25",
      "preschool/04.2.360.040/estimate 9.00",
      "a overhead/04.2.360.040/estimate 7.00",
    ]);
  });

  it("of other years are left out", () => {
    const estimates = [estimate({ tenge: "5", budgetYear: 2025 })];
    expect(linesOf(run(PLAN, { estimates, organisations: [] }))).toEqual([]);
  });

  it("stand beside the formula's amount on the same code", () => {
    const estimates = [estimate({ tenge: "5", organisationId: "a", tier: "secondary" })];
    expect(linesOf(run(PLAN, { estimates, headcounts: FOUR_CELLS }))).toEqual([
      "a secondary/04.2.360.040/estimate 5.00",
      "a secondary/04.2.360.040/formula 100000.00",
    ]);
  });

  it("without an organisation belong to no district", () => {
    const estimates = [estimate({ tenge: "5" })];
    const { totals } = run(PLAN, { estimates, headcounts: FOUR_CELLS });
    expect([...totals.byDistrict]).toEqual([
      ["citywide", 500n],
      ["north", 10_000_000n],
    ]);
  });
});

it("tells everything that is missing at once", () => {
  const own = formula(
    "own",
    "KZT",
    "capacity * price / 1 pupil + rate * pupils['january', 'basic']",
  );
  const price = parameter("price", "KZT", []);
  const plan = schoolPlan({
    parameters: [RATE, price],
    formulas: [own],
    lines: [line("own", "own"), KINDERGARTEN_LINE],
  });
  const issues = issuesOf(plan, { headcounts: FOUR_CELLS });
  expect(issues.map(({ code }) => code)).toEqual([
    "fact-missing",
    "attribute-missing",
    "parameter-missing",
  ]);
});

describe("laws", () => {
  const cells = fc.array(fc.nat(5000), { minLength: 4, maxLength: 4 });
  const share = parameter(
    "share",
    "1",
    [
      valued("0.3", { key: { level: "primary" } }),
      valued("0.7", { key: { level: "basic" }, validTo: "2026-07-01" }),
      valued("0.8", { key: { level: "basic" }, knownFrom: "2026-02-02" }),
      valued("0.9", { validFrom: "2026-07-01" }),
    ],
    "level",
  );
  const amount =
    "sum(over count, level: round(rate * share[level] / 7, 0) * pupils[count, level]) / 12";

  it("one pupil more never lowers an amount", () => {
    const plan = planOfAmount(amount, { parameters: [RATE, share] });
    const amountOfCells = (counts: readonly number[]) => {
      const headcounts = FOUR_CELLS.map((cell, place) => ({
        ...cell,
        headcount: counts[place] ?? 0,
      }));
      return run(plan, { headcounts }).totals.total;
    };
    fc.assert(
      fc.property(cells, fc.nat(3), (counts, place) => {
        const more = counts.map((count, each) => (each === place ? count + 1 : count));
        expect(amountOfCells(more) >= amountOfCells(counts)).toBe(true);
      }),
    );
  });

  it("the order of counts, organisations, estimates and values changes nothing", () => {
    const organisations = ["a", "b", "c"].map((id) => organisation({ id }));
    const headcounts = ["a", "b", "c"].flatMap((id) =>
      FOUR_CELLS.map((cell) => ({ ...cell, organisationId: id })),
    );
    const estimates = [1, 2, 3].map((place) =>
      estimate({ tenge: `${place}.01`, lineId: `${place}` }),
    );
    const all = <Item>(items: readonly Item[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    const calculateWith = (values: readonly object[], register: ReturnType<typeof snapshot>) => {
      const plan = planOfAmount(amount, { parameters: [RATE, { ...share, values }] });
      const { lines, totals, usedParameters } = getValue(calculate(plan, register));
      const used = usedParameters.map(({ parameter: name, key, value }) => [
        name,
        key,
        value.digits,
      ]);
      return { lines, totals, used };
    };
    const values = share["values"] as readonly object[];
    const expected = calculateWith(values, snapshot({ organisations, headcounts, estimates }));
    fc.assert(
      fc.property(
        ...([all(values), all(organisations), all(headcounts), all(estimates)] as const),
        (ownValues, ownOrganisations, ownHeadcounts, ownEstimates) => {
          const register = snapshot({
            organisations: ownOrganisations,
            headcounts: ownHeadcounts,
            estimates: ownEstimates,
          });
          expect(calculateWith(ownValues, register)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
