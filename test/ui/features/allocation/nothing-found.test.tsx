import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { NothingFound } from "../../../../packages/ui/src/features/allocation/nothing-found.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

it("names the conditions and takes them off", async () => {
  let cleared = 0;
  const tiers = [{ tier: "secondary", name: "Среднее", title: "Среднее образование", lines: [] }];
  await renderWithRun(
    <NothingFound query=" лицей " tiers={tiers} onClear={() => (cleared += 1)} />,
    { tierFilter: "secondary" },
  );
  expect(screen.getByText("Уровень: Среднее · «лицей»")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Снять фильтры" }));
  expect(cleared).toBe(1);
});
