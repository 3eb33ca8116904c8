import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  columnsOfRegister,
  type Model,
  openModel,
  planWithLaw,
  type RegisterSnapshot,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { type Lever, openLever, parametersAt } from "../../../packages/core/src/scenario/lever.ts";
import type { Scope } from "../../../packages/core/src/scenario/scenario.ts";
import { amountOf } from "../../../packages/core/src/scenario/scope-amount.ts";
import { solve } from "../../../packages/core/src/scenario/solve.ts";
import {
  FIRST_STATE,
  planOfState,
  randomChange,
  registerOfState,
} from "../../support/changing-city.ts";
import { FIRST_STAGED, planOfStaged, registerOfStaged } from "../../support/changing-stages.ts";
import { getValue } from "../../support/get-value.ts";
import { lever, tied } from "../../support/levers.ts";
import { createRandom } from "../../support/random.ts";
import { line, parameter, schoolPlan, valued } from "../../support/school-methodology.ts";
import {
  estimate,
  FOUR_CELLS,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

const CITY: Scope = { by: "city" };

function open(plan: CalculationPlan, register: RegisterSnapshot): Model {
  return getValue(openModel(plan, columnsOfRegister(plan, register)));
}

function ask(model: Model, levers: readonly Lever[], target: bigint, scope: Scope = CITY) {
  return solve(model, { levers, scope, target: tiyn(target), place: {} });
}

/** What the scope gets at every step of the lever, calculated from nothing. */
function amountsOf(plan: CalculationPlan, register: RegisterSnapshot, given: Lever, scope: Scope) {
  const opened = getValue(openLever(plan, given));
  const amounts = new Map<string, bigint>();
  for (let step = opened.least; step <= opened.greatest; step += 1n) {
    const { parameters } = plan.methodology;
    const law = { parameters, knownOn: plan.asOf.knownOn };
    const next = planWithLaw(plan, { parameters: parametersAt(opened, step, law) });
    const found = openModel(next, columnsOfRegister(next, register));
    if (found.ok) amounts.set(`${step}`, amountOf(found.value, scope));
  }
  return amounts;
}

/** A city after some random edits, with a lever over it and what every step of that comes to. */
function randomQuestion(seed: number, name: string, scope: Scope) {
  const random = createRandom(seed);
  let state = FIRST_STATE;
  for (let edit = 0; edit < seed % 4; edit += 1) state = randomChange(state, random).after;
  const [plan, register] = [planOfState(state), registerOfState(state)];
  const given = lever([name], ["4", "28"]);
  const amounts = amountsOf(plan, register, given, scope);
  return { plan, register, given, amounts, isWhole: amounts.size === 25 };
}

function ascending(amounts: ReadonlyMap<string, bigint>): readonly bigint[] {
  return [...amounts.values()].toSorted((left, right) => (left < right ? -1 : 1));
}

/** Of a proved answer no other step fits better; a refusal is true. */
function checkAnswer(
  found: ReturnType<typeof solve>,
  seen: {
    readonly amounts: ReadonlyMap<string, bigint>;
    readonly values: readonly bigint[];
    readonly target: bigint;
  },
): void {
  const { amounts, values, target } = seen;
  if (!found.ok) {
    const [{ code }] = found.issues;
    expect(["lever-infeasible", "lever-idle", "lever-turns"]).toContain(code);
    if (code === "lever-infeasible") expect(values[0] ?? 0n).toBeGreaterThan(target);
    return;
  }
  const { amount, slack, levers, isProved } = found.value;
  expect(amount).toBe(amounts.get(levers[0]?.number ?? ""));
  expect(slack).toBe(target - amount);
  expect(slack >= 0n).toBe(true);
  if (isProved) expect(amount).toBe(values.findLast((each) => each <= target));
}

describe("the solution of a lever in steps of one", () => {
  const names = ["rate[level=primary]", "rate[level=basic]", "limit", "share[ownership=private]"];
  const scopes: readonly Scope[] = [
    CITY,
    { by: "tier", member: "secondary" },
    { by: "district", member: "north" },
    { by: "organisation", member: "a" },
  ];
  const seen = new Set<string>();

  const check = (seed: number, name: string, scope: Scope, part: number): void => {
    const { plan, register, given, amounts, isWhole } = randomQuestion(seed, name, scope);
    // A city that cannot be calculated has no amount to seek.
    if (!isWhole || !calculate(plan, register).ok) return;
    const model = open(plan, register);
    const values = ascending(amounts);
    const [low = 0n, high = 0n] = [values[0], values.at(-1)];
    const target = low + ((high - low) * BigInt(part)) / 900n - 30n;
    const found = ask(model, [given], target, scope);
    seen.add(found.ok ? (found.value.isProved ? "proved" : "sampled") : found.issues[0].code);
    checkAnswer(found, { amounts, values, target });
    expect(model.totals.total).toBe(getValue(calculate(plan, register)).totals.total);
  };

  it("is the one that looking at every step finds", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...names),
        fc.constantFrom(...scopes),
        fc.nat({ max: 1_000 }),
        check,
      ),
      { numRuns: 50, seed: 2026 },
    );
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining(["lever-idle", "lever-infeasible", "proved", "sampled"]),
    );
  }, 120_000);
});

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

describe("goal-seek through stages", () => {
  it("finds what looking at every step finds, and leaves the model as it was", () => {
    const plan = getValue(planOfStaged(FIRST_STAGED));
    const register = registerOfStaged(FIRST_STAGED);
    const model = open(plan, register);
    const before = model.totals.total;
    const given = lever(["limit"], ["380", "420"]);
    const amounts = amountsOf(plan, register, given, CITY);
    const sorted = ascending(amounts);
    for (const target of sorted.filter((_, place) => place % 7 === 0)) {
      const found = ask(model, [given], target);
      if (!found.ok) {
        expect(["lever-idle", "lever-turns"]).toContain(found.issues[0].code);
        continue;
      }
      expect(found.value.isProved).toBe(false);
      expect(found.value.amount).toBe(sorted.findLast((amount) => amount <= target));
    }
    expect(model.totals.total).toBe(before);
  });
});
