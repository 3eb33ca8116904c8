import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { waiting } from "../../../../packages/ui/src/features/scenarios/queued-batch.ts";
import {
  countUnsaved,
  SavedState,
} from "../../../../packages/ui/src/features/scenarios/saved-state.tsx";
import { queueOf } from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { type StubAnswer, stubServer } from "../../support/server-stub.ts";
import { CELL, EDITOR, keptAs } from "../../support/small-scenario.ts";

const EDIT = { cell: CELL, override: null };

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("what is said of saving", () => {
  it.each([
    [{ body: keptAs(4) }, /^Сохранено в \d\d:\d\d$/],
    ["nobody", "Не сохранено, 2 правки"],
  ] as readonly (readonly [StubAnswer, RegExp | string])[])("after %j", async (answer, text) => {
    stubServer({ "POST /scenarios/s-1/batches": answer });
    const { client } = await renderInScenario(<SavedState />);
    expect(screen.getByRole("status").textContent).toBe("");
    act(() => queueOf(client, EDITOR.id, "s-1").add([EDIT, { ...EDIT, cell: "x" }], 3));
    expect(screen.getByText("Сохраняется…")).toBeTruthy();
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it("counts edits, not batches, and not those that are kept", () => {
    const batch = waiting({ batchId: "b", baseRevision: 1, madeAt: 1, edits: [EDIT, EDIT] });
    expect(countUnsaved({ batches: [batch, { ...batch, state: "kept" }] })).toBe(2);
  });
});
