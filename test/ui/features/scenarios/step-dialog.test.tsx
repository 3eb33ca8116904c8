import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import {
  obstaclesInFault,
  StepDialog,
} from "../../../../packages/ui/src/features/scenarios/step-dialog.tsx";
import { queueOf } from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { APPROVER, CELL, EDITOR, OPEN_GATE, SCENARIO } from "../../support/small-scenario.ts";

const GATE = { "GET /scenarios/s-1/gate": { body: OPEN_GATE } };
const STEPS = "POST /scenarios/s-1/steps";
const OBSTACLES = [
  { code: "deficit", facts: {}, message: "Дефицит 160,8 млн ₸." },
  { code: "reason-missing", facts: { cell: CELL }, message: "У правки не указана причина." },
] as const;

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a step", () => {
  it("is taken with a note or without one", async () => {
    const asked = stubServer({ ...GATE, [STEPS]: { body: { ...SCENARIO, state: "submitted" } } });
    const onClose = vi.fn();
    await renderInScenario(<StepDialog action="submit" onClose={onClose} />);
    fireEvent.click(screen.getByRole("button", { name: "На согласование" }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked.find(({ route }) => route === STEPS)?.body).toEqual({
      to: "submitted",
      reason: "",
    });
  });

  it("back needs a reason", async () => {
    const asked = stubServer({ ...GATE, [STEPS]: { body: SCENARIO } });
    await renderInScenario(<StepDialog action="return" onClose={vi.fn()} />, { person: APPROVER });
    const verb = screen.getByRole("button", { name: "Вернуть в черновик" });
    expect(verb.hasAttribute("disabled")).toBe(true);
    fireEvent.change(screen.getByLabelText("Причина"), { target: { value: "пересчитать Ez" } });
    fireEvent.click(verb);
    await vi.waitFor(() =>
      expect(asked.find(({ route }) => route === STEPS)?.body).toEqual({
        ...{ to: "draft", reason: "пересчитать Ez" },
      }),
    );
  });

  it("that is refused tells every reason, numbered, and is checked again", async () => {
    const problem = { status: 422, code: "gate", obstacles: OBSTACLES };
    stubServer({ ...GATE, [STEPS]: { problem } });
    await renderInScenario(<StepDialog action="submit" onClose={vi.fn()} />);
    fireEvent.click(screen.getByRole("button", { name: "На согласование" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Отправить нельзя, причины: 2");
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Дефицит 160,8 млн ₸. К правкам",
      "Правка без причины: Образовательный процесс, Ez · начальный. К правкам",
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Проверить снова" }));
    expect(await screen.findByRole("button", { name: "На согласование" })).toBeTruthy();
  });

  it("waits for edits that are not saved", async () => {
    stubServer(GATE);
    const { client } = await renderInScenario(<StepDialog action="submit" onClose={vi.fn()} />);
    act(() => queueOf(client, EDITOR.id, "s-1").add([{ cell: CELL, override: null }], 3));
    expect(await screen.findByText("Сначала должна сохраниться правка: 1.")).toBeTruthy();
    const verb = screen.getByRole("button", { name: "На согласование" });
    expect(verb.hasAttribute("disabled")).toBe(true);
  });
});

it("a fault without obstacles names none", () => {
  expect(obstaclesInFault({ kind: "network" })).toEqual([]);
  expect(obstaclesInFault(undefined)).toEqual([]);
});
