import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { AllocationCards } from "../../../../packages/ui/src/features/allocation/allocation-cards.tsx";
import {
  useAllocationRows,
  useCityFigures,
} from "../../../../packages/ui/src/features/allocation/use-allocation-rows.ts";
import { FIRST_VIEW } from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

it("opens the panel on the sum of the pressed organisation", async () => {
  const wishes: unknown[] = [];
  await renderWithRun(<Cards />, {
    setActiveFigure: (figure) => wishes.push(figure),
    setPanelOpen: (isOpen) => wishes.push(isOpen),
  });
  expect(screen.getByRole("button", { name: /Медеуский/, expanded: false })).toBeDefined();
  expect(screen.queryByText("Сад № 2")).toBeNull();
  const card = screen.getByRole("button", { name: /Школа № 1/ });
  expect(card.textContent).toContain("731\u202F136,0\u00A0тыс. ₸");
  expect(card.textContent).toContain("Детей в среднем 1\u202F536,00, на ребёнка 476,0\u00A0тыс. ₸");
  fireEvent.click(card);
  expect(wishes).toEqual([{ rowKind: "organisation", id: "001", columnId: "total" }, true]);
});

function Cards(): ReactElement {
  const view = { ...FIRST_VIEW, openGroups: ["group:alatau"] };
  const change = () => undefined;
  const figures = useCityFigures();
  const allocation = useAllocationRows({ figures, query: "", sort: null, view, change });
  return <AllocationCards allocation={allocation} />;
}
