/** Several results as one: every fault is told at once. */
import type { Issue, Result } from "@zhanbasy/core";

/** All values in their order, or every fault. */
export function allOf<Value>(results: readonly Result<Value>[]): Result<readonly Value[]> {
  const faults = issuesOf(results);
  if (faults !== undefined) return { ok: false, issues: faults };
  return { ok: true, value: results.flatMap((each) => (each.ok ? [each.value] : [])) };
}

/** What is wrong with any of them, in their order; at least one has failed. */
export function faultsOf(results: readonly Result<unknown>[]): Result<never> {
  const issues = issuesOf(results);
  if (issues === undefined) throw new Error("one of the results has failed");
  return { ok: false, issues };
}

/** The result with faults that are alike in every word told once. */
export function distinct<Value>(result: Result<Value>): Result<Value> {
  if (result.ok) return result;
  const [first, ...others] = result.issues;
  const told = new Set([JSON.stringify(first)]);
  const rest = others.filter((each) => {
    const text = JSON.stringify(each);
    const isNew = !told.has(text);
    told.add(text);
    return isNew;
  });
  return { ok: false, issues: [first, ...rest] };
}

function issuesOf(results: readonly Result<unknown>[]): readonly [Issue, ...Issue[]] | undefined {
  const [first, ...others] = results.flatMap((each) => (each.ok ? [] : each.issues));
  return first === undefined ? undefined : [first, ...others];
}
