import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PersonAccess } from "../../../../packages/ui/src/features/people/person-access.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { AIGUL, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("ends the sessions of a person", async () => {
  const asked = stubServer({ "DELETE /people/p-1/sessions": { body: null } });
  await renderScreen(<PersonAccess person={AIGUL} />, { session: sessionOf("administrator") });
  expect(screen.getByText("Открыт 1 сеанс.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ссылка для нового пароля" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Завершить сеансы" }));
  expect(await screen.findByText("Сеансы завершены.")).toBeTruthy();
  expect(asked.map(({ route }) => route)).toEqual(["DELETE /people/p-1/sessions"]);
});

it("makes a link for a new password where no mail is sent", async () => {
  const link = "http://localhost/reset/abc";
  stubServer({ "POST /people/p-1/password-link": { body: { link } } });
  const session = { ...sessionOf("administrator"), hasMail: false };
  await renderScreen(<PersonAccess person={AIGUL} />, { session });
  fireEvent.click(screen.getByRole("button", { name: "Ссылка для нового пароля" }));
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Ссылка")).value).toBe(link);
});
