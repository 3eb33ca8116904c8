import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ScenarioHead } from "../../../../packages/ui/src/features/scenarios/scenario-head.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { OPEN_GATE, OTHER_EDITOR, SCENARIO } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("the head leads to what the scenario stands on, and names the others who look at it", async () => {
  stubServer({ "GET /scenarios/s-1/gate": { body: OPEN_GATE } });
  const parent = { id: "s-0", name: "База 2026", revision: 2 };
  const others = [{ id: OTHER_EDITOR.id, name: OTHER_EDITOR.name }];
  await renderInScenario(<ScenarioHead life={{ link: "open", others }} />, {
    scenario: { ...SCENARIO, parent },
  });
  const link = screen.getByRole("link", { name: "База 2026" });
  expect(link.getAttribute("href")).toBe("/scenarios/s-0");
  expect(screen.getByText("редакция 2")).toBeTruthy();
  expect(screen.getByText("2026 год, редакция 3")).toBeTruthy();
  expect(screen.getByText("Данияр Үлгі")).toBeTruthy();
});
