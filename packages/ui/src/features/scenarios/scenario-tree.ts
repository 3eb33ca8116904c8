/** Scenarios in the order of a tree: each under the one it stands on, the oldest first. */
import type { ScenarioSummary } from "@zhanbasy/api/contract";

/** A scenario and how deep it stands. */
export type ScenarioRow = { readonly scenario: ScenarioSummary; readonly depth: number };

/**
 * Rows from top to bottom. One whose parent is not among them stands at the left; the order is that
 * of making, so it never jumps when somebody edits.
 */
export function arrangeScenarios(scenarios: readonly ScenarioSummary[]): readonly ScenarioRow[] {
  const known = new Set(scenarios.map(({ id }) => id));
  const byParent = new Map<string, ScenarioSummary[]>();
  for (const scenario of scenarios.toSorted(byMaking)) {
    const { parent } = scenario;
    const place = parent !== null && known.has(parent.id) ? parent.id : "";
    byParent.set(place, [...(byParent.get(place) ?? []), scenario]);
  }
  const under = (parentId: string, depth: number): readonly ScenarioRow[] =>
    (byParent.get(parentId) ?? []).flatMap((scenario) => [
      { scenario, depth },
      ...under(scenario.id, depth + 1),
    ]);
  return under("", 0);
}

function byMaking(left: ScenarioSummary, right: ScenarioSummary): number {
  if (left.createdAt !== right.createdAt) return left.createdAt < right.createdAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
