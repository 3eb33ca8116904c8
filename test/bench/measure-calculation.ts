/** The calculation by itself: a bound plan and a register in memory, to totals. */
import { readMethodology } from "../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../packages/api/src/files/read-register-folder.ts";
import {
  asOf,
  buildPlan,
  calculate,
  type Result,
  registerRulesOf,
} from "../../packages/core/src/index.ts";

export type StepTimes = Readonly<Record<"plan" | "calculate", readonly number[]>>;

/** Milliseconds of every run, the first ones included: a cold process is what a user meets. */
export async function measureCalculation(
  folder: string,
  methodologyName: string,
  runs: number,
): Promise<StepTimes> {
  const methodology = need(await readMethodology(methodologyName));
  const plan = need(buildPlan(methodology, asOf(2026)));
  const register = need(await readRegisterFolder({ folder }, registerRulesOf(plan)));
  return {
    plan: repeat(runs, () => buildPlan(methodology, asOf(2026))),
    calculate: repeat(runs, () => calculate(plan, register.snapshot)),
  };
}

function repeat(runs: number, step: () => Result<unknown>): readonly number[] {
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    need(step());
    return performance.now() - started;
  });
}

function need<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
  return result.value;
}
