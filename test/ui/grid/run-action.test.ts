import { describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { runAction } from "../../../packages/ui/src/grid/run-action.ts";
import { boundsOf, lastRange } from "../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetAction } from "../../../packages/ui/src/grid/sheet-keys.ts";
import { smallHandle } from "../support/small-handle.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

function begin(rowId: string, ...open: readonly string[]) {
  const folded: string[] = [];
  const kept = smallHandle(
    sheetProps(
      visibleRows(numberTree(TREE), (id) => open.includes(id)),
      {
        active: { rowId, columnId: "total" },
        onFold: (id, isOpen) => folded.push(`${id} ${isOpen}`),
        onFoldAll: (isOpen) => folded.push(`all ${isOpen}`),
      },
    ),
  );
  const { handle } = kept;
  return {
    ...{ ...kept, folded },
    run: (action: SheetAction) => runAction(action, handle, []),
    isAt: () => handle.activeCell().rowId,
    bounds: () => Object.values(boundsOf(lastRange(handle.selection.get()))).join(" "),
  };
}

const fold = (isOpen: boolean | "toggle", scope: "row" | "all" = "row"): SheetAction => ({
  ...{ kind: "fold", isOpen, scope },
});

describe("an action", () => {
  it("is a part's where one takes it, the first that does", () => {
    const { handle, isAt } = begin("north");
    const asked: string[] = [];
    const part = (name: string, isTaken: boolean) => ({
      run: () => {
        asked.push(name);
        return isTaken;
      },
      element: null,
    });
    const parts = [part("editing", false), part("clipboard", true), part("search", true)];
    expect(runAction({ kind: "move", to: "down" }, handle, parts)).toBe(true);
    expect(asked).toEqual(["editing", "clipboard"]);
    expect(isAt()).toBe("north");
  });

  it("moves the active cell and the focus with it", () => {
    const sheet = begin("north");
    expect(sheet.run({ kind: "move", to: "down" })).toBe(true);
    expect(sheet.isAt()).toBe("south");
    expect(sheet.said).toEqual(["focus"]);
  });

  it("extends the range, and Esc gives the cell back, once", () => {
    const sheet = begin("north");
    sheet.run({ kind: "extend", to: "down" });
    expect([sheet.bounds(), sheet.isAt()]).toEqual(["0 1 1 1", "north"]);
    expect(sheet.run({ kind: "select", what: "active" })).toBe(true);
    expect(sheet.bounds()).toBe("0 1 0 1");
    expect(sheet.run({ kind: "select", what: "active" })).toBe(false);
  });

  it("is nobody's where no part knows it", () => {
    expect(begin("north").run({ kind: "find" })).toBe(false);
  });
});

describe("folding by keys", () => {
  it("turns a group, and leaves a member and the total alone", () => {
    const group = begin("north", "north");
    group.run(fold("toggle"));
    expect(group.folded).toEqual(["north false"]);
    for (const id of ["n1", "city"]) {
      const other = begin(id, "north");
      other.run(fold("toggle"));
      expect(other.folded).toEqual([]);
    }
  });

  it("takes a member's group, which becomes active when the member goes away", () => {
    const sheet = begin("n2", "north", "south");
    sheet.run(fold(true));
    expect([sheet.folded, sheet.isAt()]).toEqual([["north true"], "n2"]);
    sheet.run(fold(false));
    expect([sheet.folded, sheet.isAt()]).toEqual([["north true", "north false"], "north"]);
  });

  it("takes all groups, and the active member's own stays active", () => {
    const sheet = begin("s1", "north", "south");
    sheet.run(fold(false, "all"));
    expect([sheet.folded, sheet.isAt()]).toEqual([["all false"], "south"]);
  });
});
