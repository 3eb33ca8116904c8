import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { SheetBody } from "../../../../packages/ui/src/features/workbook/frame-regions.tsx";
import { Workbook } from "../../../../packages/ui/src/features/workbook/workbook.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

describe("the frame of the workbook", () => {
  it("has its landmarks, one heading of the page, and a way past the head", () => {
    renderAt(1440);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "Распределение: Алматы, 2026",
    );
    expect(screen.getByRole("banner")).toBeTruthy();
    expect(screen.getByRole("main").textContent).toBe("лист");
    expect(screen.getByRole("contentinfo")).toBeTruthy();
    expect(screen.getByRole("link", { name: "К таблице" }).getAttribute("href")).toBe("#sheet");
    expect(document.title).toBe("Zhanbasy: Алматы, 2026");
  });

  it("shows the panel at once where there is room for it, and turns it by F4", () => {
    renderAt(1440);
    expect(screen.getByRole("complementary", { name: "Почему столько" })).toBeTruthy();
    fireEvent.keyDown(document.body, { code: "F4" });
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("opens the list of keys by ?", () => {
    renderAt(1440);
    fireEvent.keyDown(document.body, { code: "Slash", key: "?", shiftKey: true });
    expect(screen.getByRole("dialog", { name: "Клавиши" })).toBeTruthy();
  });

  it("is covered by the panel on a phone, and cannot be reached behind it", () => {
    renderAt(390);
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(screen.queryByText("формула")).toBeNull();
    fireEvent.keyDown(document.body, { code: "F4" });
    expect(screen.getByRole("complementary").textContent).toBe("панель");
    expect(screen.getByText("лист").closest("[inert]")).not.toBeNull();
  });
});

function renderAt(width: number): void {
  window.innerWidth = width;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Workbook
        data={{ run: RUN, columns: COLUMNS, names: NAMES }}
        place="Алматы"
        formulaBar="формула"
        sheet={<SheetBody>лист</SheetBody>}
        abilities={new Set()}
        panel="панель"
      />
    </QueryClientProvider>,
  );
}
