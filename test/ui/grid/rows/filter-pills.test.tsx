import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type JSX, useState } from "react";
import { afterEach, expect, it } from "vitest";
import { FilterPills } from "../../../../packages/ui/src/grid/rows/filter-pills.tsx";
import type { SheetCondition } from "../../../../packages/ui/src/grid/rows/filter-rows.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

afterEach(cleanup);

const COLUMNS = [sheetColumn("name", { kind: "name", header: "Имя" })];

function Filtered({ first }: { readonly first: readonly SheetCondition[] }): JSX.Element {
  const [conditions, setConditions] = useState(first);
  return <FilterPills columns={COLUMNS} conditions={conditions} onChange={setConditions} />;
}

it("shows each condition, takes one away with the focus kept, and adds another", () => {
  render(<Filtered first={[{ columnId: null, operator: "warned" }]} />);
  fireEvent.click(screen.getByRole("button", { name: "Снять условие: С предупреждениями" }));
  expect(screen.queryByText("С предупреждениями")).toBeNull();
  const add = screen.getByRole("button", { name: "Условие" });
  expect(document.activeElement).toBe(add);
  fireEvent.click(add);
  const field = screen.getByRole("textbox");
  fireEvent.change(field, { target: { value: "лицей" } });
  fireEvent.submit(field.closest("form") ?? field);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("button", { name: "Имя содержит «лицей»" })).toBeTruthy();
});
