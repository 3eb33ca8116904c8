import { describe, expect, it } from "vitest";
import {
  buildFactTable,
  type FactTable,
} from "../../../packages/core/src/calculation/fact-table.ts";
import { inheritedTable } from "../../../packages/core/src/calculation/run-facts.ts";
import { createRunState, type RunState } from "../../../packages/core/src/calculation/run-state.ts";
import { exactText } from "../../../packages/core/src/calculation/trace.ts";
import type { CalculationPlan, RegisterSnapshot } from "../../../packages/core/src/index.ts";
import { label, parameter, RATE, schoolPlan, valued } from "../../support/school-methodology.ts";
import { lastYear, organisation, pupils, snapshot } from "../../support/school-register.ts";

const WEIGHT = "sum(over level: share * pupils['january', level])";
const BEFORE = {
  ...{ fact: "before", label: label("before"), unit: "KZT", source: "last-year", of: "amount" },
  inherited: WEIGHT,
};
const SHARE = parameter("share", "1", [valued("0.5")]);
const PLAN = schoolPlan({ parameters: [RATE, SHARE], more: [{ facts: [BEFORE] }] });

const SPLIT: Partial<RegisterSnapshot> = {
  organisations: [
    organisation({ id: "a", closed: "2025-08-31", successorIds: ["b", "c"] }),
    organisation({ id: "b" }),
    organisation({ id: "c" }),
  ],
  headcounts: [
    pupils("b", "2026-01-01", "primary", 30),
    pupils("b", "2026-01-01", "basic", 30),
    pupils("c", "2026-01-01", "basic", 20),
  ],
  lastYear: [lastYear("a", "1000")],
};

describe("a split organisation", () => {
  it("leaves its last year to its successors by their headcount, which the methodology names", () => {
    const state = createRunState();
    const table = tableOf(PLAN, snapshot(SPLIT), state);
    expect(["a", "b", "c"].map((id) => amountOf(table, id))).toEqual([undefined, "750", "250"]);
    expect([...state.issues.values()]).toEqual([]);
    expect([...state.used.values()].map(({ parameter: name }) => name)).toEqual(["share"]);
  });

  it("is not shared out by counts that nobody made", () => {
    const state = createRunState();
    const table = tableOf(PLAN, snapshot({ ...SPLIT, headcounts: [] }), state);
    expect(state.issues.size).toBe(0);
    amountOf(table, "b");
    amountOf(table, "c");
    expect([...state.issues.values()]).toMatchObject([
      { code: "fact-missing", facts: { fact: "pupils", periods: "2026-01-01" } },
    ]);
  });
});

it("where nothing is inherited, organisations have their own rows", () => {
  const facts = [{ ...BEFORE, inherited: undefined }].map(({ inherited: _, ...fact }) => fact);
  const plan = schoolPlan({ more: [{ facts }] });
  const table = tableOf(plan, snapshot(SPLIT), createRunState());
  expect(["a", "b"].map((id) => amountOf(table, id))).toEqual(["1000", undefined]);
});

function tableOf(plan: CalculationPlan, register: RegisterSnapshot, state: RunState): FactTable {
  const reported = buildFactTable(register, plan.methodology, plan.asOf.budgetYear);
  return inheritedTable(plan, register.organisations, reported, state);
}

function amountOf(table: FactTable, id: string): string | undefined {
  const cell = table.cellsOf(id, "before").get("");
  return cell && exactText(cell.value);
}
