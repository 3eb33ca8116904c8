import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CellConflict } from "../../../../packages/ui/src/features/scenarios/conflict-card.tsx";
import { QueueNotices } from "../../../../packages/ui/src/features/scenarios/queue-notices.tsx";
import { queueOf } from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { CELL, CONFLICT, EDITOR } from "../../support/small-scenario.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a cell that two have changed", () => {
  it("shows what was, theirs and mine; both reasons on demand", async () => {
    await renderInScenario(<CellConflict conflict={CONFLICT} onChoose={vi.fn()} />);
    const names = screen.getAllByRole("term").map(({ textContent }) => textContent);
    const values = screen.getAllByRole("definition").map(({ textContent }) => textContent);
    expect(names).toEqual(["было", "Данияр Үлгі", "у вас"]);
    expect(values).toEqual(["296\u202F400,00", "301\u202F000,00", "303\u202F968,00"]);
    expect(screen.queryByText("их причина")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Обе причины" }));
    expect(screen.getByText("их причина")).toBeTruthy();
    expect(screen.getByText("моя причина")).toBeTruthy();
  });

  it("shows what stands under the scenario where it had said nothing", async () => {
    await renderInScenario(<CellConflict conflict={{ ...CONFLICT, base: null }} />);
    expect(screen.getAllByRole("definition")[0]?.textContent).toBe("462\u202F600,00");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("of several each has its choice, and the batch goes on after the last one", async () => {
    const other = { ...CONFLICT, cell: "envelope city", mine: { envelope: "5.00", reason: "" } };
    const conflicts = [CONFLICT, { ...other, theirs: null, base: null }];
    const asked = stubServer({
      "POST /scenarios/s-1/batches": { problem: { status: 409, code: "edit-conflict", conflicts } },
    });
    const { client } = await renderInScenario(<QueueNotices />);
    const edits = [
      { cell: CELL, override: CONFLICT.mine },
      { cell: "envelope city", override: other.mine },
    ];
    act(() => queueOf(client, EDITOR.id, "s-1").add(edits, 3));
    const [first] = await screen.findAllByRole("button", { name: "Взять чужое" });
    if (first === undefined) throw new Error("no choice");
    fireEvent.click(first);
    expect(asked).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Оставить моё" }));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.body).toMatchObject({ edits: [{ override: { envelope: "5.00" } }] });
  });
});
