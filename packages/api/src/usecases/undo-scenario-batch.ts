/** Takes back what a person said last in a scenario, as a revision of its own. */
import { keepRevision, type RevisionOutcome, type RevisionRequest } from "./keep-revision.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import { inverseEdits } from "./scenario-edits.ts";

export type UndoRequest = Omit<RevisionRequest, "resultHash" | "baseRevision"> & {
  /** What is told of others begins after it; left out, only the answer itself is told. */
  readonly baseRevision: number | undefined;
};

/**
 * Brings back what stood before the last batch of the person that was not taken back; a cell that
 * somebody has changed after it is a conflict.
 */
export function undoScenarioBatch(
  context: ScenarioContext,
  request: UndoRequest,
): Promise<RevisionOutcome> {
  const { store, books } = context;
  const { scenarioId, actor } = request;
  return keepRevision(context, { ...request, resultHash: undefined }, async (head) => {
    const last = await store.scenarios.findUndoable(scenarioId, actor.personId);
    if (last === undefined) return undefined;
    const before = await books.contentOf(head, last.number - 1);
    const asked = inverseEdits(last, before.own);
    return { kind: "undone", undoes: last.number, asked, knownAt: last.number };
  });
}
