export {
  type AllocationLine,
  type AllocationMethod,
  type AllocationTotals,
  type ChosenCase,
  CITYWIDE,
  lineName,
  sortLines,
} from "./allocation.ts";
export { type AppliedRules, appliedRules, type LinePresence } from "./applied-rules.ts";
export { type CalculationRun, calculate } from "./calculate.ts";
export type { Choice } from "./choices.ts";
export { chooseStages, chooseWordings } from "./chosen-wordings.ts";
export type { FactChange } from "./columns/change-facts.ts";
export { columnsOfRegister } from "./columns/columns-of-register.ts";
export { type LineAmounts, sumByOrganisation } from "./columns/line-amounts.ts";
export { type TiynColumn, tiynAt } from "./columns/line-column.ts";
export { type Model, type ModelChange, openModel } from "./columns/model.ts";
export type {
  FactColumn,
  OrganisationColumns,
  RegisterColumns,
  RegisterRows,
  TextColumn,
} from "./columns/register-columns.ts";
export { organisationAt } from "./columns/rows-of-register.ts";
export { ENGINE_VERSION } from "./engine-version.ts";
export { estimateLines } from "./estimate-lines.ts";
export { explainHeadcount, explainLine } from "./explain.ts";
export { explainFormula } from "./explain-formula.ts";
export { type FactPeriod, periodsOfFact } from "./fact-periods.ts";
export { openMonthsOf } from "./fact-requirements.ts";
export { buildFactTable } from "./fact-table.ts";
export {
  type FormulaTable,
  findFormulaFaults,
  formulaTable,
} from "./formula-table.ts";
export {
  buildPlan,
  type CalculationPlan,
  planWithLaw,
  planWithValue,
} from "./plan.ts";
export { cellsOf, cellsRead, type ReadCell } from "./read-cells.ts";
export { registerRulesOf } from "./register-rules.ts";
export type { UsedParameter, UsedTable } from "./run-state.ts";
export { findRunWarnings } from "./run-warnings.ts";
export {
  exactText,
  TRACE_SENTENCES,
  type TraceGround,
  type TraceKey,
  type TraceNode,
  type TraceText,
  type TraceValue,
} from "./trace.ts";
export { type UsedRules, usedRulesOf } from "./used-rules.ts";
