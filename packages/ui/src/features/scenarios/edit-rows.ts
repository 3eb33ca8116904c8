/** The overrides of a scenario as a person sees them: what is kept, with own edits on top. */
import type { LiveOverride, OverrideJson, PersonName } from "@zhanbasy/api/contract";
import type { Override } from "@zhanbasy/core";

import type { QueuedBatch } from "./queued-batch.ts";
import { findOverride } from "./read-override.ts";

/** A cell with what is said of it. */
export type EditRow = {
  readonly cell: string;
  readonly json: OverrideJson;
  /** The same, read; undefined where the page cannot read it. */
  readonly override: Override | undefined;
  /** What would stand there without this scenario; undefined while the server has not said. */
  readonly standing: string | null | undefined;
  /** Nobody yet for an edit on its way. */
  readonly author: PersonName | undefined;
  readonly madeAt: string | undefined;
  readonly revision: number | undefined;
  /** The batch that changes the row and is not part of the scenario yet. */
  readonly pending: Pick<QueuedBatch, "batchId" | "state"> | undefined;
  /** The row goes away when that batch is kept. */
  readonly isLeaving: boolean;
};

/** Rows of the scenario in its own order; new ones at the end. */
export function arrangeEdits(
  overrides: readonly LiveOverride[],
  batches: readonly QueuedBatch[],
): readonly EditRow[] {
  const rows = new Map<string, EditRow>(overrides.map((each) => [each.cell, rowOf(each)]));
  for (const { batchId, state, edits } of batches) {
    for (const { cell, override } of edits) {
      const row = rows.get(cell);
      const pending = { batchId, state };
      if (override !== null) rows.set(cell, { ...newRow(cell, override), ...shared(row), pending });
      else if (row !== undefined) rows.set(cell, { ...row, pending, isLeaving: true });
    }
  }
  return [...rows.values()];
}

function rowOf({ cell, override, standing, author, madeAt, revision }: LiveOverride): EditRow {
  return { ...newRow(cell, override), standing, author, madeAt, revision };
}

function newRow(cell: string, json: OverrideJson): EditRow {
  return {
    ...{ cell, json, override: findOverride(json) },
    ...{ standing: undefined, author: undefined, madeAt: undefined, revision: undefined },
    ...{ pending: undefined, isLeaving: false },
  };
}

/** What a new value of a cell keeps of the old one. */
function shared(row: EditRow | undefined): Pick<EditRow, "standing" | "revision"> {
  return { standing: row?.standing, revision: row?.revision };
}
