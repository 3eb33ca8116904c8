import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { InvitationScreen } from "../../../../packages/ui/src/features/sign-in/invitation-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const OFFER = { email: "new@example.kz", name: "Мадина", role: "auditor", language: "ru" };

it("tells the role, and makes the account under the name as the person writes it", async () => {
  const asked = stubServer({
    "GET /invitations/t-1/offer": { body: OFFER },
    "POST /invitations/t-1/acceptance": { body: null },
    "GET /session": { body: sessionOf("auditor") },
  });
  const { goTo } = await renderScreen(<InvitationScreen token="t-1" />);
  expect(await screen.findByText("Вас пригласили. Роль: Аудитор.")).toBeTruthy();
  const name = screen.getByLabelText("Имя и фамилия");
  fireEvent.change(name, { target: { value: "Мадина Ли" } });
  const value = "степь весной зелёная";
  fireEvent.change(screen.getByLabelText("Пароль"), { target: { value } });
  fireEvent.click(screen.getByRole("button", { name: "Создать учётную запись" }));
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith("/"));
  expect(asked[1]?.body).toEqual({ name: "Мадина Ли", password: value });
});

it("says that a link is over", async () => {
  const problem = { status: 404, code: "link-unknown", title: "Ссылка больше не действует" };
  stubServer({ "GET /invitations/t-1/offer": { problem } });
  await renderScreen(<InvitationScreen token="t-1" />);
  expect((await screen.findByRole("alert")).textContent).toContain("Ссылка больше не действует");
  expect(screen.getByRole("link", { name: "Перейти ко входу" }).getAttribute("href")).toBe("/");
});
