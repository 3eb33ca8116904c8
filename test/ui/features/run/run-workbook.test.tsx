import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { RunWorkbook } from "../../../../packages/ui/src/features/run/run-workbook.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("has the sheet with its way to find an organisation", async () => {
  const media = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal("matchMedia", () => media);
  await renderScreen(
    <RunWorkbook data={{ run: RUN, columns: COLUMNS, names: NAMES }} place="Алматы" />,
  );
  expect(screen.getByRole("searchbox", { name: "Найти организацию" })).toBeTruthy();
});
