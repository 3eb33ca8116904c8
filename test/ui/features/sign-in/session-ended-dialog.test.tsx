import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { SessionEndedDialog } from "../../../../packages/ui/src/features/sign-in/session-ended-dialog.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sample, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("knows who was here, and cannot be closed", async () => {
  const session = sessionOf("editor");
  await renderScreen(<SessionEndedDialog session={session} onSignedIn={() => undefined} />);
  const dialog = screen.getByRole("dialog", { name: "Сеанс закончился" });
  const email = screen.getByLabelText<HTMLInputElement>("Электронная почта");
  expect(email.value).toBe("aigul@example.kz");
  fireEvent.keyDown(dialog, { key: "Escape" });
  expect(screen.getByRole("dialog")).toBe(dialog);
});

it("lets a person of the demonstration in as before, without a password", async () => {
  const plain = sessionOf("editor");
  const person = { ...plain.person, isSample: true };
  const session = { ...plain, person, samples: [sample("editor")] };
  await renderScreen(<SessionEndedDialog session={session} onSignedIn={() => undefined} />);
  expect(screen.getByRole("button", { name: /Аналитик управления/ })).toBeTruthy();
  expect(screen.queryByLabelText("Пароль")).toBeNull();
});

it("goes on when the person signed in on a page beside this one", async () => {
  const session = sessionOf("editor");
  stubServer({ "GET /session": { body: session } });
  const onSignedIn = vi.fn();
  await renderScreen(<SessionEndedDialog session={session} onSignedIn={onSignedIn} />);
  fireEvent.focus(window);
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
});
