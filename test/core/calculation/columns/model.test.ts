import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  columnsOfRegister,
  type Model,
  openModel,
  planWithValue,
  type RegisterSnapshot,
  type Result,
} from "../../../../packages/core/src/index.ts";
import {
  type CityState,
  FIRST_STATE,
  planOfState,
  randomChange,
  registerOfState,
} from "../../../support/changing-city.ts";
import { getValue } from "../../../support/get-value.ts";
import { createRandom } from "../../../support/random.ts";
import { line, schoolPlan } from "../../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, pupils, snapshot } from "../../../support/school-register.ts";
import { planOfNumber, THREE_SCHOOLS } from "../../../support/three-schools.ts";

/** The totals to the tiyn, or the faults for which there are none. */
function told(result: Result<Pick<Model, "totals">>): string {
  const value = result.ok
    ? result.value.totals
    : result.issues.map((each) => JSON.stringify(each)).toSorted();
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "bigint") return `${each}`;
    return each instanceof Map ? [...each] : each;
  });
}

function open(plan: CalculationPlan, register: RegisterSnapshot): Result<Model> {
  return openModel(plan, columnsOfRegister(plan, register));
}

const known = new Map<string, string>();

/** Told of a calculation from nothing, once for each state. */
function calculated(state: CityState): string {
  const name = JSON.stringify(state);
  const found = known.get(name) ?? told(calculate(planOfState(state), registerOfState(state)));
  known.set(name, found);
  return found;
}

describe("a model gives the totals of a calculation", () => {
  it.each([
    ["of a few lines", planOfState(FIRST_STATE), registerOfState(FIRST_STATE)],
    [
      "of all of them",
      planOfState({ ...FIRST_STATE, lines: ["base", "worth", "share", "steps", "large"] }),
      registerOfState(FIRST_STATE),
    ],
    [
      "of estimates alone",
      planOfState({ ...FIRST_STATE, lines: [] }),
      registerOfState(FIRST_STATE),
    ],
    ["of nobody", schoolPlan(), snapshot({ organisations: [] })],
    [
      "of lines that columns do not hold",
      planOfNumber("total(all_pupils by district)"),
      THREE_SCHOOLS,
    ],
    ["beyond what a double adds up", planOfNumber("all_pupils * 450359962737049"), THREE_SCHOOLS],
    [
      "of organisations without a district",
      schoolPlan(),
      snapshot({
        headcounts: FOUR_CELLS,
        organisations: THREE_SCHOOLS.organisations.map((each) => ({
          ...each,
          attributes: new Map([["ownership", "state"]]),
        })),
      }),
    ],
  ])("%s", (_name, plan, register) => {
    const totals = told(open(plan, register));
    expect(totals).toBe(told(calculate(plan, register)));
    expect(totals).toContain('"total"');
  });

  it.each([
    ["a value is missing", planOfNumber("gone['basic']"), THREE_SCHOOLS],
    ["a divisor is zero", planOfNumber("1 / all_pupils"), THREE_SCHOOLS],
    ["nobody was counted", schoolPlan(), snapshot()],
    ["a period was not counted", schoolPlan(), snapshot({ headcounts: FOUR_CELLS.slice(0, 2) })],
    [
      "two lines of one name meet in an organisation",
      schoolPlan({
        lines: [
          line("one", "rate * pupils['january', 'primary']"),
          line("two", "rate * pupils['january', 'basic']"),
        ],
      }),
      snapshot({ headcounts: FOUR_CELLS }),
    ],
  ])("and refuses with its faults where %s", (_name, plan, register) => {
    const faults = told(open(plan, register));
    expect(faults).toBe(told(calculate(plan, register)));
    expect(faults).toContain("code");
  });

  it("two lines of one name in different organisations are two lines", () => {
    const halves = [
      line("one", "rate * pupils['january', 'primary']", { when: "ownership = 'state'" }),
      line("two", "rate * pupils['january', 'primary']", { when: "ownership = 'private'" }),
    ];
    const plan = schoolPlan({ lines: halves });
    expect(getValue(open(plan, THREE_SCHOOLS)).totals.total).toBe(3_000_000n);
  });
});

describe("a change", () => {
  const plan = schoolPlan();
  const register = snapshot({ headcounts: FOUR_CELLS, estimates: [estimate({ tenge: "1" })] });
  const opened = () => getValue(open(plan, register));

  it("of a value, of a count and of both changes the totals", () => {
    const model = opened();
    expect(model.totals.total).toBe(10_000_100n);
    const dearer = getValue(model.change({ plan: planWithValue(plan, "rate", 0, "1000.01") }));
    expect(dearer.totals.total).toBe(10_000_200n);
    const fact = { organisationId: "a", fact: "pupils", codes: ["january", "primary"] };
    expect(getValue(model.change({ facts: [{ ...fact, value: "11" }] })).totals.total).toBe(
      10_100_201n,
    );
    const both = { plan, facts: [{ ...fact, value: undefined }] };
    expect(getValue(model.change(both)).totals.total).toBe(9_000_100n);
    expect(model.totals.total).toBe(9_000_100n);
    expect(model.plan).toBe(plan);
    expect(model.register.facts.get("pupils")?.values).toHaveLength(3);
  });

  it("of a cell that nobody had yet is found in every sum", () => {
    const schools = { ...register, organisations: THREE_SCHOOLS.organisations };
    const model = getValue(open(plan, schools));
    const fact = { organisationId: "b", fact: "pupils", codes: ["january", "primary"] };
    expect(getValue(model.change({ facts: [{ ...fact, value: "5" }] })).totals.total).toBe(
      10_500_100n,
    );
    const unheard = { ...fact, codes: ["january", "basic"], value: "1" };
    expect(getValue(model.change({ facts: [unheard] })).totals.total).toBe(10_600_100n);
  });

  it("of nothing, and a calculation again, change nothing", () => {
    const model = opened();
    const before = told({ ok: true, value: model });
    expect(told(model.change({}))).toBe(before);
    expect(told(model.recalculate())).toBe(before);
  });

  it("that is refused leaves all as it was, and tells what a calculation tells", () => {
    const divided = (rate: string) =>
      planWithValue(
        schoolPlan({
          lines: [line("l", "rate * pupils['january', 'primary'] * 1 KZT/pupil / rate")],
        }),
        "rate",
        0,
        rate,
      );
    const model = getValue(open(divided("2"), register));
    const before = told({ ok: true, value: model });
    const zero = divided("0");
    const refused = model.change({
      plan: zero,
      facts: [{ organisationId: "a", fact: "pupils", codes: ["january", "primary"], value: "99" }],
    });
    expect(refused.ok).toBe(false);
    expect(told(refused)).toBe(told(calculate(zero, register)));
    expect(told({ ok: true, value: model })).toBe(before);
    expect(told(model.recalculate())).toBe(before);
    expect(model.plan.lookUp("rate", [], model.plan.yearStart)).toMatchObject({
      value: { digits: "2" },
    });
    expect(getValue(model.change({ plan: divided("3") })).totals.total).toBe(1_100n);
  });

  it("that takes away the last count of a period is refused", () => {
    const model = opened();
    const gone = ["primary", "basic"].map((level) => ({
      ...{ organisationId: "a", fact: "pupils", codes: ["september", level], value: undefined },
    }));
    const refused = model.change({ facts: gone });
    const rows = snapshot({ headcounts: FOUR_CELLS.slice(0, 2) });
    expect(told(refused)).toBe(told(calculate(plan, rows)));
    const [one] = gone;
    expect(one && getValue(model.change({ facts: [one] })).totals.total).toBe(7_000_100n);
  });

  it("by which two lines of one name meet is refused", () => {
    const meeting = schoolPlan({
      lines: [
        line("one", "rate * pupils['january', 'primary']"),
        line("two", "rate * pupils['january', 'basic']"),
      ],
    });
    const apart = {
      ...register,
      headcounts: [...FOUR_CELLS.slice(1), pupils("b", "2026-01-01", "primary", 1)],
    };
    const schools = { ...apart, organisations: THREE_SCHOOLS.organisations };
    const model = getValue(open(meeting, schools));
    const before = model.totals.total;
    const change = { organisationId: "b", fact: "pupils", codes: ["january", "basic"], value: "1" };
    const refused = model.change({ facts: [change] });
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(["line-duplicate"]);
    expect(model.totals.total).toBe(before);
  });
});

describe("laws", () => {
  const seeds = Array.from({ length: 12 }, (_, place) => place + 1);

  it.each(seeds)(
    "after any changes a model is what a calculation from nothing gives (%i)",
    (seed) => {
      const random = createRandom(seed);
      const model = getValue(open(planOfState(FIRST_STATE), registerOfState(FIRST_STATE)));
      let state = FIRST_STATE;
      for (let edit = 0; edit < 12; edit += 1) {
        const { after, value, isLaw, facts } = randomChange(state, random);
        const digits = value && after.values[value.parameter]?.[value.place];
        const planAfter = () =>
          value === undefined || digits === undefined
            ? planOfState(after)
            : planWithValue(model.plan, value.parameter, value.place, digits);
        const changed = model.change(isLaw ? { plan: planAfter(), facts } : { facts });
        expect(told(changed)).toBe(calculated(after));
        if (changed.ok) state = after;
        expect(told({ ok: true, value: model })).toBe(calculated(state));
        if (random.chance(30)) expect(told(model.recalculate())).toBe(calculated(state));
      }
    },
  );
});
