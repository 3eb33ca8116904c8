import { cleanup, render, screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, describe, expect, it } from "vitest";

import {
  HeaderCell,
  SheetContext,
  type SheetContextValue,
} from "../../../../packages/ui/src/grid/cells/header-cell.tsx";
import type { SheetColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

afterEach(cleanup);

function draw(sheetColumn: SheetColumn | undefined, given: Partial<SheetContextValue> = {}) {
  const context: SheetContextValue = {
    ...{ sort: null, isInput: false },
    togglePartsText: (header, isOpen) => `${isOpen ? "Close" : "Open"} ${header}`,
    sortText: (header) => `Sort by ${header}`,
    ...given,
  };
  const props = { displayName: "Secondary", ...(sheetColumn ? { sheetColumn } : {}) };
  return render(
    <SheetContext value={context}>
      <HeaderCell {...(props as ComponentProps<typeof HeaderCell>)} />
    </SheetContext>,
  );
}

const button = (name: string) => screen.getByRole("button", { name });

describe("a header", () => {
  it("has its short name, and its whole one on pointing", () => {
    draw(sheetColumn("secondary"));
    expect(screen.getByText("Secondary").title).toBe("whole secondary");
  });

  it("tells which column its button opens into parts or closes", () => {
    draw(sheetColumn("secondary", { parts: "closed" }));
    const opener = button("Open whole secondary");
    expect(opener.dataset["parts"]).toBe("secondary");
    expect(opener.getAttribute("aria-expanded")).toBe("false");
    cleanup();
    draw(sheetColumn("secondary", { parts: "open" }));
    expect(button("Close whole secondary").getAttribute("aria-expanded")).toBe("true");
  });

  it("shows the order of the rows on the column they are ordered by", () => {
    const sort = { columnId: "secondary", direction: "asc" } as const;
    draw(sheetColumn("secondary"), { sort });
    expect(button("Sort by whole secondary").dataset["sort"]).toBe("secondary");
    expect(button("Sort by whole secondary").className).toContain("sheet-sorted");
    cleanup();
    draw(sheetColumn("primary"), { sort });
    expect(button("Sort by whole primary").className).not.toContain("sheet-sorted");
  });

  it("has a lock where nothing can be entered, in a sheet that takes input", () => {
    const column = sheetColumn("secondary", { lock: "computed" });
    draw(column, { isInput: true });
    expect(screen.getByRole("img", { name: "computed" })).toBeTruthy();
    cleanup();
    draw(column);
    expect(screen.queryByRole("img", { name: "computed" })).toBeNull();
  });

  it("is its text alone over the row numbers", () => {
    draw(undefined);
    expect(screen.getByText("Secondary")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
