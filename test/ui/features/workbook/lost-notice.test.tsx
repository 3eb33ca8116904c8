import { QueryClient } from "@tanstack/react-query";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { getJson } from "../../../../packages/ui/src/api-client.ts";
import { LostNotice } from "../../../../packages/ui/src/features/workbook/lost-notice.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a lost connection", () => {
  it("is told while it lasts, and asked again by the person", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const asked = {
      queryKey: ["health"],
      queryFn: () => getJson("/health", { path: {} }),
    };
    await renderWithRun(<LostNotice />, {}, client);
    expect(screen.queryByText(/Нет связи/)).toBeNull();
    await client.query(asked).catch(() => undefined);
    await waitFor(() => expect(screen.getByText(/Нет связи с сервером с \d\d:\d\d/)).toBeTruthy());
    vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"status":"ok"}')));
    fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(screen.queryByText(/Нет связи/)).toBeNull());
  });
});
