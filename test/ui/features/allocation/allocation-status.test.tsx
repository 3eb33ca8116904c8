import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { AllocationStatus } from "../../../../packages/ui/src/features/allocation/allocation-status.tsx";
import { buildColumns } from "../../../../packages/ui/src/features/allocation/build-columns.ts";
import { cityFigures, figureOf } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { createSelectedRange } from "../../../../packages/ui/src/features/allocation/selected-range.ts";
import { selectPlace } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { COLUMNS, RUN } from "../../support/small-run.ts";
import { sheetRow } from "../../support/small-sheet.ts";

afterEach(cleanup);

const { city, organisations } = cityFigures(COLUMNS, BigInt(RUN.totalTiyn));
const columns = buildColumns({
  ...{ tiers: [], openTiers: new Set(), budgetYear: 2026, unit: "million", language: "ru", city },
  text: (key) => key,
});

function selectTotal(figures: typeof city) {
  const selected = createSelectedRange();
  const valueIn = (column: string) => figureOf(figures, column);
  const table = buildTable(columns, [], sheetRow("city", {}, { kind: "total", valueIn }));
  const column = columns.findIndex(({ id }) => id === "total");
  selected.tell(selectPlace({ row: 0, column }), table);
  return selected;
}

describe("the status line", () => {
  it("has the active cell in tenge with tiyn, whatever unit is on view", async () => {
    const { container } = await renderWithRun(
      <AllocationStatus selected={selectTotal(city)} hasCells shown={city} city={city} />,
      { unit: "million" },
    );
    expect(container.textContent).toBe("Ячейка 732\u202F136\u202F135,46\u202F₸");
  });

  it("has the whole city when a filter leaves less", async () => {
    const [school = city] = organisations;
    const { container } = await renderWithRun(
      <AllocationStatus selected={selectTotal(school)} hasCells shown={school} city={city} />,
    );
    expect(container.textContent).toContain("Весь город 732\u202F136\u202F135,46\u202F₸");
    expect(container.textContent).toContain("Ячейка 731\u202F136\u202F005,00\u202F₸");
  });

  it("tells of no cell where there are none", async () => {
    const { container } = await renderWithRun(
      <AllocationStatus selected={selectTotal(city)} hasCells={false} shown={city} city={city} />,
    );
    expect(container.textContent).toBe("");
  });
});
