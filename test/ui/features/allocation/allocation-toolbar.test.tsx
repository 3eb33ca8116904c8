import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { AllocationToolbar } from "../../../../packages/ui/src/features/allocation/allocation-toolbar.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

async function renderToolbar(tierFilter: string | null, hits: number | null) {
  const wishes: unknown[] = [];
  await renderWithRun(
    <AllocationToolbar
      query="сад"
      onQuery={(query) => wishes.push(query)}
      onNextHit={() => wishes.push("next")}
      hits={hits}
      tiers={[{ tier: "secondary", name: "Среднее", title: "Среднее образование", lines: [] }]}
      columns={<button type="button">Столбцы</button>}
    />,
    {
      tierFilter,
      setTierFilter: (tier) => wishes.push(tier),
      setUnit: (unit) => wishes.push(unit),
    },
  );
  return wishes;
}

describe("the controls of the sheet", () => {
  it("go to the next hit by Enter and say how many there are", async () => {
    const wishes = await renderToolbar(null, 2);
    fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" });
    expect(wishes).toEqual(["next"]);
    expect(await screen.findByText("Найдены 2 строки", {}, { timeout: 3000 })).toBeDefined();
  });

  it("take the filter off and change the unit", async () => {
    const wishes = await renderToolbar("secondary", null);
    fireEvent.click(screen.getByRole("button", { name: "Снять фильтр: Среднее" }));
    fireEvent.click(screen.getByRole("radio", { name: /Миллионы/ }));
    expect(wishes).toEqual([null, "million"]);
  });

  it("lead to the file of the run on view", async () => {
    await renderToolbar(null, null);
    const link = screen.getByRole("link", { name: "CSV" });
    expect(link.getAttribute("href")).toBe("/api/v1/runs/run-1/lines.csv");
  });
});
