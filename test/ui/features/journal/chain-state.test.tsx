import { useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { getJson } from "../../../../packages/ui/src/api-client.ts";
import { ChainState } from "../../../../packages/ui/src/features/journal/chain-state.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Chain(): ReactElement {
  const queryFn = () => getJson("/audit/state", { path: {} });
  return <ChainState chain={useQuery({ queryKey: ["state"], queryFn })} />;
}

it("gives the last hash of a whole journal, to be written down elsewhere", async () => {
  const lastHash = "ab12".repeat(16);
  stubServer({ "GET /audit/state": { body: { count: 1207, lastHash, brokenAt: null } } });
  await renderScreen(<Chain />);
  expect(await screen.findByText(/^Журнал цел: 1.207 записей$/)).toBeTruthy();
  expect(screen.getByText(lastHash)).toBeTruthy();
});

it("names the entry at which it is broken, and checks again", async () => {
  let brokenAt: number | null = 7;
  stubServer({
    "GET /audit/state": () => ({ body: { count: 9, lastHash: "ab", brokenAt } }),
  });
  await renderScreen(<Chain />);
  expect((await screen.findByRole("alert")).textContent).toContain("на записи 7");
  brokenAt = null;
  fireEvent.click(screen.getByRole("button", { name: "Проверить снова" }));
  expect(await screen.findByText("Журнал цел: 9 записей")).toBeTruthy();
});
