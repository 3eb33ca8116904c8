import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { EditsSection } from "../../../../packages/ui/src/features/scenarios/edits-section.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { AUDITOR, CELL, keptAs, SCENARIO } from "../../support/small-scenario.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the edits of a scenario", () => {
  it("say what, what stands without them, what instead, who and why", async () => {
    await renderInScenario(<EditsSection />);
    const cells = within(screen.getByRole("row", { name: /Образовательный/ })).getAllByRole("cell");
    expect(cells.slice(0, 4).map(({ textContent }) => textContent)).toEqual([
      "462\u202F600,00",
      expect.stringMatching(/^465\u202F488,00₸\//),
      expect.stringMatching(/^Данияр Үлгі20\.11\.2026/),
      "подбор под конверт",
    ]);
  });

  it("are taken away by one press, on its way until the server has it", async () => {
    const asked = stubServer({ "POST /scenarios/s-1/batches": { body: keptAs(4) } });
    await renderInScenario(<EditsSection />);
    fireEvent.click(screen.getByRole("button", { name: /^Убрать правку: Образовательный/ }));
    expect(screen.getByText("убирается")).toBeTruthy();
    await vi.waitFor(() => expect(asked[0]?.body).toMatchObject({ edits: [{ cell: CELL }] }));
  });

  it("without a reason say so", async () => {
    const overrides = SCENARIO.overrides.map((each) => ({
      ...each,
      override: { ...each.override, reason: " " },
    }));
    await renderInScenario(<EditsSection />, { scenario: { ...SCENARIO, overrides } });
    expect(screen.getByText("без причины")).toBeTruthy();
  });

  it("are only read by who may not edit", async () => {
    await renderInScenario(<EditsSection />, { person: AUDITOR, readOnly: "role" });
    expect(screen.getByRole("row", { name: /Образовательный/ })).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("that do not exist are said not to", async () => {
    stubServer({ "GET /scenarios/s-1/values": { body: { items: [] } } });
    await renderInScenario(<EditsSection />, { scenario: { ...SCENARIO, overrides: [] } });
    expect(screen.getByText(/Правок нет/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Добавить правку" }));
    expect(screen.getByRole("dialog", { name: "Добавить правку" })).toBeTruthy();
  });
});
