import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { ScenarioStrip } from "../../../../packages/ui/src/features/scenarios/scenario-strip.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { SCENARIO } from "../../support/small-scenario.ts";

afterEach(cleanup);

describe("the strip of a scenario", () => {
  it("has the limit, the total and the headroom to the tiyn", async () => {
    await renderInScenario(<ScenarioStrip />);
    const text = screen.getByRole("region", { name: "Конверт и распределение" }).textContent;
    expect(text).toContain("800\u202F000\u202F000,00 ₸");
    expect(text).toContain("732\u202F136\u202F135,46 ₸");
    expect(text).toContain("Остаток для распределения67,9 млн ₸67\u202F863\u202F864,54 ₸");
  });

  it("shows tiers that add up to the shown total", async () => {
    const byTier = [
      { id: "preschool", amountTiyn: "40000000000" },
      { id: "secondary", amountTiyn: "40000000000" },
      { id: "overhead", amountTiyn: "40000000000" },
    ];
    const totals = { ...SCENARIO.totals, totalTiyn: "120000000000", byTier };
    await renderInScenario(<ScenarioStrip />, { scenario: { ...SCENARIO, totals } });
    const shown = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(shown.map((text) => text?.slice(-3)).toSorted()).toEqual(["0,4", "0,4", "0,4"]);
  });

  it("calls a headroom below zero a deficit, and says where there is no limit", async () => {
    const envelope = {
      ...{ limitTiyn: "1", headroomTiyn: "-73213613545" },
      status: "local" as const,
    };
    await renderInScenario(<ScenarioStrip />, { scenario: { ...SCENARIO, envelope } });
    expect(screen.getByRole("status").textContent).toContain("Дефицит");
    cleanup();
    await renderInScenario(<ScenarioStrip />, { scenario: { ...SCENARIO, envelope: null } });
    expect(screen.getByText("не задан")).toBeTruthy();
  });
});
