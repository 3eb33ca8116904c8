import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { CopyDialog } from "../../../../packages/ui/src/features/scenarios/copy-dialog.tsx";
import { queueOf } from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { CELL, EDITOR, keptAs, SCENARIO } from "../../support/small-scenario.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("edits that a scenario does not take any more go into its copy", async () => {
  const branch = { ...SCENARIO, id: "s-9", revision: 1 };
  const asked = stubServer({
    "POST /scenarios/s-1/batches": { problem: { status: 409, code: "scenario-not-draft" } },
    "POST /scenarios": { body: branch },
    "POST /scenarios/s-9/batches": { body: keptAs(2) },
  });
  const { client } = await renderInScenario(<CopyDialog onClose={vi.fn()} />);
  const queue = queueOf(client, EDITOR.id, "s-1");
  queue.add([{ cell: CELL, override: null }], 3);
  await vi.waitFor(() => expect(queue.view().batches[0]?.state).toBe("refused"));
  fireEvent.click(screen.getByRole("button", { name: "Создать копию" }));
  await vi.waitFor(() =>
    expect(asked.find(({ route }) => route === "POST /scenarios/s-9/batches")?.body).toMatchObject({
      ...{ baseRevision: 1, edits: [{ cell: CELL }] },
    }),
  );
  expect(queue.view().batches).toEqual([]);
});
