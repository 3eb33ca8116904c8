import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { App } from "../../packages/ui/src/app.tsx";
import { texts } from "../../packages/ui/src/i18n/texts.ts";
import { stubServer, wholePage } from "./support/server-stub.ts";
import { sessionOf } from "./support/small-people.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page", () => {
  it("says that nothing was calculated yet", async () => {
    stubServer({ "GET /session": { body: sessionOf("editor") }, "GET /runs": wholePage([]) });
    render(<App />);
    expect(await screen.findByText("Расчётов пока нет")).toBeTruthy();
  });

  it("asks again by itself while nobody is reached, and then says so", async () => {
    const asked = stubServer({ "GET /session": "nobody" });
    render(<App />);
    const said = await screen.findByRole("alert", {}, { timeout: 5_000 });
    expect(said.textContent).toContain("Сервер не отвечает");
    expect(asked).toHaveLength(3);
  });
});
