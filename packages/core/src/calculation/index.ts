export {
  type AllocationLine,
  type AllocationMethod,
  type AllocationTotals,
  type ChosenCase,
  CITYWIDE,
  lineName,
} from "./allocation.ts";
export { type CalculationRun, calculate } from "./calculate.ts";
export type { FactChange } from "./columns/change-facts.ts";
export { columnsOfRegister } from "./columns/columns-of-register.ts";
export { type Model, type ModelChange, openModel } from "./columns/model.ts";
export type {
  FactColumn,
  OrganisationColumns,
  RegisterColumns,
  RegisterRows,
  TextColumn,
} from "./columns/register-columns.ts";
export { ENGINE_VERSION } from "./engine-version.ts";
export { explainHeadcount, explainLine } from "./explain.ts";
export { explainFormula } from "./explain-formula.ts";
export {
  type FormulaTable,
  findFormulaFaults,
  formulaTable,
} from "./formula-table.ts";
export { buildPlan, type CalculationPlan, planWithValue } from "./plan.ts";
export { registerRulesOf } from "./register-rules.ts";
export type { UsedParameter, UsedTable } from "./run-state.ts";
export { findRunWarnings } from "./run-warnings.ts";
export {
  TRACE_SENTENCES,
  type TraceGround,
  type TraceKey,
  type TraceNode,
  type TraceText,
  type TraceValue,
} from "./trace.ts";
