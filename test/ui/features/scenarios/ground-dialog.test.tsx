import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { GroundDialog } from "../../../../packages/ui/src/features/scenarios/ground-dialog.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { WEAK } from "../../support/small-scenario.ts";

const BASIC = { ...WEAK, subject: "w-basic" };
const OTHER_NAME = { ...WEAK, subject: "w-other", name: "secondary.L" };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the ground of a value", () => {
  it("is an act and a clause, both of them", async () => {
    const { asked, onClose } = await open();
    const verb = screen.getByRole("button", { name: "Внести основание" });
    type("Акт", "Решение маслихата № 5 от 12.02.2026");
    expect(verb.hasAttribute("disabled")).toBe(true);
    type("Пункт", "п. 2");
    fireEvent.click(verb);
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked.map(({ body }) => body)).toEqual([
      {
        ...{ subject: WEAK.subject, scenarioId: "s-1", status: "local" },
        ...{ act: "Решение маслихата № 5 от 12.02.2026", clause: "п. 2" },
      },
    ]);
  });

  it("may be entered for all values of that name at once", async () => {
    const { asked, onClose } = await open();
    type("Акт", "Решение № 5");
    type("Пункт", "п. 2");
    fireEvent.click(screen.getByRole("checkbox", { name: /для 1 другого значения/ }));
    fireEvent.click(screen.getByRole("button", { name: "Внести основание" }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked.map(({ body }) => body)).toMatchObject([
      { subject: WEAK.subject },
      { subject: "w-basic" },
    ]);
  });
});

async function open() {
  const asked = stubServer({ "POST /grounds": { body: { id: "g" } } });
  const onClose = vi.fn();
  await renderInScenario(
    <GroundDialog value={WEAK} all={[WEAK, BASIC, OTHER_NAME]} onClose={onClose} />,
  );
  return { asked, onClose };
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
