import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { NamedRun } from "../../../../packages/ui/src/features/scenarios/named-run.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { APPROVER } from "../../support/small-scenario.ts";

const RUNS = "POST /scenarios/s-1/runs";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a calculation is kept under a name, and can be opened", async () => {
  const asked = stubServer({ [RUNS]: { body: { id: "r-7" } } });
  await renderInScenario(<NamedRun />);
  fireEvent.click(screen.getByRole("button", { name: "Сохранить расчёт" }));
  const dialog = screen.getByRole("dialog", { name: "Сохранить расчёт" });
  const field = within(dialog).getByRole("textbox", { name: "Название" });
  expect((field as HTMLInputElement).value).toBe("Вариант А, редакция 3");
  fireEvent.change(field, { target: { value: " К заседанию " } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Сохранить" }));
  const link = await screen.findByRole("link", { name: "Открыть расчёт «К заседанию»" });
  expect(link.getAttribute("href")).toBe("/runs/r-7");
  expect(asked.find(({ route }) => route === RUNS)?.body).toEqual({ name: "К заседанию" });
});

it("is an editor's", async () => {
  stubServer({});
  await renderInScenario(<NamedRun />, { person: APPROVER });
  expect(screen.queryByRole("button")).toBeNull();
});
