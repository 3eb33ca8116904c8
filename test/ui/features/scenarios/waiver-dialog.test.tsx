import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { WaiverDialog } from "../../../../packages/ui/src/features/scenarios/waiver-dialog.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { FINDING } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a finding is accepted with a reason only", async () => {
  const asked = stubServer({
    "POST /scenarios/s-1/finding-decisions": { body: { items: [FINDING] } },
  });
  const onDecided = vi.fn();
  await renderInScenario(
    <WaiverDialog
      findings={[FINDING]}
      sort={FINDING.code}
      onClose={vi.fn()}
      onDecided={onDecided}
    />,
  );
  expect(screen.getByText("Школа № 1")).toBeTruthy();
  const verb = screen.getByRole("button", { name: "Принять с причиной" });
  expect(verb.hasAttribute("disabled")).toBe(true);
  fireEvent.change(screen.getByLabelText("Причина"), { target: { value: "две смены" } });
  fireEvent.click(verb);
  await vi.waitFor(() => expect(onDecided).toHaveBeenCalled());
  expect(asked[0]?.body).toEqual({ kind: "waiver", findings: ["f-1"], reason: "две смены" });
});
