import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { FormulaBar } from "../../../../packages/ui/src/features/explanation/formula-bar.tsx";
import { renderInWorkbook, TRACED } from "../../support/render-in-workbook.tsx";
import { STAGED_TRACE } from "../../support/small-trace.ts";

afterEach(cleanup);

it("says what the cell is, its rule by names and by figures, its strength and its act", async () => {
  const { container } = await renderInWorkbook(<FormulaBar />, TRACED);
  const text = container.textContent ?? "";
  expect(text).toContain("№ 1 · Школа");
  expect(text).toContain("Норматив × Ученики [basic] = 476\u202F000,00\u202F₸/чел. × 1\u202F536");
  expect(text).toContain("= 731\u202F136\u202F000,00\u202F₸");
  expect(screen.getByText("условное")).toBeTruthy();
  expect(screen.getByText("Приказ № 597, п. 6")).toBeTruthy();
});

it("says what stages made of the amount", async () => {
  const { container } = await renderInWorkbook(<FormulaBar />, TRACED, "ru", STAGED_TRACE);
  expect(container.textContent).toContain("Этап «Защита»: 731");
  expect(container.textContent).not.toContain("Норматив × Ученики");
});

it.each([
  ["perHead", "Сумма, делённая на число детей в среднем за год."],
  ["tier:preschool", "В этой ячейке считать нечего."],
] as const)("says what kind of figure %s is", async (columnId, expected) => {
  await renderInWorkbook(<FormulaBar />, { ...TRACED, columnId });
  expect(screen.getByText(expected)).toBeTruthy();
});

it("adds up a sum of a few rows by their names and figures", async () => {
  const { container } = await renderInWorkbook(<FormulaBar />, { ...TRACED, columnId: "total" });
  expect(container.textContent).toContain(
    "Школа + Надбавка ООП = 731\u202F136\u202F000,00\u202F₸ + 5,00",
  );
});
