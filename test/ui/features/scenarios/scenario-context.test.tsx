import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { expect, it, vi } from "vitest";

import { useScenarioOnView } from "../../../../packages/ui/src/features/scenarios/scenario-context.ts";

it("a part of a scenario's screen stops where there is no scenario", () => {
  vi.spyOn(console, "error").mockReturnValue();
  expect(() => render(<Part />)).toThrow("outside of a scenario");
  vi.restoreAllMocks();
});

function Part(): ReactElement {
  return <p>{useScenarioOnView().scenario.name}</p>;
}
