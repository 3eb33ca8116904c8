import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  BrokenScreen,
  EmptyScreen,
  FaultScreen,
  LoadingScreen,
} from "../../../../packages/ui/src/features/workbook/screens.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

const problem = {
  ...{ type: "about:blank", title: "Ошибка", status: 500, code: "internal" },
  ...{ issues: [], requestId: "7f3a9c12" },
};

describe("a screen without figures", () => {
  it("says that it is loading, in the frame that will hold the figures", () => {
    render(<LoadingScreen />);
    expect(screen.getByRole("status").textContent).toBe("Загружаем расчёт");
    expect(screen.getByText("Остаток для распределения")).toBeTruthy();
  });

  it("says what to do when nothing was calculated", () => {
    let tries = 0;
    render(<EmptyScreen onRetry={() => (tries += 1)} />);
    expect(screen.getByRole("heading", { name: "Расчётов пока нет" })).toBeTruthy();
    expect(screen.getByText(/Реестр города ещё не загружен/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Проверить снова" }));
    expect(tries).toBe(1);
  });

  it("tells a server out of reach from one that failed", () => {
    render(<FaultScreen fault={{ kind: "network" }} onRetry={() => undefined} />);
    expect(screen.getByRole("alert").textContent).toContain("Сервер не отвечает");
  });

  it("gives the number of the incident and another try", () => {
    let tries = 0;
    const fault = { kind: "refused", status: 500, problem } as const;
    render(<FaultScreen fault={fault} onRetry={() => (tries += 1)} />);
    expect(screen.getByText("Номер случая: 7f3a9c12")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
    expect(tries).toBe(1);
  });

  it("admits a fault of the program", () => {
    render(<BrokenScreen />);
    expect(screen.getByRole("alert").textContent).toContain("В программе ошибка");
  });
});
