import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { RunPath } from "../../../../packages/ui/src/features/workbook/run-path.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { RUN } from "../../support/small-run.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

const ASSUMED = {
  ...{ parameter: "rate", label: { ru: "Ставка", kk: "Мөлшерлеме", en: "Rate" }, key: [] },
  ...{ digits: "1", unit: "1", validFrom: "2026-01-01", source: null, points: null },
};

describe("the head of a calculation", () => {
  it("says what is on view and what the figures are worth", () => {
    render(<RunPath run={{ ...RUN, assumed: [ASSUMED] }} place="Алматы" />);
    expect(screen.getByText("Алматы · 2026")).toBeTruthy();
    expect(screen.getByText("Демонстрационные данные")).toBeTruthy();
    expect(screen.getByText("Предварительно")).toBeTruthy();
    expect(screen.getByText("Известно на 31.12.2026").title).toContain("31 декабря 2026 года");
  });

  it("calls nothing invented or preliminary that is not", () => {
    render(<RunPath run={{ ...RUN, isDemonstration: false }} place="Алматы" />);
    expect(screen.queryByText("Демонстрационные данные")).toBeNull();
    expect(screen.queryByText("Предварительно")).toBeNull();
    expect(screen.getByText(/^Расчёт от 22\.11\.2026/)).toBeTruthy();
  });
});
