import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { PublicationListScreen } from "../../../../packages/ui/src/features/publications/publication-list-screen.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import { AUDITOR, PUBLICATION } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the list of issues", () => {
  it("has what was issued", async () => {
    stubServer({ "GET /publications": wholePage([PUBLICATION]) });
    await renderFor(<PublicationListScreen />, AUDITOR);
    expect(await screen.findByRole("row", { name: /№ 1, 2026/ })).toBeTruthy();
  });

  it("that is empty says how an issue comes to be", async () => {
    stubServer({ "GET /publications": wholePage([]) });
    await renderFor(<PublicationListScreen />, AUDITOR);
    expect(await screen.findByRole("heading", { name: "Выпусков пока нет" })).toBeTruthy();
    const link = screen.getByRole("link", { name: "К сценариям" });
    expect(link.getAttribute("href")).toBe("/scenarios");
  });

  it("that cannot be had says why", async () => {
    stubServer({});
    await renderFor(<PublicationListScreen />, AUDITOR);
    expect((await screen.findByRole("alert")).textContent).toContain("Сервер не отвечает");
  });
});
