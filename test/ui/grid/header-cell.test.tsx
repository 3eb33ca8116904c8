import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, describe, expect, it } from "vitest";

import { HeaderCell, SheetContext } from "../../../packages/ui/src/grid/header-cell.tsx";
import { sheetColumn } from "../support/small-sheet.ts";

afterEach(cleanup);

describe("a header", () => {
  it("opens its column into parts, and the click sorts nothing", () => {
    const [opened, sorted]: [string[], string[]] = [[], []];
    const column = sheetColumn("tier:secondary", { parts: "closed" });
    const { container } = render(
      <SheetContext
        value={{
          activeColumnId: "tier:secondary",
          togglePartsText: (header) => `Open ${header}`,
          onPartsToggle: (id) => opened.push(id),
        }}
      >
        <HeaderCell
          {...({ displayName: "Secondary" } as ComponentProps<typeof HeaderCell>)}
          sheetColumn={column}
        />
      </SheetContext>,
    );
    container.addEventListener("click", () => sorted.push("sorted"));
    fireEvent.click(screen.getByRole("button", { name: "Open whole tier:secondary" }));
    expect([opened, sorted]).toEqual([["tier:secondary"], []]);
    expect(screen.getByText("Secondary").className).toContain("sheet-header-active");
  });
});
