import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { Replacement } from "../../../../packages/ui/src/grid/search/plan-replacement.ts";
import { ReplaceDialog } from "../../../../packages/ui/src/grid/search/replace-dialog.tsx";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

afterEach(cleanup);

const column = sheetColumn("rate", { title: "Ставка" });
const edit = { cell: { rowId: "a", columnId: "rate" }, before: null, after: exactWhole(7n) };
const good: Replacement = {
  ...{ row: sheetRow("a", { rate: 5n }, { number: 12, name: "ОШ № 1" }), column },
  ...{ before: "5", after: "7", result: { edit } },
};
const bad: Replacement = {
  ...{ row: sheetRow("b", { rate: 6n }), column, before: "6", after: "семь" },
  result: { fault: { code: "not-number", parameters: { text: "семь" } } },
};

it("replaces nothing while a refused cell is ticked, and the others when it is left out", () => {
  const applied: unknown[] = [];
  render(
    <ReplaceDialog
      text="5"
      plan={{ replacements: [good, bad], computedCount: 12, shownOnlyCount: 0 }}
      onApply={(edits) => applied.push(edits)}
      onClose={() => undefined}
    />,
  );
  expect(screen.getByText("Ещё 12 совпадений в вычисляемых ячейках")).toBeTruthy();
  expect(screen.getByText(/^Отказ: /)).toBeTruthy();
  expect(screen.getByRole("checkbox", { name: "Заменить: 12 · ОШ № 1 · Ставка" })).toBeTruthy();
  const button = screen.getByRole("button", { name: "Заменить 1 ячейку" });
  fireEvent.click(button);
  expect(applied).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Оставить отказанные как есть" }));
  fireEvent.click(screen.getByRole("button", { name: "Заменить 1 ячейку" }));
  expect(applied).toEqual([[edit]]);
});

it("says that there is nothing to replace", () => {
  render(
    <ReplaceDialog
      text="5"
      plan={{ replacements: [], computedCount: 0, shownOnlyCount: 1 }}
      onApply={() => undefined}
      onClose={() => undefined}
    />,
  );
  expect(screen.getByText("Заменять нечего")).toBeTruthy();
  expect(screen.getByText(/только на экране/)).toBeTruthy();
});
