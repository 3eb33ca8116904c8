import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { DemonstrationCard } from "../../../../packages/ui/src/features/sign-in/demonstration-card.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says what the city holds, and while it is opened that it is", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return new Promise(() => undefined);
  });
  await renderScreen(<DemonstrationCard />);
  const words = screen.getByRole("region").textContent?.replace(/[\u00a0\u202f]/g, " ");
  expect(words).toContain("Организаций2 256");
  expect(words).toContain("432 000,0");
  fireEvent.click(screen.getByRole("button", { name: "Открыть пример" }));
  expect(await screen.findByText("Читаем реестр и считаем город.")).toBeTruthy();
  expect(screen.getByRole("timer").textContent).toBe("Прошло 0 секунд");
  const opening = screen.getByRole("button", { name: "Открываем" });
  expect(opening.hasAttribute("disabled")).toBe(true);
  expect(asked).toEqual(["/api/v1/first-run/demonstration"]);
});
