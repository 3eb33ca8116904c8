import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { loadWorkbook, RunView } from "../../../../packages/ui/src/features/run/run-view.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const LABEL = { ru: "Алматы, методика", kk: "Алматы, әдістеме", en: "Almaty, methodology" };

it("shows a run with its city once all of it is there", async () => {
  await loadWorkbook();
  stubPointer();
  stubServer({
    [`GET /runs/${RUN.id}`]: { body: RUN },
    [`GET /runs/${RUN.id}/columns`]: { body: COLUMNS },
    [`GET /methodologies/${RUN.methodologyHash}`]: { body: { label: LABEL, names: NAMES } },
  });
  await renderScreen(<RunView runId={RUN.id} />);
  expect(screen.getByRole("status").textContent).toBe("Загружаем расчёт");
  const title = { name: "Распределение: Алматы, 2026" };
  expect(await screen.findByRole("heading", title, { timeout: 10_000 })).toBeTruthy();
});

it("tells why there is none", async () => {
  stubServer({});
  await renderScreen(<RunView runId={RUN.id} />);
  expect((await screen.findByRole("alert")).textContent).toContain("Сервер не отвечает");
});

/** A pointer as on a desk: jsdom knows no media. */
function stubPointer(): void {
  const media = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal("matchMedia", () => media);
}
