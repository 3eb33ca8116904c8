import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { ScenarioTable } from "../../../../packages/ui/src/features/scenarios/scenario-table.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { APPROVER, EDITOR, SUMMARY } from "../../support/small-scenario.ts";

const parent = { id: "s-0", name: "База 2026", revision: 2 };
const DEFICIT = {
  ...{ ...SUMMARY, id: "s-2", name: "Вариант Б", parent, state: "submitted" as const },
  envelope: { limitTiyn: "100", headroomTiyn: "-1609400", status: "local" as const },
};
const ROWS = [
  { scenario: SUMMARY, depth: 0 },
  { scenario: DEFICIT, depth: 1 },
];

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a row of the list", () => {
  it("has the state, the total to the tiyn, the headroom, and who changed it last", async () => {
    await renderFor(<ScenarioTable rows={ROWS} />, APPROVER);
    const text = screen.getByRole("row", { name: /Вариант А/ }).textContent;
    expect(text).toContain("черновик");
    expect(text).toContain("732\u202F136\u202F135,46");
    expect(text).toContain("67\u202F863\u202F864,54остаток");
    expect(text).toContain("Данияр Үлгі");
    const link = screen.getByRole("link", { name: "Вариант А" });
    expect(link.getAttribute("href")).toBe("/scenarios/s-1");
  });

  it("names a deficit, and what it stands on", async () => {
    await renderFor(<ScenarioTable rows={ROWS} />, APPROVER);
    const text = screen.getByRole("row", { name: /Вариант Б/ }).textContent;
    expect(text).toContain("от «База 2026», редакция 2");
    expect(text).toContain("\u221216\u202F094,00дефицит");
  });

  it("says that there is no envelope", async () => {
    const scenario = { ...SUMMARY, envelope: null };
    await renderFor(<ScenarioTable rows={[{ scenario, depth: 0 }]} />, APPROVER);
    expect(screen.getByText("конверт не задан")).toBeTruthy();
  });

  it("offers an editor what can be done with it, and nobody else anything", async () => {
    await renderFor(<ScenarioTable rows={ROWS} />, EDITOR);
    fireEvent.click(screen.getByRole("button", { name: "Действия: Вариант А" }));
    const offered = within(screen.getByRole("menu")).getAllByRole("menuitem");
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      "Создать копию",
      "Переименовать",
      "В архив",
    ]);
    fireEvent.click(screen.getByRole("menuitem", { name: "Переименовать" }));
    expect(screen.getByRole("dialog", { name: "Переименовать «Вариант А»" })).toBeTruthy();
    cleanup();
    await renderFor(<ScenarioTable rows={ROWS} />, APPROVER);
    expect(screen.queryByRole("button", { name: /Действия/ })).toBeNull();
  });
});
