import { describe, expect, it } from "vitest";
import { calculate, planWithLaw } from "../../../packages/core/src/index.ts";
import { type Lever, openLever, parametersAt } from "../../../packages/core/src/scenario/lever.ts";
import type { Scope } from "../../../packages/core/src/scenario/scenario.ts";
import { getValue } from "../../support/get-value.ts";
import { ask, CITY, open } from "../../support/goal-seek.ts";
import { dated, lever, tied } from "../../support/levers.ts";
import { formula, line, parameter, schoolPlan, valued } from "../../support/school-methodology.ts";
import {
  childrenAllYear,
  estimate,
  FOUR_CELLS,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

/** 1,000 tenge a primary pupil and 500 a basic one: 40 and 60 of them in all. */
const RATES = schoolPlan({
  parameters: [
    {
      ...parameter(
        "rate",
        "KZT/pupil",
        [valued("1000", { key: { level: "primary" } }), valued("500", { key: { level: "basic" } })],
        "level",
      ),
      minimum: "0",
    },
    parameter("idle", "1", [valued("1")]),
  ],
  lines: [line("school", "sum(over count, level: rate[level] * pupils[count, level])")],
});

const REGISTER = snapshot({
  organisations: [organisation(), organisation({ id: "b", attributes: { district: "south" } })],
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "basic", 10)],
  estimates: [estimate({ tenge: "0.07" }), estimate({ tenge: "100", organisationId: "b" })],
});

const PRIMARY = "rate[level=primary]";
const BASIC = "rate[level=basic]";

/** 40 pupils at 1,000, 70 at 500, and estimates of 100.07. */
const BASE = 7_510_007n;

describe("goal-seek in a city of two schools", () => {
  it("finds the greatest value that fits, what is left, and what one more would cost", () => {
    const model = open(RATES, REGISTER);
    expect(model.totals.total).toBe(BASE);
    const found = getValue(ask(model, [lever([PRIMARY], ["0", "9000"])], 8_000_000n));
    expect(found).toMatchObject({
      levers: [{ number: "1122", digits: ["1122"], before: ["1000"], bound: undefined }],
      ...{ before: BASE, amount: 7_998_007n, slack: 1_993n, nextStep: 4_000n, nextUnit: 4_000n },
      city: { before: BASE, after: 7_998_007n },
      changes: { more: { count: 1, amount: 488_000n }, less: { count: 0 }, same: 1 },
      isProved: true,
    });
    expect(found.points.map(({ number }) => number)).toContain("1122");
    expect(model.totals.total).toBe(BASE);
    expect(model.plan).toBe(RATES);
  });

  it("meets a target of one district, one organisation, one tier, one programme", () => {
    const model = open(RATES, REGISTER);
    const answer = (scope: Scope, target: bigint) =>
      getValue(ask(model, [lever([BASIC], ["0", "9000"])], target, scope)).levers[0]?.number;
    expect(answer({ by: "organisation", member: "b" }, 1_010_000n)).toBe("1000");
    expect(answer({ by: "district", member: "south" }, 1_009_999n)).toBe("999");
    expect(answer({ by: "tier", member: "secondary" }, 7_500_000n)).toBe("500");
    expect(answer({ by: "budgetCode", member: "04.2.360.040" }, BASE)).toBe("500");
  });

  it("moves tied values together", () => {
    const both = lever([PRIMARY, tied(BASIC, "0.5")], ["0", "9000"], "10");
    const found = getValue(ask(open(RATES, REGISTER), [both], 9_000_000n));
    // 40 pupils at the number, 70 at half of it rounded to tens.
    expect(found.levers[0]).toMatchObject({ number: "1190", digits: ["1190", "600"] });
    expect(found.amount).toBe(8_970_007n);
    expect(found.nextUnit).toBeUndefined();
    expect(found.nextStep).toBe(40_000n);
  });

  it("goes on to the next lever when one stands at its bound, and no further than needed", () => {
    const model = open(RATES, REGISTER);
    const levers = [lever([PRIMARY], ["900", "1100"]), lever([BASIC], ["0", "600"])];
    const up = getValue(ask(model, levers, 8_120_007n));
    expect(up.levers).toMatchObject([
      { number: "1100", bound: "greatest" },
      { number: "530", bound: undefined },
    ]);
    const down = getValue(ask(model, levers, 7_000_000n));
    expect(down.levers).toMatchObject([
      { number: "900", bound: "least" },
      { number: "484", bound: undefined },
    ]);
    const first = getValue(ask(model, levers, 7_600_000n));
    expect(first.levers).toMatchObject([{ number: "1022", bound: undefined }]);
    const all = getValue(ask(model, levers, 99_000_000n));
    expect(all.levers).toMatchObject([{ bound: "greatest" }, { bound: "greatest" }]);
    expect(all.slack).toBe(99_000_000n - all.amount);
    expect(model.totals.total).toBe(BASE);
  });

  it("says which bounds bind when even they do not reach the target", () => {
    const levers = [lever([PRIMARY], ["900", "1100"]), lever([BASIC], ["400", "600"])];
    const refused = ask(open(RATES, REGISTER), levers, 1_000_000n);
    expect(refused).toMatchObject({
      issues: [
        {
          code: "lever-infeasible",
          facts: {
            bounds: "rate[level=primary] ≥ 900; rate[level=basic] ≥ 400",
            ...{ target: "10000.00", amount: "64100.07", lacking: "54100.07" },
          },
        },
      ],
    });
  });

  it("refuses levers that move nothing, scopes nobody knows, and no lever at all", () => {
    const model = open(RATES, REGISTER);
    const codesOf = (levers: readonly Lever[], scope: Scope = CITY) => {
      const found = ask(model, levers, 8_000_000n, scope);
      return found.ok ? [] : found.issues.map(({ code }) => code);
    };
    const given = lever([PRIMARY], ["0", "9000"]);
    expect(codesOf([lever(["idle"], ["0", "5"])])).toEqual(["lever-idle"]);
    expect(codesOf([given], { by: "district", member: "south" })).toEqual(["lever-idle"]);
    expect(codesOf([given], { by: "district", member: "nowhere" })).toEqual(["reference-unknown"]);
    expect(codesOf([given], { by: "organisation", member: "z" })).toEqual(["organisation-absent"]);
    expect(codesOf([lever(["nothing"], ["0", "x"])], { by: "tier", member: "none" })).toEqual(
      expect.arrayContaining(["reference-unknown", "number-malformed"]),
    );
    expect(codesOf([])).toEqual(["value-missing"]);
    expect(model.totals.total).toBe(BASE);
  });

  it("is not misled by what stands on a part of its days", () => {
    const plan = schoolPlan({
      parameters: [
        {
          ...parameter("monthly", "KZT/pupil", [
            valued("5", { validTo: "2026-07-01" }),
            valued("9", { validFrom: "2026-07-01" }),
          ]),
          minimum: "0",
        },
      ],
      formulas: [
        formula("paid", "KZT", "monthly * children[month, 'primary']", {
          ...{ grain: ["organisation", "month"], valuesOn: "month" },
        }),
      ],
      lines: [line("all", "sum(over month: paid[month])", { tier: "preschool" })],
    });
    const register = snapshot({ headcounts: childrenAllYear("a", 10) });
    const year = lever([dated("monthly", "2026-01-01", "2027-01-01")], ["0", "20"]);
    const found = getValue(ask(open(plan, register), [year], 60_000n));
    expect(found).toMatchObject({ before: 84_000n, amount: 60_000n, levers: [{ number: "5" }] });
  });

  it("tells the amounts on the way from the least number to the greatest, within the bounds", () => {
    const found = getValue(
      ask(open(RATES, REGISTER), [lever([PRIMARY], ["0", "900"])], 7_000_000n),
    );
    const numbers = found.points.map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    expect(numbers[0]).toBe(0);
    expect(numbers).not.toContain(1000);
    for (const { number, amount } of found.points) {
      expect(amount).toBe(BASE + 4_000n * (BigInt(number) - 1_000n));
    }
  });

  it("prices no unit beyond which nothing can be calculated, and refuses a search into it", () => {
    const law = (amount: string) =>
      schoolPlan({
        parameters: [parameter("part", "1", [valued("1")])],
        lines: [
          line("school", `${amount} + 0 KZT/pupil * sum(over level: pupils['january', level])`),
        ],
      });
    const edge = open(law("1000 KZT / (8 - part)"), REGISTER);
    const given = lever(["part"], ["0", "7"]);
    const before = edge.totals.total;
    const inside = getValue(ask(edge, [given], 150_000n));
    expect([inside.levers[0]?.number, inside.nextUnit]).toEqual(["6", 100_000n]);
    const outside = getValue(ask(edge, [given], 900_000n));
    expect([outside.levers[0]?.number, outside.nextUnit]).toEqual(["7", undefined]);
    const hole = open(law("part * 1 KZT + 0 KZT / (51 - part)"), REGISTER);
    expect(ask(hole, [lever(["part"], ["0", "100"])], 20_207n)).toMatchObject({
      issues: [{ code: "division-by-zero" }, { code: "division-by-zero" }],
    });
    expect(edge.totals.total).toBe(before);
  });

  it("makes of its answer what a calculation from nothing makes of it", () => {
    const given = lever([PRIMARY, tied(BASIC, "1/3", "0.01")], ["0", "9000"], "0.01");
    const found = getValue(ask(open(RATES, REGISTER), [given], 7_777_777n));
    const opened = getValue(openLever(RATES, given));
    const step = BigInt(Math.round(Number(found.levers[0]?.number) * 100));
    const at = (place: bigint) => {
      const { parameters } = RATES.methodology;
      const law = {
        parameters: parametersAt(opened, place, { parameters, knownOn: RATES.asOf.knownOn }),
      };
      return getValue(calculate(planWithLaw(RATES, law), REGISTER)).totals.total;
    };
    expect(at(step)).toBe(found.amount);
    expect(at(step + 1n)).toBeGreaterThan(7_777_777n);
    expect(at(step + 1n) - at(step)).toBe(found.nextStep);
  });
});
