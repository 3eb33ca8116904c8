export { findFigure } from "./build-dated-value.ts";
export { causesOf, type KnownCause, ROUNDING_CAUSE } from "./cause.ts";
export { describeUnit } from "./check-expression.ts";
export { checkCoverage } from "./coverage.ts";
export { inside, type MethodologyLayer, type SourceDocument } from "./definitions.ts";
export {
  code as codeField,
  date as dateField,
  expression as expressionField,
  id as nameField,
  text as textField,
} from "./document-fields.ts";
export {
  type BinaryOperator,
  type CallNode,
  childrenOf,
  type Expression,
  type HasNode,
  type IncludesNode,
  type NameNode,
  type SumNode,
  type TableNode,
  type TextNode,
  type TotalNode,
} from "./expression.ts";
export { namesIn, reachableNames } from "./formula-graph.ts";
export { type Lookup, lookUp } from "./lookup.ts";
export type {
  Fact,
  Formula,
  LineDefinition,
  Mapping,
  Methodology,
  Parameter,
  ParameterValue,
  Table,
  TablePoint,
  TableValue,
} from "./methodology.ts";
export {
  findNamedValue,
  groupDimension,
  LINE_AMOUNT,
  MONTH_DIMENSION,
  MONTH_NUMBER,
  type Names,
  OPEN,
  signaturesOf,
  stageResultOf,
} from "./names.ts";
export { formatKey } from "./parameter-key.ts";
export { parseExpression } from "./parse-expression.ts";
export { parseMethodology } from "./parse-methodology.ts";
export { printExpression } from "./print-expression.ts";
export {
  PROVISION_STATUSES,
  type Provenance,
  type ProvisionStatus,
  weakestStatus,
} from "./provision.ts";
export { findStandingFaults, replaceWording, switchStage } from "./replace-formula.ts";
export { replaceParameters } from "./replace-parameters.ts";
export {
  type BoundStage,
  BUDGET_CODE_DIMENSION,
  type FillCategory,
  type FillStage,
  type FitStage,
  type FloorAndCapStage,
  LINE_DIMENSION,
  LINE_GROUPS,
  type LimitStage,
  type LineStage,
  linesOfStage,
  ORGANISATION_GROUP,
  type PoolStage,
  type SolvedRate,
  type SolveStage,
  type Stage,
  type StageBy,
  type StageResult,
} from "./stage.ts";
export { expressionsOfStage } from "./stage-expressions.ts";
export { suggestName } from "./suggestion.ts";
export { type Token, tokenize } from "./tokens.ts";
