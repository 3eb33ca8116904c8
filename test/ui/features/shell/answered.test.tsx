import { useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { getJson } from "../../../../packages/ui/src/api-client.ts";
import { Answered } from "../../../../packages/ui/src/features/shell/answered.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Version(): ReactElement {
  const query = useQuery({ queryKey: ["v"], queryFn: () => getJson("/health", { path: {} }) });
  return <Answered query={query}>{({ version }) => <p>версия {version}</p>}</Answered>;
}

it("says that it asks, and then shows the answer", async () => {
  stubServer({ "GET /health": { body: { version: "1" } } });
  await renderScreen(<Version />);
  expect(screen.getByRole("status").textContent).toBe("Загружаем");
  expect(await screen.findByText("версия 1")).toBeTruthy();
});

it("tells why there is none, and asks again when the person wants", async () => {
  let isThere = false;
  stubServer({ "GET /health": () => (isThere ? { body: { version: "2" } } : "nobody") });
  await renderScreen(<Version />);
  expect((await screen.findByRole("alert")).textContent).toContain("Сервер не отвечает");
  isThere = true;
  fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
  expect(await screen.findByText("версия 2")).toBeTruthy();
});
