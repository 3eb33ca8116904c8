export type { Brand } from "./brand.ts";
export { decode } from "./decode.ts";
export { groupItems } from "./group-items.ts";
export { InvariantViolation, invariant, present } from "./invariant.ts";
export {
  ISSUE_FACTS,
  type Issue,
  type IssueCode,
  type IssueFacts,
  issue,
  type Place,
} from "./issue.ts";
export { compareIds, compareIdTuples } from "./ordering.ts";
export { fail, ok, type Result, unlessIssues } from "./result.ts";
