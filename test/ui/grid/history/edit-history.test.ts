import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { EditBatch } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { createEditHistory } from "../../../../packages/ui/src/grid/history/edit-history.ts";

/** A keeper of own words by row, which refuses what does not stand on what it has. */
function keeper() {
  const words = new Map<string, string | null>();
  const revealed: EditBatch[] = [];
  return {
    words,
    revealed,
    reveal: (batch: EditBatch) => void revealed.push(batch),
    apply: ({ edits }: EditBatch) => {
      const refusals = edits
        .filter(({ cell, before }) => (words.get(cell.rowId) ?? null) !== before)
        .map(({ cell }) => ({ cell, reason: "changed by another" }));
      if (refusals.length === 0) {
        for (const { cell, after } of edits) words.set(cell.rowId, after as string | null);
      }
      return refusals;
    },
  };
}

function batchOf(
  words: ReadonlyMap<string, string | null>,
  afters: readonly (readonly [string, string | null])[],
): EditBatch {
  return {
    sheetId: "s",
    kind: "type",
    edits: afters.map(([rowId, after]) => ({
      cell: { rowId, columnId: "c" },
      before: words.get(rowId) ?? null,
      after,
    })),
  };
}

const AFTERS = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom("a", "b", "c", "d"),
    fc.option(fc.string({ maxLength: 2 }), { nil: null }),
  ),
  { minLength: 1, selector: ([rowId]) => rowId },
);

function held(words: ReadonlyMap<string, string | null>) {
  return [...words]
    .filter(([, word]) => word !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

describe("laws", () => {
  it("comes to the first state by undoing all, and to the last by doing all again", () => {
    fc.assert(
      fc.property(fc.array(AFTERS, { maxLength: 12 }), (batches) => {
        const owner = keeper();
        const history = createEditHistory(owner);
        for (const afters of batches) history.apply(batchOf(owner.words, afters));
        const last = held(owner.words);
        while (history.undo().kind === "done");
        expect(held(owner.words)).toEqual([]);
        while (history.redo().kind === "done");
        expect(held(owner.words)).toEqual(last);
      }),
    );
  });
});

describe("a history of edits", () => {
  it("keeps its place where the owner refuses to take back, and shows the cells", () => {
    const owner = keeper();
    const history = createEditHistory(owner);
    history.apply(batchOf(owner.words, [["a", "x"]]));
    owner.words.set("a", "theirs");
    const state = history.state();
    expect(history.undo()).toMatchObject({
      kind: "refused",
      refusals: [{ reason: "changed by another" }],
    });
    expect(history.state()).toBe(state);
    expect(owner.revealed).toHaveLength(1);
  });

  it("forgets what was undone when something new is edited", () => {
    const owner = keeper();
    const history = createEditHistory(owner);
    history.apply(batchOf(owner.words, [["a", "x"]]));
    history.undo();
    history.apply(batchOf(owner.words, [["b", "y"]]));
    expect(history.redo()).toEqual({ kind: "empty" });
  });

  it("is bounded by edits, and remembers the last batch whatever its size", () => {
    const owner = keeper();
    const history = createEditHistory({ ...owner, mostEdits: 3 });
    history.apply(batchOf(owner.words, [["a", "1"]]));
    history.apply(
      batchOf(owner.words, [
        ["b", "2"],
        ["c", "3"],
      ]),
    );
    history.apply(batchOf(owner.words, [["d", "4"]]));
    expect([history.undo(), history.undo(), history.undo()].map(({ kind }) => kind)).toEqual([
      "done",
      "done",
      "empty",
    ]);
    expect(held(owner.words)).toEqual([["a", "1"]]);
  });

  it("remembers nothing that was refused", () => {
    const history = createEditHistory({
      apply: ({ edits }) => edits.map(({ cell }) => ({ cell, reason: "no" })),
      reveal: () => undefined,
    });
    expect(history.apply(batchOf(new Map(), [["a", "x"]]))).toHaveLength(1);
    expect(history.state().undo).toBeNull();
  });
});
