import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { SignInForm } from "../../../../packages/ui/src/features/sign-in/sign-in-form.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { NOBODY, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("sends nothing while something is missing", async () => {
  const asked = stubServer({});
  await renderScreen(<SignInForm session={NOBODY} onSignedIn={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: "Войти" }));
  expect(screen.getAllByText("Заполните это поле.")).toHaveLength(2);
  expect(asked).toEqual([]);
});

it("tells a refusal, keeps the address and asks for the password again", async () => {
  const problem = { status: 422, code: "sign-in-refused", detail: "Почта или пароль не подходят." };
  stubServer({ "POST /session": { problem } });
  await renderScreen(<SignInForm session={NOBODY} email="a@b.kz" onSignedIn={() => undefined} />);
  const password = screen.getByLabelText<HTMLInputElement>("Пароль");
  fireEvent.change(password, { target: { value: "не та" } });
  fireEvent.click(screen.getByRole("button", { name: "Войти" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Почта или пароль не подходят.");
  expect(password.value).toBe("");
  expect(screen.getByLabelText<HTMLInputElement>("Электронная почта").value).toBe("a@b.kz");
});

it("gives the session of who came in", async () => {
  const session = sessionOf("editor");
  stubServer({ "POST /session": { body: null }, "GET /session": { body: session } });
  const onSignedIn = vi.fn();
  await renderScreen(<SignInForm session={NOBODY} email="a@b.kz" onSignedIn={onSignedIn} />);
  fireEvent.change(screen.getByLabelText("Пароль"), { target: { value: "фраза из слов" } });
  fireEvent.click(screen.getByRole("button", { name: "Войти" }));
  await vi.waitFor(() => expect(onSignedIn.mock.calls[0]?.[0]).toEqual(session));
});

it("opens the provider of single sign-on beside a page that must stay", async () => {
  const open = vi.fn();
  vi.stubGlobal("open", open);
  stubServer({ "POST /session/single-sign-on": { body: { url: "https://sso.example.kz/" } } });
  const session = { ...NOBODY, singleSignOn: "еGov" };
  await renderScreen(<SignInForm session={session} isBeside onSignedIn={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: "Войти через еGov" }));
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  expect(open.mock.calls[0]?.[0]).toBe("https://sso.example.kz/");
});
