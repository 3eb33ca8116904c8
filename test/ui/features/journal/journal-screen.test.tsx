import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { JournalScreen } from "../../../../packages/ui/src/features/journal/journal-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { ENTRY } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("shows the entries of one thing, and all again", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(decodeURIComponent(address.replaceAll("+", " ")));
    const state = { count: 1, lastHash: "ab", brokenAt: null };
    const page = { items: [ENTRY], next: null };
    return Promise.resolve(new Response(JSON.stringify(address.includes("state") ? state : page)));
  });
  await renderScreen(<JournalScreen />);
  fireEvent.click(await screen.findByRole("button", { name: /Показать записи/ }));
  expect(await screen.findByText("Только: Сценарий 4f0c1d2e")).toBeTruthy();
  await vi.waitFor(() => expect(asked).toContain("/api/v1/audit?subject=scenario 4f0c1d2e-77aa"));
  fireEvent.click(screen.getByRole("button", { name: "Показать все записи" }));
  expect(screen.queryByText(/^Только/)).toBeNull();
});
