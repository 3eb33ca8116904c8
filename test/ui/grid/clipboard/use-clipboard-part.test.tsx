import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type JSX, useMemo, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { useClipboardPart } from "../../../../packages/ui/src/grid/clipboard/use-clipboard-part.tsx";
import type { EditRefusal } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import {
  createSelectionStore,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetHandle } from "../../../../packages/ui/src/grid/sheet-handle.ts";
import { normTable } from "../../support/norm-sheet.ts";
import { sheetProps } from "../../support/small-sheet.ts";

afterEach(cleanup);

const ESCAPE = { kind: "select", what: "active" } as const;

/** A sheet of one button that stands for all cells. */
function Sheet({ taken }: { readonly taken: boolean[] }): JSX.Element {
  const [refusals, refuse] = useState<readonly EditRefusal[]>([]);
  const selection = useMemo(() => {
    const store = createSelectionStore();
    store.set(selectPlace({ row: 1, column: 1 }));
    return store;
  }, []);
  const editing = {
    ...{ sheetId: "norms", lock: null, apply: () => [] },
    undo: () => ({ kind: "empty" }) as const,
    redo: () => ({ kind: "empty" }) as const,
  };
  const table = normTable();
  const props = sheetProps([], { editing, columns: table.columns });
  const handle: Partial<SheetHandle> = {
    ...{ selection, table: () => table, props: () => props, refuse, refusals: () => refusals },
    ...{ say: () => undefined, focus: () => document.querySelector("button")?.focus() },
  };
  const part = useClipboardPart(handle as SheetHandle);
  return (
    <>
      <button
        type="button"
        onPaste={part.paste}
        onKeyDown={(event) => {
          taken.push(event.code === "Escape" ? part.run(ESCAPE) : part.type?.(event) === true);
        }}
        onClick={() => selection.set(selectPlace({ row: 2, column: 1 }))}
      >
        cells
      </button>
      {part.element}
    </>
  );
}

function paste(text: string): HTMLElement {
  const cells = screen.getByRole("button", { name: "cells" });
  const getData = (kind: string) => (kind === "text/plain" ? text : "");
  fireEvent.paste(cells, { clipboardData: { getData } });
  return cells;
}

describe("the clipboard of a sheet", () => {
  it("lists refusals until Esc, and F6 leads into them", () => {
    const taken: boolean[] = [];
    render(<Sheet taken={taken} />);
    const cells = paste("x");
    fireEvent.keyDown(cells, { code: "F6" });
    expect(document.activeElement?.textContent).toContain("«x» не число.");
    fireEvent.keyDown(cells, { code: "Escape" });
    expect(screen.queryByRole("region")).toBeNull();
    fireEvent.keyDown(cells, { code: "Escape" });
    fireEvent.keyDown(cells, { code: "F6" });
    expect(taken).toEqual([true, true, false, false]);
  });

  it("takes a sentence away when something else is selected", () => {
    render(<Sheet taken={[]} />);
    const cells = paste("305000,50");
    expect(screen.getByText("Ничего не изменилось.")).toBeTruthy();
    fireEvent.click(cells);
    expect(screen.queryByText("Ничего не изменилось.")).toBeNull();
  });
});
