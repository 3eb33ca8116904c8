import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  activeOf,
  addRange,
  boundsOf,
  cellCount,
  createSelectionStore,
  extendTo,
  holds,
  isSelected,
  isSinglePlace,
  lastRange,
  replaceActive,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";

const place = fc.record({
  row: fc.integer({ min: 0, max: 30 }),
  column: fc.integer({ min: 0, max: 12 }),
});

describe("a selection", () => {
  it("is one cell, which is the active one", () => {
    const selection = selectPlace({ row: 3, column: 1 });
    expect(activeOf(selection)).toEqual({ row: 3, column: 1 });
    expect(isSinglePlace(selection)).toBe(true);
  });

  it("keeps the active cell inside of a range only as long as the range holds it", () => {
    const range = { anchor: { row: 0, column: 0 }, head: { row: 4, column: 2 } };
    const inside = { ranges: [range], active: { row: 3, column: 1 } } as const;
    expect(activeOf(extendTo(inside, { row: 5, column: 2 }))).toEqual({ row: 3, column: 1 });
    expect(activeOf(extendTo(inside, { row: 1, column: 2 }))).toEqual({ row: 0, column: 0 });
  });

  it("replaces and extends the last of several ranges", () => {
    const first = selectPlace({ row: 0, column: 0 });
    const both = addRange(first, lastRange(selectPlace({ row: 5, column: 1 })));
    expect(extendTo(both, { row: 6, column: 2 }).ranges).toHaveLength(2);
    expect(isSelected(extendTo(both, { row: 6, column: 2 }), { row: 0, column: 0 })).toBe(true);
    const replaced = replaceActive(both, lastRange(selectPlace({ row: 9, column: 0 })));
    expect(isSelected(replaced, { row: 5, column: 1 })).toBe(false);
  });

  it("extends the range to which Enter has led the active cell", () => {
    const range = (row: number) => ({ anchor: { row, column: 0 }, head: { row, column: 1 } });
    const back = { ranges: [range(0), range(5)], active: { row: 0, column: 1 } } as const;
    const extended = extendTo(back, { row: 2, column: 1 });
    expect(extended.ranges.map(boundsOf).map(cellCount)).toEqual([2, 6]);
    expect(activeOf(extended)).toEqual({ row: 0, column: 1 });
  });

  it("tells who listens, until they leave", () => {
    const store = createSelectionStore();
    const heard: number[] = [];
    const leave = store.subscribe(() => heard.push(activeOf(store.get()).row));
    store.set(selectPlace({ row: 2, column: 0 }));
    leave();
    store.set(selectPlace({ row: 3, column: 0 }));
    expect(heard).toEqual([2]);
  });
});

describe("laws", () => {
  it("comes back when it is extended and then shrunk", () => {
    fc.assert(
      fc.property(place, place, place, (anchor, head, far) => {
        const before = extendTo(selectPlace(anchor), head);
        const after = extendTo(extendTo(before, far), head);
        expect(after.ranges).toEqual(before.ranges);
        expect(activeOf(after)).toEqual(anchor);
      }),
    );
  });

  it("holds as many places as it counts", () => {
    fc.assert(
      fc.property(place, place, (anchor, head) => {
        const bounds = boundsOf({ anchor, head });
        let held = 0;
        for (let row = 0; row <= 30; row += 1) {
          for (let column = 0; column <= 12; column += 1) {
            if (holds(bounds, { row, column })) held += 1;
          }
        }
        expect(held).toBe(cellCount(bounds));
      }),
    );
  });
});
