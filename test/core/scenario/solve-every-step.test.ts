import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  columnsOfRegister,
  openModel,
  planWithLaw,
  type RegisterSnapshot,
} from "../../../packages/core/src/index.ts";
import { type Lever, openLever, parametersAt } from "../../../packages/core/src/scenario/lever.ts";
import type { Scope } from "../../../packages/core/src/scenario/scenario.ts";
import { amountOf } from "../../../packages/core/src/scenario/scope-amount.ts";
import type { solve } from "../../../packages/core/src/scenario/solve.ts";
import {
  FIRST_STATE,
  planOfState,
  randomChange,
  registerOfState,
} from "../../support/changing-city.ts";
import { FIRST_STAGED, planOfStaged, registerOfStaged } from "../../support/changing-stages.ts";
import { getValue } from "../../support/get-value.ts";
import { ask, CITY, open } from "../../support/goal-seek.ts";
import { lever } from "../../support/levers.ts";
import { createRandom } from "../../support/random.ts";

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
