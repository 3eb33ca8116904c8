import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { StateSteps } from "../../../../packages/ui/src/features/scenarios/state-steps.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { EDITOR } from "../../support/small-scenario.ts";

afterEach(cleanup);

it.each([
  ["draft", "Черновик", 0],
  ["approved", "Утверждён", 2],
  ["superseded", "Заменён", 3],
] as const)(
  "a scenario that is %s stands at «%s», %d steps behind it",
  async (state, name, passed) => {
    await renderFor(<StateSteps state={state} />, EDITOR);
    const steps = screen.getAllByRole("listitem");
    const current = steps.filter((step) => step.getAttribute("aria-current") === "step");
    expect(current.map(({ textContent }) => textContent)).toEqual([name]);
    expect(steps).toHaveLength(4);
    expect(steps.filter(({ dataset }) => dataset["passed"] === "true")).toHaveLength(passed);
  },
);
