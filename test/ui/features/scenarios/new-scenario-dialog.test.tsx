import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { NewScenarioDialog } from "../../../../packages/ui/src/features/scenarios/new-scenario-dialog.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import { EDITOR, SCENARIO, SUMMARY } from "../../support/small-scenario.ts";

const LABEL = { ru: "Алматы", kk: "Алматы", en: "Almaty" };
const REGISTERS = wholePage([{ hash: "r-1", name: "almaty", createdAt: "2026-11-01T00:00:00Z" }]);
const METHODOLOGIES = wholePage([
  { hash: "m-1", label: LABEL, years: [2025, 2026], createdAt: "2026-11-01T00:00:00Z" },
]);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a new scenario", () => {
  it("stands on another one unless it is told otherwise", async () => {
    const asked = stubServer({ "POST /scenarios": { body: SCENARIO } });
    const { goTo } = await open([SUMMARY]);
    fireEvent.change(screen.getByLabelText("Название"), { target: { value: "Вариант Б" } });
    fireEvent.click(screen.getByRole("button", { name: "Создать" }));
    await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith("/scenarios/s-1"));
    expect(asked.find(({ route }) => route === "POST /scenarios")?.body).toMatchObject({
      ...{ name: "Вариант Б", parent: { id: "s-1" } },
    });
  });

  it("without another one stands on the newest register, rules and year, with its envelope", async () => {
    const asked = stubServer({
      ...{ "GET /registers": REGISTERS, "GET /methodologies": METHODOLOGIES },
      "POST /scenarios": { body: SCENARIO },
    });
    await open([]);
    await screen.findAllByText("almaty, 01.11.2026");
    fireEvent.change(screen.getByLabelText("Название"), { target: { value: "База" } });
    const envelope = screen.getByLabelText("Конверт, ₸");
    const verb = screen.getByRole("button", { name: "Создать" });
    fireEvent.change(envelope, { target: { value: "много" } });
    expect(screen.getByText(/Это не число/)).toBeTruthy();
    expect(verb.hasAttribute("disabled")).toBe(true);
    fireEvent.change(envelope, { target: { value: "432 000 000 000,00" } });
    fireEvent.click(verb);
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === "POST /scenarios")?.body).toMatchObject({
        ...{ name: "База", registerHash: "r-1", methodologyHash: "m-1" },
        ...{ budgetYear: 2026, envelopeTenge: "432000000000.00" },
      }),
    );
  });

  it("is not there while nobody asks for it", async () => {
    await renderFor(<NewScenarioDialog isOpen={false} onClose={vi.fn()} scenarios={[]} />, EDITOR);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

function open(scenarios: readonly (typeof SUMMARY)[]) {
  return renderFor(<NewScenarioDialog isOpen onClose={vi.fn()} scenarios={scenarios} />, EDITOR);
}
