import { describe, expect, it } from "vitest";
import {
  formula,
  label,
  parameter,
  parseSchool,
  planOfAmount,
  RATE,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import {
  childrenAllYear,
  FOUR_CELLS,
  issuesOf,
  organisation,
  run,
  tengeOf,
} from "../../support/school-register.ts";

describe("a name reads", () => {
  it("a parameter by the codes of its dimensions", () => {
    const price = parameter(
      "price",
      "KZT",
      [valued("5", { key: { level: "primary" } }), valued("7", { key: { level: "basic" } })],
      "level",
    );
    const change = { parameters: [price] };
    expect(tengeOf("price['primary']", change)).toBe("5.00");
    expect(tengeOf("sum(over level: price[level])", change)).toBe("12.00");
  });

  it("the value of the most specific key", () => {
    const price = parameter(
      "price",
      "KZT",
      [valued("5"), valued("7", { key: { level: "basic" } })],
      "level",
    );
    const change = { parameters: [price] };
    expect(tengeOf("price['primary']", change)).toBe("5.00");
    expect(tengeOf("price['basic']", change)).toBe("7.00");
  });

  it("a parameter by an attribute of the organisation", () => {
    const price = parameter(
      "price",
      "KZT",
      [valued("5", { key: { district: "north" } })],
      "district",
    );
    expect(tengeOf("price[district]", { parameters: [price] })).toBe("5.00");
  });

  it("a number of the organisation", () => {
    const organisations = [organisation({ attributes: { capacity: "260.5" } })];
    expect(tengeOf("capacity * 1 KZT/pupil", {}, { organisations })).toBe("260.50");
  });

  it("the number of a month", () => {
    expect(tengeOf("month_number['09'] * 1 KZT/month")).toBe("9.00");
  });

  it("whether the organisation is open all of a month", () => {
    const organisations = [organisation({ opened: "2026-02-02", closed: "2026-10-31" })];
    const expression = "sum(over month: if(open[month], 1 KZT, 0))";
    expect(tengeOf(expression, {}, { organisations })).toBe("8.00");
  });
});

it("no code holds the sign that joins the codes of a key, so that no two keys are one", () => {
  const codes = ["a", "a|b"].map((code) => ({ code, label: label(code) }));
  const lists = { codeLists: [{ codeList: "shift", label: label("shift"), codes }] };
  const result = parseSchool({ more: [lists] });
  expect(result.ok ? [] : result.issues).toMatchObject([
    { code: "document-malformed", place: { path: ["codeLists", 0, "codes", 1, "code"] } },
  ]);
});

describe("a parameter is read on the day its formula names", () => {
  const halves = parameter("price", "KZT", [
    valued("1", { validTo: "2026-07-01" }),
    valued("10", { validFrom: "2026-07-01" }),
  ]);
  const monthly = (valuesOn: string) => ({
    parameters: [halves],
    formulas: [formula("paid", "KZT", "sum(over month: price)", { valuesOn })],
  });

  it("on the first day of the month in scope", () => {
    expect(tengeOf("paid", monthly("month"))).toBe("66.00");
  });

  it("or on 1 January of the budget year", () => {
    expect(tengeOf("paid", monthly("year"))).toBe("12.00");
  });
});

describe("what cannot be read is refused", () => {
  it("a parameter without a value, once however many cells ask for it", () => {
    const price = parameter(
      "price",
      "KZT/pupil",
      [valued("5", { key: { level: "primary" } })],
      "level",
    );
    const plan = planOfAmount("sum(over count, level: price[level] * pupils[count, level])", {
      parameters: [price],
    });
    const facts = {
      ...{ parameter: "price", key: "level=basic" },
      ...{ validOn: "2026-01-01", knownOn: "2026-12-31" },
    };
    expect(issuesOf(plan, { headcounts: FOUR_CELLS })).toMatchObject([
      { code: "parameter-missing", facts },
    ]);
  });

  it("a parameter without a value in many months, once a key and with the first of them", () => {
    const price = parameter(
      "price",
      "KZT",
      [
        valued("5", { key: { level: "primary" }, validTo: "2026-04-01" }),
        valued("7", { key: { level: "basic" }, validTo: "2026-09-01" }),
      ],
      "level",
    );
    const paid = formula("paid", "KZT", "sum(over month, level: price[level])", {
      valuesOn: "month",
    });
    const plan = planOfAmount("paid + 0 * rate * pupils['january', 'basic']", {
      parameters: [price, RATE],
      formulas: [paid],
    });
    const issues = issuesOf(plan, { headcounts: FOUR_CELLS });
    expect(issues.map(({ code, facts }) => [code, facts])).toMatchObject([
      ["parameter-missing", { key: "level=primary", validOn: "2026-04-01" }],
      ["parameter-missing", { key: "level=basic", validOn: "2026-09-01" }],
    ]);
  });

  it("a parameter with a value that was not known yet", () => {
    const late = parameter("rate", "KZT/pupil", [valued("5", { knownFrom: "2026-07-16" })]);
    const issues = issuesOf(schoolPlan({ parameters: [late] }, "2026-07-15"), {
      headcounts: FOUR_CELLS,
    });
    expect(issues.map(({ code }) => code)).toEqual(["parameter-missing"]);
  });

  it("a parameter with two values of which neither is more specific", () => {
    const price = parameter(
      "price",
      "KZT",
      [valued("5", { key: { level: "primary" } }), valued("7", { key: { ownership: "state" } })],
      "level",
      "ownership",
    );
    const plan = planOfAmount(
      "sum(over count, level: price['primary', ownership] * pupils[count, level] / 1 pupil)",
      {
        parameters: [price],
      },
    );
    const facts = {
      ...{ parameter: "price", key: "level=primary;ownership=state" },
      ...{ validOn: "2026-01-01", knownOn: "2026-12-31" },
    };
    expect(issuesOf(plan, { headcounts: FOUR_CELLS })).toMatchObject([
      { code: "parameter-ambiguous", facts },
    ]);
  });

  it.each([
    ["a number", "capacity * 1 KZT/pupil", "capacity"],
    ["a date", "months_since(founded_on) * 1 KZT/month", "founded_on"],
  ])("%s that the organisation does not have, with its row", (_, expression, attribute) => {
    const plan = planOfAmount(`${expression} + 0 * rate * pupils['january', 'primary']`);
    expect(issuesOf(plan, { headcounts: FOUR_CELLS })).toEqual([
      {
        code: "attribute-missing",
        place: { file: "organisations.csv", row: 2, column: attribute },
        facts: { attribute, organisation: "a" },
      },
    ]);
  });
});

it("notes each parameter value that was read, once", () => {
  const plan = planOfAmount("sum(over month, level: rate * children[month, level])");
  const { usedParameters } = run(plan, { headcounts: childrenAllYear("a", 3) });
  expect(
    usedParameters.map(({ parameter: name, key, value }) => [name, key, value.digits]),
  ).toEqual([["rate", "", "1000"]]);
});
