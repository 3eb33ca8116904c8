import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { WhyPanel } from "../../../../packages/ui/src/features/explanation/why-panel.tsx";
import { renderInWorkbook, TRACED } from "../../support/render-in-workbook.tsx";
import { STAGED_TRACE } from "../../support/small-trace.ts";

afterEach(cleanup);

describe("the panel", () => {
  it("shows the exact figure, its rule in a sentence and what it was made of", async () => {
    await renderInWorkbook(<WhyPanel />, TRACED);
    expect(document.body.textContent).toContain("731\u00A0136\u00A0000,00\u00A0₸");
    expect(screen.getByText("КГУ «Школа № 1» · БИН 001")).toBeTruthy();
    expect(screen.getByText("Норматив × Ученики [basic]")).toBeTruthy();
    expect(screen.getByText("файл headcounts.csv, строка 512")).toBeTruthy();
    expect(screen.getByText(/Сумма предварительная/)).toBeTruthy();
  });

  it("says what a stage made of the amount, and which case applied", async () => {
    await renderInWorkbook(<WhyPanel />, TRACED, "ru", STAGED_TRACE);
    expect(screen.getByText(/^Этап «Защита»: .* → /)).toBeTruthy();
    expect(screen.getByText("Применён случай «D-2» (Норматив)")).toBeTruthy();
    expect(screen.queryByText(/по формуле не считается/)).toBeNull();
  });

  it("speaks the language of the page", async () => {
    await renderInWorkbook(<WhyPanel />, TRACED, "kk");
    expect(screen.getByRole("heading", { name: "Неге осынша" })).toBeTruthy();
    expect(screen.getAllByText("шартты").length).toBeGreaterThan(0);
  });

  it("says so where there is nothing", async () => {
    await renderInWorkbook(<WhyPanel />, { ...TRACED, id: "003", columnId: "total" });
    expect(screen.getByText("—")).toBeTruthy();
    expect(screen.getByText(/считать нечего/)).toBeTruthy();
  });

  it("closes", async () => {
    await renderInWorkbook(<WhyPanel />, TRACED);
    fireEvent.click(screen.getByRole("button", { name: "Закрыть панель" }));
    expect(screen.getByText("closed")).toBeTruthy();
  });
});
