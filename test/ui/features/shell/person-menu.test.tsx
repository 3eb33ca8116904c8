import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { PersonMenu, PhoneMenu } from "../../../../packages/ui/src/features/shell/person-menu.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sessionOf } from "../../support/small-people.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("names the person and the role, and leads to the account", async () => {
  await renderScreen(<PersonMenu />, { session: sessionOf("approver") });
  fireEvent.click(screen.getByRole("button", { name: "Учётная запись: Айгуль Серикова" }));
  expect(screen.getByText("Утверждающий управления")).toBeTruthy();
  expect(screen.getByRole("menuitem", { name: "Мои данные" }).getAttribute("href")).toBe(
    "/account",
  );
});

it("asks before unsent edits are lost", async () => {
  localStorage.setItem("zhanbasy.unsent.p-1", "[]");
  const asked = stubServer({ "DELETE /session": { body: null } });
  await renderScreen(<PersonMenu />, { session: sessionOf("editor") });
  fireEvent.click(screen.getByRole("button", { name: /Учётная запись/ }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Выйти" }));
  expect(screen.getByRole("dialog", { name: "Есть неотправленные правки" })).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Выйти без отправки" }));
  await vi.waitFor(() => expect(asked.map(({ route }) => route)).toEqual(["DELETE /session"]));
});

it("tells when leaving did not work", async () => {
  stubServer({ "DELETE /session": "nobody" });
  await renderScreen(<PersonMenu />, { session: sessionOf("editor") });
  fireEvent.click(screen.getByRole("button", { name: /Учётная запись/ }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Выйти" }));
  expect(await screen.findByRole("dialog", { name: "Выйти не получилось" })).toBeTruthy();
});

it("holds screens and theme as well on a phone", async () => {
  await renderScreen(<PhoneMenu />, { session: sessionOf("auditor"), path: "/journal" });
  fireEvent.click(screen.getByRole("button", { name: "Меню" }));
  expect(screen.getByRole("menuitem", { name: "Журнал" }).getAttribute("href")).toBe("/journal");
  fireEvent.click(screen.getByRole("menuitem", { name: "Тёмное" }));
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  fireEvent.click(screen.getByRole("button", { name: "Меню" }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Как в системе" }));
});
