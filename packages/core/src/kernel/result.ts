/** Expected failure as a value: either the result or every issue that stands in its way. */
import type { Issue } from "./issue.ts";

export type Failure = { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };
export type Result<Value> = { readonly ok: true; readonly value: Value } | Failure;

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** Refused for one reason, and any others found with it; there may be very many. */
export function fail(first: Issue, rest: readonly Issue[] = []): Failure {
  return { ok: false, issues: [first, ...rest] };
}

/** The value when `issues` is empty, otherwise all of them. */
export function unlessIssues<Value>(issues: readonly Issue[], value: () => Value): Result<Value> {
  const [first, ...rest] = issues;
  // Not through the arguments of fail: a table may have more faults than a call may have arguments.
  return first === undefined ? ok(value()) : { ok: false, issues: [first, ...rest] };
}
