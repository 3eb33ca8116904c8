import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { Navigation } from "../../../../packages/ui/src/features/shell/navigation.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("stands in a row where there is room, the screen on view marked", async () => {
  vi.stubGlobal("innerWidth", 1440);
  await renderScreen(<Navigation />, { session: sessionOf("administrator"), path: "/people" });
  const links = screen.getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "Распределение",
    "Сценарии",
    "Выпуски",
    "Люди",
    "Журнал",
  ]);
  expect(screen.getByRole("link", { current: "page" }).textContent).toBe("Люди");
});

it("is folded into the name of the screen where there is none", async () => {
  vi.stubGlobal("innerWidth", 1180);
  await renderScreen(<Navigation />, { session: sessionOf("editor"), path: "/scenarios/7" });
  fireEvent.click(screen.getByRole("button", { name: "Сценарии" }));
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
    "Распределение",
    "Сценарии",
    "Выпуски",
  ]);
});
