import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { ColumnsPopover } from "../../../../packages/ui/src/features/allocation/columns-popover.tsx";
import { FIRST_VIEW } from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

it("hides tiers, opens them by line, and gives the first view back", async () => {
  const wishes: unknown[] = [];
  await renderWithRun(
    <ColumnsPopover
      tiers={[{ tier: "secondary", name: "Среднее", title: "Среднее образование", lines: [] }]}
      view={FIRST_VIEW}
      onView={(change) => wishes.push(change)}
      onFirstView={() => wishes.push("first")}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Столбцы" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Показать: Среднее образование" }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Раскрыть по строкам/ }));
  fireEvent.click(screen.getByRole("button", { name: "Вернуть вид" }));
  expect(wishes).toEqual([{ hiddenTiers: ["secondary"] }, { openTiers: ["secondary"] }, "first"]);
});
