import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { FaultNotice } from "../../../packages/ui/src/components/fault-notice.tsx";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));
afterEach(cleanup);

const problem = {
  ...{ type: "about:blank", title: "Ошибка", status: 500, code: "internal", issues: [] },
  ...{ detail: "Повторите позже.", requestId: "7f3a" },
};

it("tells what the server said, with the number of the incident when it failed", () => {
  render(<FaultNotice fault={{ kind: "refused", status: 500, problem }} />);
  expect(screen.getByRole("alert").textContent).toBe("ОшибкаПовторите позже.Номер случая: 7f3a");
});

it("names every fault of a refusal", () => {
  const issues = [
    { code: "a", path: {}, parameters: {}, message: "Первая." },
    { code: "b", path: {}, parameters: {}, message: "Вторая." },
  ];
  const refusal = { ...problem, status: 422, issues } as never;
  render(<FaultNotice fault={{ kind: "refused", status: 422, problem: refusal }} />);
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "Первая.",
    "Вторая.",
  ]);
});

it("says that nobody was reached", () => {
  render(<FaultNotice fault={{ kind: "network" }} />);
  expect(screen.getByRole("alert").textContent).toContain("Сервер не отвечает");
});
