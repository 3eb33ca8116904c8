import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { AllocationSheet } from "../../../../packages/ui/src/features/allocation/allocation-sheet.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";

beforeEach(() => {
  localStorage.clear();
  Object.assign(window, {
    matchMedia: () => Object.assign(new EventTarget(), { matches: false }),
  });
});
afterEach(cleanup);

describe("the allocation sheet", () => {
  it("shows the districts, the city's own spending and the total", async () => {
    await renderWithRun(<AllocationSheet />);
    const grid = await screen.findByRole("treegrid", { name: "Распределение по организациям" });
    expect(grid.getAttribute("aria-rowcount")).toBe("10");
    await screen.findByRole("row", { name: /Алатауский.*731\u202F136,0/ });
    expect(screen.getByRole("row", { name: /Город, 3 организации/ })).toBeDefined();
  });

  it("says so when nothing fits, and comes back", async () => {
    await renderWithRun(<AllocationSheet />);
    const search = screen.getByRole("searchbox");
    fireEvent.change(search, { target: { value: "лицей" } });
    fireEvent.click(await screen.findByRole("button", { name: "Снять фильтры" }));
    await screen.findByRole("row", { name: /Алатауский/ });
  });

  it("goes to the next organisation that a search finds", async () => {
    const figures: unknown[] = [];
    await renderWithRun(<AllocationSheet />, { setActiveFigure: (figure) => figures.push(figure) });
    const search = screen.getByRole("searchbox");
    fireEvent.change(search, { target: { value: "сад" } });
    await screen.findByRole("row", { name: /Сад № 2/ });
    fireEvent.keyDown(search, { key: "Enter" });
    expect(figures).toEqual([{ rowKind: "organisation", id: "002", columnId: "total" }]);
  });
});
