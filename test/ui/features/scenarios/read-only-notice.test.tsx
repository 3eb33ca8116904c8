import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import type { ScenarioDetail, ScenarioStep } from "../../../../packages/api/src/contract.ts";
import { ReadOnlyNotice } from "../../../../packages/ui/src/features/scenarios/read-only-notice.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { APPROVER, SCENARIO } from "../../support/small-scenario.ts";

const STEP: ScenarioStep = {
  ...{ from: "submitted", to: "approved", revision: 3, runId: null, reason: "" },
  ...{ author: { id: "p-3", name: "Мадина" }, madeAt: "2026-02-12T06:00:00.000Z" },
};
const APPROVED: ScenarioDetail = { ...SCENARIO, state: "approved", steps: [STEP] };

afterEach(cleanup);

describe("a scenario that cannot be edited", () => {
  it("says since when, and offers an editor a copy", async () => {
    await renderInScenario(<ReadOnlyNotice />, { scenario: APPROVED, readOnly: "approved" });
    expect(screen.getByText("Утверждён 12.02.2026. Править нельзя.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Создать копию" }));
    expect(screen.getByRole("dialog", { name: "Копия сценария «Вариант А»" })).toBeTruthy();
  });

  it("says who edits to those who do not", async () => {
    await renderInScenario(<ReadOnlyNotice />, { person: APPROVER, readOnly: "role" });
    expect(screen.getByText(/правит аналитик управления/)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is silent where it can", async () => {
    const { container } = await renderInScenario(<ReadOnlyNotice />);
    expect(container.textContent).toBe("");
  });
});
