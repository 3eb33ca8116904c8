import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { NewestRun } from "../../../../packages/ui/src/features/run/newest-run.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { type StubAnswer, stubServer, wholePage } from "../../support/server-stub.ts";
import { sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says that nothing was calculated yet, and asks again", async () => {
  const asked = stubServer({ "GET /runs": wholePage([]) });
  await renderScreen(<NewestRun />, { session: sessionOf("auditor") });
  fireEvent.click(await screen.findByRole("button", { name: "Проверить снова" }));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

it("lets an administrator load the invented city, and nobody else", async () => {
  const answers: Record<string, StubAnswer> = {
    "GET /runs": wholePage([]),
    "POST /first-run/city": { body: null },
  };
  const asked = stubServer(answers);
  await renderScreen(<NewestRun />, { session: sessionOf("administrator") });
  fireEvent.click(await screen.findByRole("button", { name: "Загрузить демонстрационный город" }));
  await vi.waitFor(() =>
    expect(asked.map(({ route }) => route)).toEqual([
      ...["GET /runs", "POST /first-run/city", "GET /runs"],
    ]),
  );
  cleanup();
  await renderScreen(<NewestRun />, { session: sessionOf("auditor") });
  await screen.findByRole("button", { name: "Проверить снова" });
  expect(screen.queryByRole("button", { name: /Загрузить/ })).toBeNull();
});

it("shows the number of the incident when the server fails", async () => {
  stubServer({ "GET /runs": { problem: { status: 500, code: "internal", requestId: "7f3a" } } });
  await renderScreen(<NewestRun />);
  expect(await screen.findByText("Номер случая: 7f3a")).toBeTruthy();
});
