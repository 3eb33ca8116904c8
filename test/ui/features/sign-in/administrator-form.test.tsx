import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { AdministratorForm } from "../../../../packages/ui/src/features/sign-in/administrator-form.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("sends what was typed once all of it is there", async () => {
  const asked = stubServer({
    "POST /first-run": { body: null },
    "GET /session": { body: sessionOf("administrator") },
  });
  await renderScreen(<AdministratorForm />);
  const send = screen.getByRole("button", { name: "Создать администратора" });
  fireEvent.click(send);
  expect(screen.getAllByText("Заполните это поле.")).toHaveLength(2);
  expect(asked).toEqual([]);
  const typed = {
    "Код с консоли": "YXND-XJ4A",
    "Имя и фамилия": "Айгуль Серикова",
    "Электронная почта": "a@b.kz",
    Пароль: "степь весной зелёная",
  };
  for (const [label, value] of Object.entries(typed)) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  fireEvent.click(send);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]?.body).toEqual({
    ...{ code: "YXND-XJ4A", name: "Айгуль Серикова", email: "a@b.kz" },
    ...{ password: "степь весной зелёная", language: "ru" },
  });
});

it("tells a wrong code and keeps what was typed", async () => {
  const problem = { status: 422, code: "code-wrong", detail: "Код не подходит." };
  stubServer({ "POST /first-run": { problem } });
  await renderScreen(<AdministratorForm />);
  for (const [label, value] of [
    ["Код с консоли", "AAAA-AAAA"],
    ["Имя и фамилия", "Айгуль"],
    ["Электронная почта", "a@b.kz"],
    ["Пароль", "степь весной зелёная"],
  ] as const) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  fireEvent.click(screen.getByRole("button", { name: "Создать администратора" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Код не подходит.");
  expect(screen.getByLabelText<HTMLInputElement>("Имя и фамилия").value).toBe("Айгуль");
});
