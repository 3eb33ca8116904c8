import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import type { EditRefusal } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { RefusalList } from "../../../../packages/ui/src/grid/editing/refusal-list.tsx";
import { NORM_COLUMNS, normRow } from "../../support/norm-sheet.ts";

afterEach(cleanup);

const MEMBERS = Array.from({ length: 130 }, (_, index) =>
  normRow(`n${index}`, {}, { title: `Школа ${index}` }),
);
const REFUSALS = MEMBERS.map(
  ({ id }): EditRefusal => ({ cell: { rowId: id, columnId: "norm" }, reason: `Нет ${id}.` }),
);

/** The first row is on view, all others are folded away. */
function renderList(refusals: readonly EditRefusal[]): string[] {
  const wishes: string[] = [];
  const [first] = MEMBERS;
  render(
    <RefusalList
      refusals={refusals}
      sheet={{
        columns: NORM_COLUMNS,
        rows: first === undefined ? [] : [{ row: first, isOpen: null }],
        total: normRow("city", {}),
        searchedRows: MEMBERS,
      }}
      onGo={({ rowId }) => wishes.push(rowId)}
      onClose={() => wishes.push("close")}
      onLeave={() => wishes.push("leave")}
    />,
  );
  return wishes;
}

describe("the list of refused cells", () => {
  it("names each cell with its reason and leads to it", () => {
    const wishes = renderList(REFUSALS.slice(0, 2));
    const title = "Не приняты 2 ячейки, лист не изменён";
    expect(screen.getByRole("region", { name: title })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Школа 1, whole norm Нет n1." }));
    expect(wishes).toEqual(["n1"]);
  });

  it("shows a hundred and counts the rest", () => {
    renderList(REFUSALS);
    expect(screen.getAllByRole("listitem")).toHaveLength(100);
    expect(screen.getByText("и ещё 30 ячеек")).toBeTruthy();
  });

  it("is closed by Esc and left by Shift+F6", () => {
    const wishes = renderList(REFUSALS.slice(0, 1));
    const list = screen.getByRole("region");
    fireEvent.keyDown(list, { code: "F6", shiftKey: true });
    fireEvent.keyDown(list, { code: "Escape" });
    fireEvent.click(screen.getByRole("button", { name: "Закрыть" }));
    expect(wishes).toEqual(["leave", "close", "close"]);
  });
});
