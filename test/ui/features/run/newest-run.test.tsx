import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { NewestRun } from "../../../../packages/ui/src/features/run/newest-run.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says that nothing was calculated yet, and asks again", async () => {
  const asked = stubServer({ "GET /runs": wholePage([]) });
  await renderScreen(<NewestRun />);
  fireEvent.click(await screen.findByRole("button", { name: "Проверить снова" }));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

it("shows the number of the incident when the server fails", async () => {
  stubServer({ "GET /runs": { problem: { status: 500, code: "internal", requestId: "7f3a" } } });
  await renderScreen(<NewestRun />);
  expect(await screen.findByText("Номер случая: 7f3a")).toBeTruthy();
});
