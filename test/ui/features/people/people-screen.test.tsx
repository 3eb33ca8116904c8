import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PeopleScreen } from "../../../../packages/ui/src/features/people/people-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import { AIGUL, DIRECTOR, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("lets an administrator invite and change", async () => {
  stubServer({ "GET /people": wholePage([AIGUL, DIRECTOR]), "GET /invitations": wholePage([]) });
  await renderScreen(<PeopleScreen />, { session: sessionOf("administrator") });
  fireEvent.click(await screen.findByRole("button", { name: "Изменить: Дархан Есенов" }));
  expect(screen.getByRole("dialog", { name: "Дархан Есенов" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Отмена" }));
  fireEvent.click(screen.getByRole("button", { name: "Пригласить" }));
  expect(screen.getByRole("dialog", { name: "Приглашение" })).toBeTruthy();
});

it("is for an auditor to read", async () => {
  stubServer({ "GET /people": wholePage([AIGUL]), "GET /invitations": wholePage([]) });
  await renderScreen(<PeopleScreen />, { session: sessionOf("auditor") });
  expect(await screen.findByText("Айгуль Серикова")).toBeTruthy();
  expect(screen.getByText("Приглашает и меняет роли администратор.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
