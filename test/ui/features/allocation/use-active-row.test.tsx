import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { useActiveRow } from "../../../../packages/ui/src/features/allocation/use-active-row.ts";
import { useAllocationColumns } from "../../../../packages/ui/src/features/allocation/use-allocation-columns.ts";
import {
  useAllocationRows,
  useCityFigures,
} from "../../../../packages/ui/src/features/allocation/use-allocation-rows.ts";
import {
  FIRST_VIEW,
  type SheetView,
} from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";
import {
  type ActiveFigure,
  useWorkbook,
  WorkbookContext,
} from "../../../../packages/ui/src/features/workbook/workbook-context.ts";
import {
  FIRST_LAYOUT,
  toggleShown,
} from "../../../../packages/ui/src/grid/columns/column-layout.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";

const CITY: ActiveFigure = { rowKind: "city", id: "", columnId: "total" };
const SCHOOL: ActiveFigure = { rowKind: "organisation", id: "001", columnId: "total" };
const LINE = "line:secondary/04.2.360.040/formula";

/** The rows that the active cell was told to stand in, drawing by drawing. */
const drawn: string[] = [];

beforeEach(() => {
  localStorage.clear();
  drawn.length = 0;
});
afterEach(cleanup);

describe("the active cell", () => {
  it("brings the row and the column of a figure chosen elsewhere on view", async () => {
    await show({ ...SCHOOL, columnId: LINE });
    expect(told()).toEqual({ cell: `001 ${LINE}`, figure: `001 ${LINE}` });
    expect(screen.getByText(/Школа № 1/)).toBeDefined();
  });

  it("that the sheet asks for never is the group that opens for it, where it would stay", async () => {
    await renderWithRun(<Sheet />);
    fireEvent.click(screen.getByText("activate 001"));
    expect(drawn).toContain("001");
    expect(drawn).not.toContain("group:alatau");
    expect(screen.getByText(/Школа № 1/)).toBeDefined();
    fireEvent.click(screen.getByText("fold"));
    expect(told().cell).toBe("group:alatau total");
  });

  it("goes to the group that a person folds over it", async () => {
    await show(SCHOOL);
    fireEvent.click(screen.getByText("fold"));
    expect(told()).toEqual({ cell: "group:alatau total", figure: "alatau total" });
    expect(screen.queryByText(/Школа № 1/)).toBeNull();
  });

  it("goes to the tier that a person closes, and to the total where the tier is hidden", async () => {
    await show({ ...SCHOOL, columnId: LINE });
    fireEvent.click(screen.getByText("close tier"));
    expect(told().cell).toBe("001 tier:secondary");
    fireEvent.click(screen.getByText("hide tier:secondary"));
    expect(told()).toEqual({ cell: "001 total", figure: "001 total" });
    fireEvent.click(screen.getByText("hide total"));
    expect(told()).toEqual({ cell: "001 name", figure: "001 name" });
  });

  it("shows a hidden column for a figure of it that is chosen elsewhere", async () => {
    await show({ ...SCHOOL, columnId: LINE });
    fireEvent.click(screen.getByText("hide tier:secondary"));
    expect(told().cell).toBe("001 total");
    fireEvent.click(screen.getByText(`go ${LINE}`));
    expect(told()).toEqual({ cell: `001 ${LINE}`, figure: `001 ${LINE}` });
  });
});

async function show(figure: ActiveFigure): Promise<void> {
  await renderWithRun(<Sheet />);
  fireEvent.click(screen.getByText(`go ${figure.columnId}`));
}

function told(): { readonly cell: string; readonly figure: string } {
  const textOf = (name: string) => screen.getByLabelText(name).textContent ?? "";
  return { cell: textOf("cell"), figure: textOf("figure") };
}

/** A sheet with the figures of this test to go to. */
function Sheet(): ReactElement {
  const workbook = useWorkbook();
  const [activeFigure, setActiveFigure] = useState(CITY);
  return (
    <WorkbookContext value={{ ...workbook, activeFigure, setActiveFigure }}>
      {[SCHOOL, { ...SCHOOL, columnId: LINE } as const].map((figure) => (
        <button key={figure.columnId} type="button" onClick={() => setActiveFigure(figure)}>
          {`go ${figure.columnId}`}
        </button>
      ))}
      <output aria-label="figure">{`${activeFigure.id} ${activeFigure.columnId}`}</output>
      <Cells />
    </WorkbookContext>
  );
}

function Cells(): ReactElement {
  const [view, setView] = useState<SheetView>(FIRST_VIEW);
  const change = (part: Partial<SheetView>): void => setView((before) => ({ ...before, ...part }));
  const [layout, setLayout] = useState(FIRST_LAYOUT);
  const figures = useCityFigures();
  const { tiers, all, columns } = useAllocationColumns(view.openTiers, layout, figures.city);
  const allocation = useAllocationRows({ figures, query: "", sort: null, view, change });
  const moves = { view, change, changeLayout: setLayout, query: "", hasCells: true };
  const { cell, activate } = useActiveRow({ allocation, tiers, columns, ...moves });
  drawn.push(cell.rowId);
  return (
    <>
      <output aria-label="cell">{`${cell.rowId} ${cell.columnId}`}</output>
      <p>{allocation.rows.map(({ row }) => row.name).join(", ")}</p>
      <button type="button" onClick={() => activate({ rowId: "001", columnId: "total" })}>
        activate 001
      </button>
      <button type="button" onClick={() => allocation.fold("group:alatau", false)}>
        fold
      </button>
      <button type="button" onClick={() => change({ openTiers: [] })}>
        close tier
      </button>
      {["tier:secondary", "total"].map((id) => (
        <button key={id} type="button" onClick={() => setLayout(toggleShown(all, layout, id))}>
          {`hide ${id}`}
        </button>
      ))}
    </>
  );
}
