import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ResetRequestScreen } from "../../../../packages/ui/src/features/sign-in/reset-request-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { NOBODY } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("answers alike whoever is asked about", async () => {
  const asked = stubServer({
    "GET /session": { body: NOBODY },
    "POST /password-resets": { body: null },
  });
  await renderScreen(<ResetRequestScreen />);
  fireEvent.change(screen.getByLabelText("Электронная почта"), { target: { value: "a@b.kz" } });
  fireEvent.click(screen.getByRole("button", { name: "Отправить письмо" }));
  expect(await screen.findByText(/если такой адрес здесь известен/)).toBeTruthy();
  expect(asked.at(-1)?.body).toEqual({ email: "a@b.kz" });
});

it("takes only what may be an address", async () => {
  const asked = stubServer({ "GET /session": { body: NOBODY } });
  await renderScreen(<ResetRequestScreen />);
  fireEvent.change(screen.getByLabelText("Электронная почта"), { target: { value: "айгуль" } });
  fireEvent.click(screen.getByRole("button", { name: "Отправить письмо" }));
  expect(screen.getByText(/Укажите адрес почты/)).toBeTruthy();
  expect(asked.map(({ route }) => route)).toEqual(["GET /session"]);
});

it("says whom to ask where no mail is sent", async () => {
  stubServer({ "GET /session": { body: { ...NOBODY, hasMail: false } } });
  await renderScreen(<ResetRequestScreen />);
  expect(await screen.findByText(/Ссылку для нового пароля даст администратор/)).toBeTruthy();
  expect(screen.queryByLabelText("Электронная почта")).toBeNull();
});
