import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { ScenarioListScreen } from "../../../../packages/ui/src/features/scenarios/scenario-list-screen.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import { AUDITOR, EDITOR, SUMMARY } from "../../support/small-scenario.ts";

const ARCHIVED = { ...SUMMARY, id: "s-2", name: "Старый вариант", isArchived: true };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the list of scenarios", () => {
  it("hides the archived ones until they are asked for", async () => {
    stubServer({ "GET /scenarios": wholePage([SUMMARY, ARCHIVED]) });
    await renderFor(<ScenarioListScreen />, EDITOR);
    const table = await screen.findByRole("table", { name: "Сценарии" });
    expect(within(table).queryByText("Старый вариант")).toBeNull();
    fireEvent.click(screen.getByRole("checkbox", { name: "Показать 1 архивный" }));
    expect(within(table).getByText("Старый вариант")).toBeTruthy();
  });

  it("that is empty says what a scenario is, and lets an editor make one", async () => {
    stubServer({ "GET /scenarios": wholePage([]), "GET /registers": wholePage([]) });
    await renderFor(<ScenarioListScreen />, EDITOR);
    expect(await screen.findByRole("heading", { name: "Сценариев пока нет" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Создать сценарий" }));
    expect(screen.getByRole("dialog", { name: "Создать сценарий" })).toBeTruthy();
  });

  it("offers an auditor nothing to make", async () => {
    stubServer({ "GET /scenarios": wholePage([]) });
    await renderFor(<ScenarioListScreen />, AUDITOR);
    expect(await screen.findByText(/составляет аналитик управления/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Создать сценарий" })).toBeNull();
  });

  it("that cannot be had says why, and is asked again", async () => {
    const asked = stubServer({});
    await renderFor(<ScenarioListScreen />, EDITOR);
    expect((await screen.findByRole("alert")).textContent).toContain("Сервер не отвечает");
    fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });
});
