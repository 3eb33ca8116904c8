import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { WeakValuesSection } from "../../../../packages/ui/src/features/scenarios/weak-values-section.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { APPROVER, AUDITOR, EDITOR, GROUND, WEAK } from "../../support/small-scenario.ts";

const AWAITING = { ...WEAK, subject: "w-2", ground: GROUND };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("values without an act", () => {
  it("have their figure, their status and what was entered for them", async () => {
    await show([WEAK, AWAITING], EDITOR);
    const [, bare, awaiting] = await screen.findAllByRole("row");
    expect(bare?.textContent).toContain("начальный · с 01.01.2026462\u202F600,00");
    expect(bare?.textContent).toContain("условноенет акта");
    expect(awaiting?.textContent).toContain("Решение № 5, п. 2");
    expect(awaiting?.textContent).toContain("ждёт подтверждения вторым человеком");
  });

  it("are confirmed by another person than who entered the act", async () => {
    await show([AWAITING], EDITOR);
    expect(await screen.findByText("подтверждает другой человек")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Подтвердить/ })).toBeNull();
    cleanup();
    await show([AWAITING], APPROVER);
    fireEvent.click(await screen.findByRole("button", { name: /^Подтвердить основание/ }));
    expect(screen.getByRole("dialog", { name: "Подтвердить основание" })).toBeTruthy();
  });

  it("are only read by an auditor", async () => {
    await show([WEAK], AUDITOR);
    await screen.findByText("нет акта");
    expect(screen.queryByRole("button", { name: /Внести/ })).toBeNull();
  });

  it("are found by words, and narrowed by how far their ground has come", async () => {
    await show([WEAK, AWAITING], EDITOR);
    await screen.findAllByRole("row");
    fireEvent.click(screen.getByRole("button", { name: /Показать/ }));
    fireEvent.click(screen.getByRole("option", { name: "Ждут подтверждения: 1" }));
    expect(screen.getAllByRole("row")).toHaveLength(2);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "нет такого" } });
    expect(screen.getByText("Таких значений нет.")).toBeTruthy();
  });

  it("that do not exist are a good thing", async () => {
    await show([], EDITOR);
    expect(await screen.findByText("У каждого значения есть подтверждённый акт.")).toBeTruthy();
  });
});

function show(items: readonly unknown[], person: typeof EDITOR) {
  stubServer({ "GET /scenarios/s-1/weak-values": { body: { items } } });
  return renderInScenario(<WeakValuesSection />, { person });
}
