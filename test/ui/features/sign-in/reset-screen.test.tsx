import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ResetScreen } from "../../../../packages/ui/src/features/sign-in/reset-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("sends a password that may stand, and leads to the sign-in", async () => {
  const asked = stubServer({ "POST /password-resets/t-1": { body: null } });
  await renderScreen(<ResetScreen token="t-1" />);
  const field = screen.getByLabelText("Новый пароль");
  fireEvent.change(field, { target: { value: "коротко" } });
  fireEvent.click(screen.getByRole("button", { name: "Сохранить пароль" }));
  expect(asked).toEqual([]);
  fireEvent.change(field, { target: { value: "степь весной зелёная" } });
  fireEvent.click(screen.getByRole("button", { name: "Сохранить пароль" }));
  expect(await screen.findByText("Пароль изменён")).toBeTruthy();
  expect(asked[0]?.body).toEqual({ password: "степь весной зелёная" });
  expect(screen.getByRole("link", { name: "Войти" })).toBeTruthy();
});

it("tells a link that is over, with the way to another one", async () => {
  const problem = { status: 404, code: "link-unknown", detail: "Ссылка больше не действует." };
  stubServer({ "POST /password-resets/t-1": { problem } });
  await renderScreen(<ResetScreen token="t-1" />);
  const value = "степь весной зелёная";
  fireEvent.change(screen.getByLabelText("Новый пароль"), { target: { value } });
  fireEvent.click(screen.getByRole("button", { name: "Сохранить пароль" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Ссылка больше не действует.");
  const another = screen.getByRole("link", { name: "Запросить новую ссылку" });
  expect(another.getAttribute("href")).toBe("/reset");
});
