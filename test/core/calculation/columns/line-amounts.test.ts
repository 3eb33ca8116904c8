import { describe, expect, it } from "vitest";
import { sumByOrganisation } from "../../../../packages/core/src/calculation/columns/line-amounts.ts";
import { tiynAt } from "../../../../packages/core/src/calculation/columns/line-column.ts";
import type { CalculationPlan } from "../../../../packages/core/src/index.ts";
import {
  calculate,
  columnsOfRegister,
  formatTenge,
  type Model,
  openModel,
  type RegisterSnapshot,
  tiyn,
} from "../../../../packages/core/src/index.ts";
import {
  FIRST_STATE,
  planOfState,
  randomChange,
  registerOfState,
} from "../../../support/changing-city.ts";
import {
  FIRST_STAGED,
  planOfStaged,
  randomStagedChange,
  registerOfStaged,
} from "../../../support/changing-stages.ts";
import { getValue } from "../../../support/get-value.ts";
import { createRandom } from "../../../support/random.ts";

/** `a base 12.30` for each line of each organisation. */
function told(model: Model, lines: ReturnType<Model["lineAmounts"]>): readonly string[] {
  const { ids } = model.register.organisations;
  return lines
    .flatMap(({ definition, organisations, amounts }) =>
      Array.from(organisations, (row, place) => {
        const { tier, budgetCode } = definition;
        return `${ids[row]} ${tier}/${budgetCode} ${formatTenge(tiynAt(amounts, place))}`;
      }),
    )
    .toSorted();
}

function calculated(plan: CalculationPlan, register: RegisterSnapshot): readonly string[] {
  return getValue(calculate(plan, register))
    .lines.filter(({ method }) => method === "formula")
    .map(
      ({ organisationId, tier, budgetCode, amount }) =>
        `${organisationId} ${tier}/${budgetCode} ${formatTenge(amount)}`,
    )
    .toSorted();
}

describe("the amounts of a model", () => {
  it("are the lines of a calculation, after any changes", () => {
    let state = { ...FIRST_STATE, lines: ["base", "worth", "share", "steps", "large"] };
    const plan = planOfState(state);
    const model = getValue(openModel(plan, columnsOfRegister(plan, registerOfState(state))));
    const random = createRandom(7);
    let seen = 0;
    for (let round = 0; round < 60; round += 1) {
      const { after, facts } = randomChange(state, random);
      const next = planOfState(after);
      const changed = model.change({ plan: next, facts });
      if (!changed.ok) continue;
      state = { ...after, lines: [...after.lines] };
      expect(told(model, model.lineAmounts())).toEqual(calculated(next, registerOfState(after)));
      expect(told(model, model.formulaAmounts())).toEqual(told(model, model.lineAmounts()));
      seen += 1;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("are those before and those after the stages", () => {
    let state = FIRST_STAGED;
    const model = getValue(
      openModel(
        getValue(planOfStaged(state)),
        columnsOfRegister(getValue(planOfStaged(state)), registerOfStaged(state)),
      ),
    );
    const random = createRandom(3);
    let moved = 0;
    for (let round = 0; round < 60; round += 1) {
      const { after, facts } = randomStagedChange(state, random);
      const plan = planOfStaged(after);
      if (!plan.ok || !model.change({ plan: plan.value, facts }).ok) continue;
      state = after;
      const run = getValue(calculate(plan.value, registerOfStaged(after)));
      expect(told(model, model.lineAmounts())).toEqual(
        calculated(plan.value, registerOfStaged(after)),
      );
      expect(model.outcomes().map(({ stage }) => stage.id)).toEqual(
        run.outcomes.map(({ stage }) => stage.id),
      );
      const { ids } = model.register.organisations;
      const before = sumByOrganisation(model.formulaAmounts(), ids.length);
      const now = sumByOrganisation(model.lineAmounts(), ids.length);
      const change = run.outcomes.flatMap(({ items }) => [...items.values()]);
      for (const [row, id] of ids.entries()) {
        const staged = change
          .filter(({ organisationId }) => organisationId === id)
          .reduce((sum, item) => sum + item.after - item.before, 0n);
        expect(tiynAt(now, row) - tiynAt(before, row)).toBe(staged);
        if (staged !== 0n) moved += 1;
      }
    }
    expect(moved).toBeGreaterThan(5);
  });

  it("stay what they were when the model changes", () => {
    const plan = planOfState(FIRST_STATE);
    const model = getValue(openModel(plan, columnsOfRegister(plan, registerOfState(FIRST_STATE))));
    const lines = model.lineAmounts();
    const before = told(model, lines);
    getValue(
      model.change({
        plan: planOfState({
          ...FIRST_STATE,
          values: { ...FIRST_STATE.values, rate: ["99", "98"] },
        }),
      }),
    );
    expect(told(model, lines)).toEqual(before);
    expect(told(model, model.lineAmounts())).not.toEqual(before);
  });
});

describe("what each organisation gets", () => {
  const [definition] = planOfState(FIRST_STATE).lines;
  if (definition === undefined) throw new Error("the city has a line");
  const of = (rows: readonly number[], amounts: Float64Array | readonly bigint[]) => ({
    definition,
    organisations: Int32Array.from(rows),
    amounts: amounts instanceof Float64Array ? amounts : amounts.map(tiyn),
  });

  it("is the sum of its lines, nothing where it has none", () => {
    const lines = [of([0, 2], Float64Array.of(5, 7)), of([2], Float64Array.of(-3))];
    expect([...sumByOrganisation(lines, 4)]).toEqual([5, 0, 4, 0]);
  });

  it("is exact beyond 2^52, and beside amounts beyond it", () => {
    const large = Float64Array.of(2 ** 52, 1);
    expect(sumByOrganisation([of([0, 1], large)], 2)).toEqual([2n ** 52n, 1n]);
    const big = of([0], [10n ** 20n]);
    expect(sumByOrganisation([of([0], Float64Array.of(1)), big], 1)).toEqual([10n ** 20n + 1n]);
  });
});
