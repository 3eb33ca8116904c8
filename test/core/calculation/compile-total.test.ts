import { describe, expect, it } from "vitest";
import {
  formula,
  label,
  line,
  planOfAmount,
  type SchoolChange,
  schoolPlan,
} from "../../support/school-methodology.ts";
import {
  FOUR_CELLS,
  issuesOf,
  linesOf,
  organisation,
  pupils,
  run,
} from "../../support/school-register.ts";

/** Three schools: a with 100 pupils in all and b with 20 in the north, c with 8 in the south. */
const REGISTER = {
  organisations: [
    organisation(),
    organisation({ id: "b", attributes: { ownership: "private" } }),
    organisation({ id: "c", attributes: { district: "south" } }),
  ],
  headcounts: [
    ...FOUR_CELLS,
    pupils("b", "2026-01-01", "primary", 20),
    pupils("c", "2026-01-01", "primary", 8),
  ],
};
const ALL = "sum(over count, level: pupils[count, level])";

function amountsOf(amount: string, change: SchoolChange = {}): readonly string[] {
  const formulas = [formula("all_pupils", "pupil", ALL), ...(change.formulas ?? [])];
  const lines = [line("amount", amount, { exists: "when" })];
  const plan = schoolPlan({ ...change, formulas, lines });
  return linesOf(run(plan, REGISTER)).map((line) => line.replace(/ \S+ /, " "));
}

describe("a sum over organisations", () => {
  it("of the whole city is the same in each of them", () => {
    expect(amountsOf("1 KZT/pupil * total(all_pupils)")).toEqual([
      "a 128.00",
      "b 128.00",
      "c 128.00",
    ]);
  });

  it("of a group feeds back into its members", () => {
    expect(amountsOf("1 KZT/pupil * total(all_pupils by district)")).toEqual([
      "a 120.00",
      "b 120.00",
      "c 8.00",
    ]);
    expect(amountsOf("90 KZT * all_pupils / total(all_pupils by district)")).toEqual([
      "a 75.00",
      "b 15.00",
      "c 90.00",
    ]);
  });

  it("by two attributes is of those who share both", () => {
    expect(amountsOf("1 KZT/pupil * total(all_pupils by district, ownership)")).toEqual([
      "a 100.00",
      "b 20.00",
      "c 8.00",
    ]);
  });

  it("counts those for which a condition holds", () => {
    expect(amountsOf("1 KZT * count(all_pupils > 10 pupil by district)")).toEqual([
      "a 2.00",
      "b 2.00",
      "c 0.00",
    ]);
  });

  it("may stand on dimensions in scope", () => {
    const level = formula("of_level", "pupil", "total(sum(over count: pupils[count, level]))", {
      grain: ["level"],
    });
    const amount = "1 KZT/pupil * of_level['primary'] + 0.01 KZT/pupil * of_level['basic']";
    expect(amountsOf(amount, { formulas: [level] })[0]).toBe("a 68.60");
  });

  it("of the group in scope is the figure of a district", () => {
    const ratio = formula(
      "mean",
      "pupil",
      "total(all_pupils by district) / count(true by district)",
      {
        grain: ["district"],
      },
    );
    expect(amountsOf("1 KZT/pupil * mean[district]", { formulas: [ratio] })).toEqual([
      "a 60.00",
      "b 60.00",
      "c 8.00",
    ]);
  });

  it("may stand on another sum", () => {
    const share = formula("share", "1", "all_pupils / total(all_pupils by district)");
    expect(amountsOf("1 KZT * total(share)", { formulas: [share] })[0]).toBe("a 2.00");
  });

  it("leaves out an organisation that has no group", () => {
    const more = [
      {
        attributes: [
          {
            attribute: "network",
            label: label("network"),
            type: "group",
            column: "network",
            optional: true,
          },
        ],
      },
    ];
    const amount = "if(capacity > 0, 1 KZT/pupil * (all_pupils + total(all_pupils by network)), 0)";
    const plan = planOfAmount(amount, { formulas: [formula("all_pupils", "pupil", ALL)], more });
    const organisations = REGISTER.organisations.map((each) => {
      const own =
        each.id === "b"
          ? [["capacity", "0"]]
          : [
              ["network", "one"],
              ["capacity", "9"],
            ];
      return { ...each, attributes: new Map([...each.attributes, ...(own as [string, string][])]) };
    });
    expect(
      linesOf(run(plan, { ...REGISTER, organisations })).map((text) => text.split(" ").at(-1)),
    ).toEqual(["208.00", "116.00"]);
  });

  it("knows of how many organisations it is made", () => {
    const plan = schoolPlan({
      formulas: [
        formula("all_pupils", "pupil", ALL),
        formula("together", "pupil", "total(all_pupils by district)"),
      ],
    });
    const { compiler, states, totals } = run(plan, REGISTER).figures;
    for (const state of states) compiler.formula("together")([], state);
    const [figures] = totals.values();
    expect([...(figures ?? [])].map(([name, { members }]) => [name, members])).toEqual([
      ["north", 2],
      ["south", 1],
    ]);
  });

  it("of what others counted makes no line", () => {
    const formulas = [formula("all_pupils", "pupil", ALL)];
    const plan = planOfAmount("1 KZT/pupil * total(all_pupils)", { formulas });
    expect(linesOf(run(plan, REGISTER))).toEqual([]);
  });

  it("of nobody is zero", () => {
    const none = formula(
      "in_district",
      "pupil",
      "total(if(ownership = 'private', all_pupils, 0) by district)",
      {
        grain: ["district"],
      },
    );
    const amount = "1 KZT/pupil * (in_district['south'] + all_pupils)";
    expect(amountsOf(amount, { formulas: [none] })[2]).toBe("c 8.00");
  });
});

it("a count that only a sum over organisations needs is missed like any other", () => {
  const plan = planOfAmount("1 KZT/pupil * total(sum(over count, level: places[count, level]))");
  expect(issuesOf(plan, REGISTER).map(({ code, facts }) => [code, facts])).toMatchObject([
    ["fact-missing", { fact: "places", periods: "2026-01-01, 2026-09-05" }],
  ]);
});
