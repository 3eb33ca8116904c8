/** The public surface of the calculation: pure functions and the types they speak. */
export {
  type AllocationLine,
  type AllocationMethod,
  type AllocationTotals,
  buildPlan,
  type CalculationPlan,
  type CalculationRun,
  CITYWIDE,
  calculate,
  ENGINE_VERSION,
  explainLine,
  findRunWarnings,
  lineName,
  registerRulesOf,
  type TraceGround,
  type TraceKey,
  type TraceNode,
  type TraceText,
  type TraceValue,
  type UsedParameter,
} from "./calculation/index.ts";
export type { Code, CodeList, CodeLists, Label, Language } from "./classification/index.ts";
export { hashOf, identifyRun, type RunIdentity } from "./codec/index.ts";
export {
  fail,
  InvariantViolation,
  ISSUE_FACTS,
  type Issue,
  type IssueCode,
  issue,
  ok,
  type Place,
  type Result,
  unlessIssues,
} from "./kernel/index.ts";
export {
  checkCoverage,
  type Methodology,
  type MethodologyLayer,
  parseExpression,
  parseMethodology,
  printExpression,
  replaceParameters,
  type SourceDocument,
} from "./methodology/index.ts";
export { findTiyn, formatTenge, type Tiyn, tiyn } from "./money/index.ts";
export {
  type AttributeDefinition,
  addWords,
  type CalendarPeriod,
  type FactDefinition,
  findOrganisationsWithoutRows,
  findRegisterFaults,
  type Organisation,
  type ParsedRegister,
  parseRegister,
  type RawCell,
  type RawRow,
  type RawSheet,
  type RawTable,
  type RegisterRules,
  type RegisterSheets,
  type RegisterSnapshot,
  type RegisterTables,
  readRegisterSheets,
  type WorkbookLayout,
} from "./register/index.ts";
export { type AsOf, asOf, type CalendarDate, findCalendarDate } from "./time/index.ts";
