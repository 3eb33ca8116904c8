import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type JSX, useState } from "react";
import { afterEach, expect, it } from "vitest";

import {
  type ColumnLayout,
  FIRST_LAYOUT,
} from "../../../../packages/ui/src/grid/columns/column-layout.ts";
import { ColumnsPopover } from "../../../../packages/ui/src/grid/columns/columns-popover.tsx";

afterEach(cleanup);

const COLUMNS = ["Имя", "Ставка", "Сумма"].map((title, index) => ({
  id: index === 0 ? "name" : `c${index}`,
  title,
  isPart: false,
}));

function Arranged({ told }: { readonly told: ColumnLayout[] }): JSX.Element {
  const [layout, setLayout] = useState(FIRST_LAYOUT);
  told.push(layout);
  return (
    <ColumnsPopover
      columns={COLUMNS}
      layout={layout}
      onLayout={setLayout}
      renderExtra={(id) => <span>extra {id}</span>}
    />
  );
}

it("hides, moves and pins columns by buttons alone, and gives the first view back", () => {
  const told: ColumnLayout[] = [];
  render(<Arranged told={told} />);
  fireEvent.click(screen.getByRole("button", { name: "Столбцы" }));
  expect(screen.queryByRole("checkbox", { name: "Показать: Имя" })).toBeNull();
  expect(screen.getByText("extra c1")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Позже: Ставка" }));
  expect(told.at(-1)?.order).toEqual(["c2", "c1"]);
  expect(screen.getByText("Ставка: 2 из 2")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Закрепить слева: Ставка" }));
  expect(told.at(-1)?.pinned).toEqual(["c1"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Показать: Ставка" }));
  expect(told.at(-1)?.hidden).toEqual(["c1"]);
  const last = screen.getByRole("checkbox", { name: "Показать: Сумма" });
  expect(last.hasAttribute("disabled")).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Вернуть вид" }));
  expect(told.at(-1)).toEqual(FIRST_LAYOUT);
});
