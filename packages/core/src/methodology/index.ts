export { describeUnit } from "./check-expression.ts";
export { checkCoverage } from "./coverage.ts";
export type { MethodologyLayer, SourceDocument } from "./definitions.ts";
export {
  type BinaryOperator,
  childrenOf,
  type Expression,
  type NameNode,
  type SumNode,
  type TextNode,
} from "./expression.ts";
export { namesIn, reachableNames } from "./formula-graph.ts";
export { type Lookup, lookUp } from "./lookup.ts";
export type {
  Fact,
  Formula,
  LineDefinition,
  Methodology,
  Parameter,
  ParameterValue,
} from "./methodology.ts";
export { MONTH_DIMENSION, MONTH_NUMBER, OPEN } from "./names.ts";
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
export { replaceParameters } from "./replace-parameters.ts";
export { type Token, tokenize } from "./tokens.ts";
