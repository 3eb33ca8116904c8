import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { StepActions } from "../../../../packages/ui/src/features/scenarios/step-actions.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { APPROVER, AUDITOR, OPEN_GATE, SCENARIO } from "../../support/small-scenario.ts";

const HELD = { code: "deficit", facts: {}, message: "Дефицит 160,8 млн ₸." } as const;
const GATE = "GET /scenarios/s-1/gate";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the next step", () => {
  it("of a draft is to send it for review", async () => {
    stubServer({ [GATE]: { body: OPEN_GATE } });
    await renderInScenario(<StepActions />);
    fireEvent.click(await screen.findByRole("button", { name: "На согласование" }));
    expect(screen.getByRole("dialog", { name: "Отправить на согласование" })).toBeTruthy();
  });

  it("is locked while something stands in its way, and says what when it is pressed", async () => {
    stubServer({ [GATE]: { body: { ...OPEN_GATE, submit: [HELD] } } });
    await renderInScenario(<StepActions />);
    const locked = await screen.findByRole("button", { name: /^На согласование, пока нельзя/ });
    fireEvent.click(locked);
    expect(screen.getByRole("alert").textContent).toContain("Дефицит 160,8 млн ₸.");
  });

  it("of an approved one is its issue, for an approver, who may also return it", async () => {
    stubServer({ [GATE]: { body: OPEN_GATE } });
    const { openSection } = await renderInScenario(<StepActions />, {
      ...{ person: APPROVER, scenario: { ...SCENARIO, state: "approved" } },
    });
    fireEvent.click(screen.getByRole("button", { name: "Опубликовать" }));
    expect(openSection).toHaveBeenCalledWith("issue");
    fireEvent.click(screen.getByRole("button", { name: "Вернуть в черновик" }));
    expect(screen.getByRole("dialog", { name: "Вернуть в черновик" })).toBeTruthy();
  });

  it("is nobody's who only looks, and the gate is not asked for them", async () => {
    const asked = stubServer({ [GATE]: { body: OPEN_GATE } });
    const { container } = await renderInScenario(<StepActions />, { person: AUDITOR });
    expect(container.textContent).toBe("");
    expect(asked).toEqual([]);
  });
});
