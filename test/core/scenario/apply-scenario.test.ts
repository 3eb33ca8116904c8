import { describe, expect, it } from "vitest";
import {
  applyScenario,
  buildPlan,
  columnsOfRegister,
  factChangesOf,
  type Model,
  openModel,
  overridesOf,
  type Result,
  type Scenario,
} from "../../../packages/core/src/index.ts";
import { applyOverrides } from "../../../packages/core/src/scenario/apply-scenario.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import {
  BASE,
  baseWith,
  faultTexts,
  linesUnder,
  randomScenario,
  scenario,
} from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

const LAST_RATE = { parameter: "rate", key: { level: "basic" } };

function applied(made: Scenario) {
  return getValue(applyScenario(BASE, made));
}

describe("a scenario over a city", () => {
  it("changes what it says and nothing else", () => {
    expect(linesUnder(BASE)).toEqual([
      ...["a overhead 10.50", "a preschool 318.00", "a secondary 160000.00"],
      ...["b overhead 2.00", "b preschool 51.00", "b secondary 30000.00"],
      ...["c preschool 18.00"],
    ]);
    const { inputs } = applied(
      scenario([
        { ...LAST_RATE, value: "3000" },
        {
          fact: "pupils",
          organisation: "a",
          key: { count: "january", level: "primary" },
          value: "11",
        },
        { fact: "grant", organisation: "b", value: "4.25" },
        { switch: "floors", on: false },
        { formula: "worth", expression: "2 KZT" },
      ]),
    );
    expect(linesUnder(inputs)).toEqual([
      ...["a overhead 10.50", "a preschool 20.00", "a secondary 221000.00"],
      ...["b overhead 4.25", "b preschool 20.00", "b secondary 11000.00"],
      ...["c preschool 20.00"],
    ]);
  });

  it("holds the last of what is said of one thing, the child's after the parent's", () => {
    const parent = scenario([{ ...LAST_RATE, value: "1" }, { envelope: "1.00" }]);
    const child = scenario([{ ...LAST_RATE, value: "3000" }, { envelope: "2.00" }], parent);
    const { inputs, envelopes } = applied(child);
    expect(linesUnder(inputs)).toContain("a secondary 220000.00");
    expect(envelopes.map(({ amount }) => amount)).toEqual([200n]);
  });

  it("leaves the lines alone where it only sets limits", () => {
    const made = scenario([
      { envelope: "5.00", tier: "secondary" },
      { envelope: "7.00", organisation: "a" },
    ]);
    const { inputs, envelopes } = applied(made);
    expect(inputs.methodology).toBe(BASE.methodology);
    expect(inputs.snapshot).toBe(BASE.snapshot);
    expect(envelopes).toEqual(made.overrides);
  });

  it("is refused with every fault of every override, in the order of the document", () => {
    const made = scenario([
      { parameter: "rates", value: "many" },
      { fact: "pupils", organisation: "z", key: { level: "third" }, value: "0.5" },
      { formula: "worth", expression: "all_pupils" },
      { switch: "floor", on: true },
      { envelope: "1", budgetCode: "no" },
    ]);
    expect(faultTexts(applyScenario(BASE, made))).toEqual([
      "reference-unknown at overrides.0.parameter",
      "number-malformed at overrides.0.value",
      "organisation-absent at overrides.1.organisation",
      "code-unknown at overrides.1.key.level",
      "key-malformed at overrides.1.key",
      "number-fractional at overrides.1.value",
      "type-mismatch at overrides.2.expression+0",
      "reference-unknown at overrides.3.switch",
      "code-unknown at overrides.4.budgetCode",
    ]);
  });

  it("and what is wrong with the law by itself is told too", () => {
    const broken = baseWith({
      formulas: [
        ...[
          { name: "worth", text: "1 KZT" },
          { name: "all_pupils", text: "1 pupil" },
        ].map(({ name, text }) => ({
          ...{ formula: name, label: { ru: name, kk: name, en: name }, grain: ["organisation"] },
          ...{ unit: text.slice(2), valuesOn: "year", status: "assumed", expression: text },
          validFrom: "2027-01-01",
        })),
        {
          ...{ formula: "turn_in", label: { ru: "t", kk: "t", en: "t" }, grain: ["month"] },
          ...{ unit: "1", valuesOn: "month", status: "assumed", expression: "turn" },
          validFrom: "2020-01-01",
        },
      ],
    });
    const made = scenario([{ fact: "grant", organisation: "a", value: "1" }]);
    expect(faultTexts(applyScenario(broken, made))).toEqual(["year-unsupported at "]);
  });

  it("applies those that fit, where somebody asks which do not", () => {
    const made = scenario([
      { parameter: "rates", value: "1" },
      { ...LAST_RATE, value: "3000" },
    ]);
    const { applied: rest, faults } = applyOverrides(BASE, made.overrides);
    expect([...faults.keys()]).toEqual(made.overrides.slice(0, 1));
    expect(linesUnder(rest.inputs)).toContain("a secondary 220000.00");
  });
});

/** What can be reached of a value, frozen. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) for (const [key, each] of value) [key, each].forEach(freeze);
  if (value instanceof Map) value.set = () => expect.unreachable("a map of the base is set");
  for (const each of Object.values(value)) freeze(each);
  return Object.freeze(value);
}

function told(result: Result<Pick<Model, "totals" | "lineAmounts">>) {
  if (!result.ok) return result.issues.map((each) => JSON.stringify(each)).toSorted();
  const lines = result.value.lineAmounts().map(({ definition, organisations, amounts }) => {
    return [definition.id, [...organisations], [...amounts].map(Number)];
  });
  return [result.value.totals, lines];
}

describe("laws", () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed + 100);

  it.each(seeds)("the base is never changed (%i)", (seed) => {
    const base = freeze(baseWith({}));
    applyScenario(base, freeze(randomScenario(createRandom(seed))));
    expect(linesUnder(base)).toEqual(linesUnder(BASE));
  });

  it.each(seeds)(
    "a model that follows a scenario is what a calculation from nothing is (%i)",
    (seed) => {
      const made = randomScenario(createRandom(seed));
      const result = applyScenario(BASE, made);
      if (!result.ok) return;
      const { inputs } = result.value;
      const plan = buildPlan(inputs.methodology, inputs.asOf);
      if (!plan.ok) return;
      const first = buildPlanOf(BASE.methodology, 2026, "2026-12-31");
      const model = getValue(openModel(first, columnsOfRegister(first, BASE.snapshot)));
      const facts = overridesOf(made).flatMap((each) =>
        each.kind === "fact" ? factChangesOf(inputs, each) : [],
      );
      const changed = model.change({ plan: plan.value, facts });
      const opened = openModel(plan.value, columnsOfRegister(plan.value, inputs.snapshot));
      expect(told(changed)).toEqual(told(opened));
    },
  );
});
