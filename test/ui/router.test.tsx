import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { App } from "../../packages/ui/src/app.tsx";
import { texts } from "../../packages/ui/src/i18n/texts.ts";
import { createPageRouter } from "../../packages/ui/src/router.tsx";
import { stubServer, wholePage } from "./support/server-stub.ts";
import { NOBODY, sessionOf } from "./support/small-people.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

function open(path: string, session: unknown): void {
  window.history.replaceState(null, "", path);
  stubServer({
    "GET /session": { body: session },
    "GET /people": wholePage([]),
    "GET /invitations": wholePage([]),
    "GET /own/allocation": { body: { publication: null, organisations: [] } },
  });
  render(<App />);
}

describe("an address", () => {
  it("that needs a session asks nobody in to sign in, where they stand", async () => {
    open("/people", NOBODY);
    expect(await screen.findByRole("heading", { name: "Вход" })).toBeTruthy();
    expect(window.location.pathname).toBe("/people");
  });

  it("shows its screen to who may see it", async () => {
    open("/people", sessionOf("administrator"));
    expect(await screen.findByRole("heading", { name: "Люди" })).toBeTruthy();
  });

  it("exists for who may not see it", async () => {
    open("/people", sessionOf("editor"));
    expect(await screen.findByRole("heading", { name: "Нет права на этот экран" })).toBeTruthy();
  });

  it("of the whole city is not a director's", async () => {
    open("/runs/7", sessionOf("director"));
    expect(await screen.findByRole("heading", { name: "Нет права на этот экран" })).toBeTruthy();
  });

  it("at which nothing stands says so", async () => {
    open("/nowhere", sessionOf("editor"));
    expect(await screen.findByRole("heading", { name: "Такой страницы нет" })).toBeTruthy();
  });

  it("for a forgotten password needs no session", async () => {
    open("/reset/t-1", NOBODY);
    expect(await screen.findByRole("heading", { name: "Новый пароль" })).toBeTruthy();
  });

  it("is left by a link without a reload", async () => {
    open("/nowhere", sessionOf("director"));
    fireEvent.click(await screen.findByRole("link", { name: "На главную" }));
    expect(await screen.findByText("Выпусков пока нет")).toBeTruthy();
    expect(window.location.pathname).toBe("/");
  });
});

it("is the same page for each who asks, each with a place of their own", () => {
  expect(createPageRouter()).not.toBe(createPageRouter());
});
