import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { QueueNotices } from "../../../../packages/ui/src/features/scenarios/queue-notices.tsx";
import { queueOf } from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { type StubAnswer, stubServer } from "../../support/server-stub.ts";
import { CELL, CONFLICT, EDITOR } from "../../support/small-scenario.ts";

const BATCHES = "POST /scenarios/s-1/batches";
const OVERRIDE = { parameter: "secondary.Ez", key: { level: "primary" }, value: "1", reason: "" };

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("between an edit and the server", () => {
  it("nobody answers: edits are counted, and one may try again", async () => {
    const asked = await addEdit("nobody");
    expect(await screen.findByText("Правки копятся здесь: 1.", { exact: false })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });

  it("the server fails: it is tried again, and that is said", async () => {
    await addEdit({ problem: { status: 503, code: "unavailable" } });
    expect(await screen.findByText(/^Сервер не сохраняет с/)).toBeTruthy();
  });

  it("the program is newer: the page is to be opened again, and the edit stays", async () => {
    await addEdit({ problem: { status: 409, code: "engine-version" } });
    expect(await screen.findByText("Программа на сервере обновилась")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Открыть заново" })).toBeTruthy();
    expect(Object.keys(localStorage)).toHaveLength(1);
  });

  it("the edit is refused: what and why, and it can be dropped", async () => {
    const issue = { code: "number-negative", facts: {}, place: {}, message: "Нельзя меньше нуля." };
    await addEdit({ problem: { status: 422, code: "refused", issues: [issue] } });
    const region = await screen.findByRole("region", { name: "Не принятые правки" });
    expect(region.textContent).toContain("Не принято: Образовательный процесс, Ez · начальный");
    expect(region.textContent).toContain("Нельзя меньше нуля.");
    fireEvent.click(screen.getByRole("button", { name: "Убрать правку" }));
    expect(screen.queryByRole("region", { name: "Не принятые правки" })).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it("somebody else was there first: the choice is shown", async () => {
    const conflicts = [CONFLICT];
    await addEdit({ problem: { status: 409, code: "edit-conflict", conflicts } });
    expect(await screen.findByRole("button", { name: "Взять чужое" })).toBeTruthy();
  });
});

async function addEdit(answer: StubAnswer) {
  const asked = stubServer({ [BATCHES]: answer });
  const { client } = await renderInScenario(<QueueNotices />);
  act(() => queueOf(client, EDITOR.id, "s-1").add([{ cell: CELL, override: OVERRIDE }], 3));
  return asked;
}
