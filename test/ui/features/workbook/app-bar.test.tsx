import "../../support/css-escape.ts";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { AppBar, RunPath } from "../../../../packages/ui/src/features/workbook/app-bar.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { RUN } from "../../support/small-run.ts";

afterEach(cleanup);

const ASSUMED = {
  ...{ parameter: "rate", label: { ru: "Ставка", kk: "Мөлшерлеме", en: "Rate" }, key: [] },
  ...{ digits: "1", unit: "1", validFrom: "2026-01-01", source: null, points: null },
};

describe("the head of the page", () => {
  it("says what is on view and what the figures are worth", async () => {
    await texts.changeLanguage("ru");
    render(<RunPath run={{ ...RUN, assumed: [ASSUMED] }} place="Алматы" />);
    expect(screen.getByText("Алматы · 2026")).toBeTruthy();
    expect(screen.getByText("Демонстрационные данные")).toBeTruthy();
    expect(screen.getByText("Предварительно")).toBeTruthy();
    expect(screen.getByText("Известно на 31.12.2026").title).toContain("31 декабря 2026 года");
  });

  it("calls nothing invented or preliminary that is not", async () => {
    await texts.changeLanguage("ru");
    render(<RunPath run={{ ...RUN, isDemonstration: false }} place="Алматы" />);
    expect(screen.queryByText("Демонстрационные данные")).toBeNull();
    expect(screen.queryByText("Предварительно")).toBeNull();
    expect(screen.getByText(/^Расчёт от 22\.11\.2026/)).toBeTruthy();
  });

  it("switches the language of every text at once", async () => {
    await texts.changeLanguage("ru");
    render(<AppBar />);
    fireEvent.click(screen.getByRole("radio", { name: "Қазақша" }));
    expect(await screen.findByRole("button", { name: "Безендіру" })).toBeTruthy();
    await texts.changeLanguage("ru");
  });

  it("changes the theme", async () => {
    await texts.changeLanguage("ru");
    render(<AppBar />);
    fireEvent.click(screen.getByRole("button", { name: "Оформление" }));
    fireEvent.click(screen.getByRole("radio", { name: "Тёмное" }));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    fireEvent.click(screen.getByRole("radio", { name: "Как в системе" }));
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });
});
