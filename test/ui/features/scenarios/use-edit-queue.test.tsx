import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ENGINE_VERSION } from "../../../../packages/core/src/index.ts";
import { keyOf } from "../../../../packages/ui/src/features/scenarios/scenario-queries.ts";
import {
  queueOf,
  useEditQueue,
} from "../../../../packages/ui/src/features/scenarios/use-edit-queue.ts";
import { stubServer } from "../../support/server-stub.ts";
import { CELL, keptAs, SCENARIO } from "../../support/small-scenario.ts";

const BATCHES = "POST /scenarios/s-1/batches";
const EDIT = { cell: CELL, override: { parameter: "rate", value: "1", reason: "" } };

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the edits of a scenario on view", () => {
  it("are sent with the revision that was seen and the version of the calculation", async () => {
    const asked = stubServer({ [BATCHES]: { body: keptAs(4) } });
    const { queue } = open();
    act(() => queue().add([EDIT, { cell: "x", override: null }], 3));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toMatchObject({
      ...{ baseRevision: 3, engineVersion: ENGINE_VERSION },
      edits: [{ override: EDIT.override }, { cell: "x" }],
    });
  });

  it("change the totals at once, and are forgotten when the scenario has them", async () => {
    stubServer({ [BATCHES]: { body: { ...keptAs(4), totals: totalsOf("77") } } });
    const { queue, client, rerender, view } = open();
    client.setQueryData(keyOf("s-1", "detail"), SCENARIO);
    act(() => queue().add([EDIT], 3));
    await vi.waitFor(() => expect(view().batches.map(({ state }) => state)).toEqual(["kept"]));
    expect(client.getQueryData(keyOf("s-1", "detail"))).toMatchObject({ totalTiyn: "77" });
    rerender({ revision: 4 });
    expect(view().batches).toEqual([]);
  });

  it("outlive the screen, and are there when it is opened again", async () => {
    stubServer({});
    const first = open();
    act(() => first.queue().add([EDIT], 3));
    await vi.waitFor(() => expect(first.view().link).toBe("offline"));
    first.unmount();
    expect(queueOf(first.client, "p-1", "s-1")).toBe(first.queue());
    const afterReload = open();
    expect(afterReload.view().batches.map(({ edits }) => edits)).toEqual([[EDIT]]);
  });

  it("are tried again when the browser is back on the network", async () => {
    const asked = stubServer({});
    const { queue, view } = open();
    act(() => queue().add([EDIT], 3));
    await vi.waitFor(() => expect(view().link).toBe("offline"));
    act(() => void window.dispatchEvent(new Event("online")));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });
});

function open() {
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result, rerender, unmount } = renderHook(
    ({ revision }) => useEditQueue("p-1", { id: "s-1", revision }),
    { wrapper, initialProps: { revision: 3 } },
  );
  const queue = () => result.current.queue;
  return { client, queue, view: () => result.current.queueView, rerender, unmount };
}

function totalsOf(totalTiyn: string) {
  return { ...SCENARIO.totals, totalTiyn };
}
