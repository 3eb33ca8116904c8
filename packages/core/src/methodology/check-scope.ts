/** Where an expression stands while it is proved, and how a fault in it is reported. */
import { type Issue, type IssueCode, type IssueFacts, issue, type Place } from "../kernel/index.ts";
import type { Expression } from "./expression.ts";
import type { Names } from "./names.ts";
import { UNKNOWN, type ValueType } from "./value-type.ts";

/** Where an expression stands: what it may refer to without asking. */
export type CheckScope = {
  readonly names: Names;
  readonly hasOrganisation: boolean;
  readonly dimensions: ReadonlySet<string>;
  readonly valuesOn: "year" | "month";
  readonly report: (issue: Issue) => void;
  readonly place: Place;
};

/** Reports an issue at the characters of a node; the part has an unknown type from then on. */
export function reportAt<Code extends IssueCode>(
  node: Expression,
  scope: CheckScope,
  code: Code,
  facts: IssueFacts<Code>,
): ValueType {
  scope.report(issue(code, { ...scope.place, offset: node.span.start }, facts));
  return UNKNOWN;
}
