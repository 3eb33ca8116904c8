import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { InviteDialog } from "../../../../packages/ui/src/features/people/invite-dialog.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { INVITATION, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function invite(made: Readonly<Record<string, unknown>>) {
  const asked = stubServer({ "POST /invitations": { body: { ...INVITATION, ...made } } });
  const onClose = vi.fn();
  await renderScreen(<InviteDialog onClose={onClose} />, { session: sessionOf("administrator") });
  const email = screen.getByLabelText("Электронная почта");
  fireEvent.change(email, { target: { value: "New@Example.kz" } });
  fireEvent.change(screen.getByLabelText("Имя и фамилия"), { target: { value: "Мадина Ли" } });
  fireEvent.click(screen.getByRole("button", { name: "Пригласить" }));
  await screen.findByRole("button", { name: "Готово" });
  return { asked, onClose };
}

it("says that the letter is sent", async () => {
  const { asked, onClose } = await invite({ isMailed: true, link: null });
  expect(screen.getByRole("status").textContent).toContain("Адрес: new@example.kz");
  expect(asked[0]?.body).toEqual({
    ...{ email: "new@example.kz", name: "Мадина Ли", language: "ru" },
    ...{ role: "editor", organisationIds: [] },
  });
  fireEvent.click(screen.getByRole("button", { name: "Готово" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("hands the link over where no letter could be sent", async () => {
  const link = "http://localhost:8080/invitation/abc";
  await invite({ isMailed: false, link });
  expect(screen.getByText("Письмо не отправлено")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Ссылка").value).toBe(link);
});

it("sends nothing while something is missing", async () => {
  const asked = stubServer({});
  const session = sessionOf("administrator");
  await renderScreen(<InviteDialog onClose={() => undefined} />, { session });
  fireEvent.click(screen.getByRole("button", { name: "Пригласить" }));
  expect(screen.getByText(/Укажите адрес почты/)).toBeTruthy();
  expect(asked).toEqual([]);
});
