import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import type { SheetSelection } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { SelectionStatus } from "../../../../packages/ui/src/grid/selection/selection-status.tsx";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const TENGE = { id: "tenge", name: "тенге", dimension: "money", size: 1n, sign: "₸" };
const MONEY = sheetColumn("total", { unit: TENGE, isAdditive: true });
const TABLE = buildTable(
  [MONEY],
  visibleRows(TREE, () => true),
  TREE.total,
);

function rows(top: number, bottom: number): SheetSelection {
  return { ranges: [{ anchor: { row: top, column: 0 }, head: { row: bottom, column: 0 } }] };
}

it("tells one cell exactly at once, and keeps it until the range is counted", async () => {
  const { container, rerender } = render(<SelectionStatus selection={rows(4, 4)} table={TABLE} />);
  const text = (): string => container.textContent.replaceAll(/\s+/gu, " ").trim();
  expect(text()).toBe("Ячейка 9,00 ₸");
  rerender(<SelectionStatus selection={rows(0, 5)} table={TABLE} />);
  expect(text()).toBe("Ячейка 9,00 ₸");
  await screen.findByText(/14,00/);
  expect(text()).toBe("Сумма 14,00 ₸·Среднее 7,00 ₸·Количество 2·без подытогов");
  const said = "Сумма 14,00\u202F₸, Среднее 7,00\u202F₸, Количество 2, без подытогов";
  await vi.waitFor(() => expect(screen.getByRole("status").textContent).toBe(said), {
    timeout: 3000,
  });
});

it("tells the least and the most of rates, and only counts figures of several units", async () => {
  const rate = sheetColumn("total", { kind: "ratio" });
  const { rerender } = render(
    <SelectionStatus
      selection={rows(0, 4)}
      table={buildTable(
        [rate],
        visibleRows(TREE, () => true),
        TREE.total,
      )}
    />,
  );
  expect(await screen.findByText("Наименьшее")).toBeTruthy();
  const both = buildTable([rate, { ...MONEY, id: "other" }], TABLE_ROWS, TREE.total);
  rerender(
    <SelectionStatus
      selection={{ ranges: [{ anchor: { row: 0, column: 0 }, head: { row: 0, column: 1 } }] }}
      table={both}
    />,
  );
  expect(await screen.findByText("единицы разные")).toBeTruthy();
});

const TABLE_ROWS = visibleRows(
  {
    ...TREE,
    groups: TREE.groups.slice(0, 1).map(({ row, members }) => ({
      row: row === null ? null : { ...row, valueIn: () => ({ numerator: 1n, denominator: 1n }) },
      members,
    })),
  },
  () => false,
);
