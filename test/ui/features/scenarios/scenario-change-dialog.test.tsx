import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import {
  type ScenarioChange,
  ScenarioChangeDialog,
} from "../../../../packages/ui/src/features/scenarios/scenario-change-dialog.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { EDITOR, SCENARIO } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a change of a scenario", () => {
  it("makes a branch under a name, and opens it", async () => {
    const branch = { ...SCENARIO, id: "s-9", name: "Вариант Б" };
    const asked = stubServer({ "POST /scenarios": { body: branch } });
    const { goTo, onClose } = await open("branch");
    fireEvent.change(screen.getByLabelText("Название"), { target: { value: " Вариант Б " } });
    fireEvent.click(screen.getByRole("button", { name: "Создать копию" }));
    await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith("/scenarios/s-9"));
    const body = { name: "Вариант Б", parent: { id: "s-1" } };
    expect(asked[0]?.body).toMatchObject(body);
    expect(onClose).toHaveBeenCalled();
  });

  it.each([
    ["rename", "Переименовать", { name: "Вариант А" }],
    ["archive", "В архив", { isArchived: true }],
    ["restore", "Вернуть", { isArchived: false }],
  ] as const)("%s sends what is to be so", async (kind, verb, body) => {
    const asked = stubServer({ "PATCH /scenarios/s-1": { body: SCENARIO } });
    const { onClose } = await open(kind);
    fireEvent.click(screen.getByRole("button", { name: verb }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked[0]?.body).toEqual(body);
  });

  it("keeps what was typed when the server refuses, and says why", async () => {
    stubServer({
      "PATCH /scenarios/s-1": { problem: { status: 409, code: "scenario-not-draft" } },
    });
    await open("rename");
    fireEvent.change(screen.getByLabelText("Название"), { target: { value: "Новое имя" } });
    fireEvent.click(screen.getByRole("button", { name: "Переименовать" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Отказ");
    expect(screen.getByDisplayValue("Новое имя")).toBeTruthy();
  });

  it("needs a name", async () => {
    await open("rename");
    fireEvent.change(screen.getByLabelText("Название"), { target: { value: "  " } });
    const verb = screen.getByRole("button", { name: "Переименовать" });
    expect(verb.hasAttribute("disabled")).toBe(true);
  });
});

async function open(kind: ScenarioChange["kind"]) {
  const onClose = vi.fn();
  const change = { kind, scenario: SCENARIO };
  const shown = await renderFor(<ScenarioChangeDialog change={change} onClose={onClose} />, EDITOR);
  return { ...shown, onClose };
}
