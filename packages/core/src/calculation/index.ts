export {
  type AllocationLine,
  type AllocationMethod,
  type AllocationTotals,
  CITYWIDE,
  lineName,
} from "./allocation.ts";
export { type CalculationRun, calculate } from "./calculate.ts";
export { ENGINE_VERSION } from "./engine-version.ts";
export { explainHeadcount, explainLine } from "./explain.ts";
export { buildPlan, type CalculationPlan } from "./plan.ts";
export { registerRulesOf } from "./register-rules.ts";
export type { UsedParameter } from "./run-state.ts";
export { findRunWarnings } from "./run-warnings.ts";
export type { TraceGround, TraceKey, TraceNode, TraceText, TraceValue } from "./trace.ts";
