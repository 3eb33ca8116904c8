import { cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { cityFigures } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { useAllocationColumns } from "../../../../packages/ui/src/features/allocation/use-allocation-columns.ts";
import { FIRST_LAYOUT } from "../../../../packages/ui/src/grid/columns/column-layout.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { COLUMNS, RUN } from "../../support/small-run.ts";

afterEach(cleanup);

const { city } = cityFigures(COLUMNS, BigInt(RUN.totalTiyn));

it.each([
  [
    "ru",
    "Организация · Дети в среднем · Среднее · Дошкольное · ООП · Управление · 2026 · на ребёнка",
  ],
  [
    "en",
    "Organisation · Children, avg · Secondary · Preschool · Special needs · Overheads · 2026 · per child",
  ],
] as const)("names the columns in the language of the page: %s", async (language, headers) => {
  await renderWithRun(<Headers />, { language });
  expect(screen.getByText(headers)).toBeDefined();
});

function Headers(): ReactElement {
  const { columns } = useAllocationColumns([], FIRST_LAYOUT, city);
  return <p>{columns.map(({ header }) => header).join(" · ")}</p>;
}

it("leaves out what a person hides, and keeps it among all columns", async () => {
  await renderWithRun(<Hidden />);
  expect(screen.getByText("tier:secondary: hidden, known")).toBeDefined();
});

function Hidden(): ReactElement {
  const layout = { ...FIRST_LAYOUT, hidden: ["tier:secondary"] };
  const { columns, all } = useAllocationColumns(["secondary"], layout, city);
  const isIn = (list: typeof all): boolean =>
    list.some(({ id }) => id === "tier:secondary" || id.startsWith("line:secondary"));
  return (
    <p>{`tier:secondary: ${isIn(columns) ? "shown" : "hidden"}, ${isIn(all) ? "known" : "unknown"}`}</p>
  );
}
