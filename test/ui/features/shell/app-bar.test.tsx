import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { AppBar } from "../../../../packages/ui/src/features/shell/app-bar.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { renderScreen } from "../../support/render-screen.tsx";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("switches the language of every text at once", async () => {
  await renderScreen(<AppBar />);
  fireEvent.click(screen.getByRole("radio", { name: "Қазақша" }));
  expect(await screen.findByRole("button", { name: "Безендіру" })).toBeTruthy();
  await texts.changeLanguage("ru");
});

it("changes the theme", async () => {
  await renderScreen(<AppBar />);
  fireEvent.click(screen.getByRole("button", { name: "Оформление" }));
  fireEvent.click(screen.getByRole("radio", { name: "Тёмное" }));
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  fireEvent.click(screen.getByRole("radio", { name: "Как в системе" }));
  expect(document.documentElement.dataset["theme"]).toBeUndefined();
});

it("has no navigation and no person before anybody is signed in", async () => {
  await renderScreen(<AppBar />);
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(screen.queryByRole("button", { name: /Учётная запись/ })).toBeNull();
});

it("has one menu for everything on a phone", async () => {
  vi.stubGlobal("innerWidth", 390);
  await renderScreen(<AppBar />, { session: sessionOf("editor") });
  expect(screen.getAllByRole("button").map((button) => button.ariaLabel)).toEqual(["Меню"]);
});
