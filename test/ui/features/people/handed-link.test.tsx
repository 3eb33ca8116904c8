import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { HandedLink } from "../../../../packages/ui/src/features/people/handed-link.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("is copied where the browser lets the page do so", async () => {
  const copied: string[] = [];
  vi.stubGlobal("isSecureContext", true);
  const writeText = (text: string) => Promise.resolve(copied.push(text));
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  await renderScreen(<HandedLink link="http://localhost/invitation/abc" />);
  fireEvent.click(screen.getByRole("button", { name: "Скопировать" }));
  expect(await screen.findByText("Скопировано")).toBeTruthy();
  expect(copied).toEqual(["http://localhost/invitation/abc"]);
});

it("can be selected where it does not", async () => {
  vi.stubGlobal("isSecureContext", false);
  await renderScreen(<HandedLink link="http://city.kz/invitation/abc" />);
  expect(screen.queryByRole("button")).toBeNull();
  const field = screen.getByLabelText<HTMLTextAreaElement>("Ссылка");
  expect([field.value, field.readOnly]).toEqual(["http://city.kz/invitation/abc", true]);
});
