import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { WhyPanel } from "../../../../packages/ui/src/features/explanation/why-panel.tsx";
import { renderInWorkbook } from "../../support/render-in-workbook.tsx";

afterEach(cleanup);

it("every part of a sum leads to its own explanation", async () => {
  await renderInWorkbook(<WhyPanel />, { rowKind: "organisation", id: "001", columnId: "total" });
  fireEvent.click(screen.getByRole("button", { name: /^Школа/ }));
  expect(screen.getByText("Норматив × Ученики [basic]")).toBeTruthy();
});

it("a part takes the focus to the head of its explanation, from where a way leads back", async () => {
  await renderInWorkbook(<WhyPanel />, { rowKind: "organisation", id: "001", columnId: "total" });
  fireEvent.click(screen.getByRole("button", { name: /^Школа/ }));
  const above = screen.getByRole("button", { name: "Всего" });
  expect(document.activeElement?.contains(above)).toBe(true);
  fireEvent.click(above);
  expect(screen.getByRole("button", { name: /^Школа/ })).toBeTruthy();
});

it("a line of the city names the largest organisations, which lead on", async () => {
  const columnId = "line:special_needs/04.2.360.004/formula";
  await renderInWorkbook(<WhyPanel />, { rowKind: "city", id: "", columnId });
  const shares = screen.getByText("Крупнейшие доли").parentElement;
  expect(screen.queryByRole("button", { name: /Надбавка ООП/ })).toBeNull();
  expect(shares?.textContent).toContain("ТОО «Сад № 2»7,00\u202F₸КГУ «Школа № 1»5,00\u202F₸");
});

it("a figure per head shows what was divided by what", async () => {
  await renderInWorkbook(<WhyPanel />, { rowKind: "organisation", id: "001", columnId: "perHead" });
  expect(document.body.textContent).toContain(
    "731\u202F136\u202F005,00\u202F₸ ÷ 1\u202F536,00\u202Fчел.",
  );
});
