import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { AllocationStatus } from "../../../../packages/ui/src/features/allocation/allocation-status.tsx";
import { CITY_ROW } from "../../../../packages/ui/src/features/allocation/build-rows.ts";
import { cityFigures, figureOf } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { COLUMNS, RUN } from "../../support/small-run.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

afterEach(cleanup);

const { city, organisations } = cityFigures(COLUMNS, BigInt(RUN.totalTiyn));
const columns = [sheetColumn("total")];
const rowOf = (figures: typeof city) => ({
  ...sheetRow(CITY_ROW, {}, { kind: "total", valueIn: (column) => figureOf(figures, column) }),
  ...{ figure: { rowKind: "city", id: "" } as const, figures },
  searchable: { names: "", code: "" },
});

describe("the status line", () => {
  it("has the active cell in tenge with tiyn", async () => {
    const { container } = await renderWithRun(
      <AllocationStatus row={rowOf(city)} columns={columns} shown={city} city={city} />,
      { unit: "million" },
    );
    expect(container.textContent).toBe("Ячейка 732\u202F136\u202F135,46\u202F₸");
  });

  it("has the whole city when a filter leaves less", async () => {
    const [school = city] = organisations;
    const { container } = await renderWithRun(
      <AllocationStatus row={rowOf(school)} columns={columns} shown={school} city={city} />,
    );
    expect(container.textContent).toContain("Весь город 732\u202F136\u202F135,46\u202F₸");
    expect(container.textContent).toContain("Ячейка 731\u202F136\u202F005,00\u202F₸");
  });
});
