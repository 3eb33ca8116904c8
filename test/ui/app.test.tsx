import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { App } from "../../packages/ui/src/app.tsx";
import { texts } from "../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page", () => {
  it("says that nothing was calculated yet, and asks again", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", (address: string) => {
      asked.push(address);
      return Promise.resolve(new Response('{"items":[],"next":null}'));
    });
    render(<App />);
    fireEvent.click(await screen.findByRole("button", { name: "Проверить снова" }));
    await vi.waitFor(() => expect(asked).toEqual(["/api/v1/runs", "/api/v1/runs"]));
  });

  it("shows the number of the incident when the server fails", async () => {
    const problem = {
      ...{ type: "about:blank", title: "Ошибка", status: 500, code: "internal" },
      ...{ issues: [], requestId: "7f3a" },
    };
    const headers = { "content-type": "application/problem+json" };
    vi.stubGlobal("fetch", () =>
      Promise.resolve(new Response(JSON.stringify(problem), { status: 500, headers })),
    );
    render(<App />);
    expect(await screen.findByText("Номер случая: 7f3a")).toBeTruthy();
  });
});
