import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { AccountScreen } from "../../../../packages/ui/src/features/account/account-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("saves the name and the language of letters", async () => {
  const session = sessionOf("editor");
  const asked = stubServer({
    "PATCH /session/person": { body: session.person },
    "GET /session": { body: session },
  });
  await renderScreen(<AccountScreen />, { session });
  fireEvent.change(screen.getByLabelText("Имя и фамилия"), { target: { value: "Айгуль С." } });
  const [save] = screen.getAllByRole("button", { name: "Сохранить" });
  if (save !== undefined) fireEvent.click(save);
  expect(await screen.findByText("Сохранено")).toBeTruthy();
  expect(asked[0]?.body).toEqual({ name: "Айгуль С.", language: "ru" });
});

it("changes the password of who knows the present one", async () => {
  const asked = stubServer({ "POST /session/password": { body: null } });
  await renderScreen(<AccountScreen />, { session: sessionOf("editor") });
  const current = screen.getByLabelText<HTMLInputElement>("Нынешний пароль");
  fireEvent.change(current, { target: { value: "прежняя фраза" } });
  fireEvent.change(screen.getByLabelText("Новый пароль"), {
    target: { value: "новая фраза о горах" },
  });
  const save = screen.getAllByRole("button", { name: "Сохранить" })[1];
  if (save !== undefined) fireEvent.click(save);
  expect(await screen.findByText("Сохранено")).toBeTruthy();
  expect(asked[0]?.body).toEqual({ current: "прежняя фраза", next: "новая фраза о горах" });
  expect(current.value).toBe("");
});

it("ends the sessions elsewhere", async () => {
  const asked = stubServer({ "DELETE /session/others": { body: null } });
  await renderScreen(<AccountScreen />, { session: sessionOf("editor") });
  fireEvent.click(screen.getByRole("button", { name: "Завершить остальные сеансы" }));
  expect(await screen.findByText("Остальные сеансы завершены")).toBeTruthy();
  expect(asked.map(({ route }) => route)).toEqual(["DELETE /session/others"]);
});

it("asks people of the demonstration for no password", async () => {
  const plain = sessionOf("editor");
  const session = { ...plain, person: { ...plain.person, isSample: true } };
  await renderScreen(<AccountScreen />, { session });
  expect(screen.queryByLabelText("Нынешний пароль")).toBeNull();
});
