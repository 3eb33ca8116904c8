import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PersonDialog } from "../../../../packages/ui/src/features/people/person-dialog.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { AIGUL, DIRECTOR, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("saves what an administrator changed, and closes", async () => {
  const asked = stubServer({ "PATCH /people/p-2": { body: DIRECTOR } });
  const onClose = vi.fn();
  const session = sessionOf("administrator");
  await renderScreen(<PersonDialog person={DIRECTOR} onClose={onClose} />, { session });
  fireEvent.click(screen.getByRole("checkbox", { name: /Доступ открыт/ }));
  fireEvent.click(screen.getByRole("button", { name: "Сохранить" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(asked[0]?.body).toEqual({
    ...{ name: "Дархан Есенов", role: "director", isActive: false },
    organisationIds: ["600140375485", "600140001690"],
  });
});

it("lets nobody take their own administration away", async () => {
  const asked = stubServer({ "PATCH /people/p-1": { body: AIGUL } });
  const session = sessionOf("administrator");
  await renderScreen(<PersonDialog person={AIGUL} onClose={() => undefined} />, { session });
  expect(screen.getByRole("checkbox").hasAttribute("disabled")).toBe(true);
  expect(screen.getByText("Свою роль и доступ меняет другой администратор.")).toBeTruthy();
  fireEvent.change(screen.getByLabelText("Имя и фамилия"), { target: { value: "Айгуль С." } });
  fireEvent.click(screen.getByRole("button", { name: "Сохранить" }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ name: "Айгуль С." });
});
