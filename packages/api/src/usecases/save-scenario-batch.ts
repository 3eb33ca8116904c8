/** A batch of edits of a scenario: kept whole on top of what others have said, or not at all. */
import { keepRevision, type RevisionOutcome, type RevisionRequest } from "./keep-revision.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import { type BatchEdit, readEdits } from "./scenario-edits.ts";

export type BatchRequest = RevisionRequest & {
  readonly baseRevision: number;
  readonly edits: readonly BatchEdit[];
};

/**
 * Edits of cells that nobody else has changed since the revision the sender knew are kept; where
 * others have said otherwise, all is refused with what stood, what they said and what was asked.
 */
export function saveScenarioBatch(
  context: ScenarioContext,
  request: BatchRequest,
): Promise<RevisionOutcome> {
  return keepRevision(context, request, () => {
    const read = readEdits(request.edits);
    if (!read.ok) return Promise.resolve({ issues: read.issues });
    const planned = { kind: "edited", undoes: undefined, asked: read.value } as const;
    return Promise.resolve({ ...planned, knownAt: request.baseRevision });
  });
}
