import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { ValuePicker } from "../../../../packages/ui/src/features/scenarios/value-picker.tsx";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { VALUES } from "../../support/small-scenario.ts";

afterEach(cleanup);

describe("values to choose from", () => {
  it("have their figure as the scenario has it, their days and their status", async () => {
    await show();
    const rows = screen.getAllByRole("option").map(({ textContent }) => textContent);
    expect(rows[0]).toContain("Конверт города800\u202F000\u202F000,00");
    expect(rows[1]).toMatch(/начальный465\u202F488,00.*изменено здесь · условное/);
    expect(rows[3]).toContain("с 01.07.2026 до 01.01.20271,15");
  });

  it("are found by every word of a name, a code or a figure", async () => {
    await show();
    for (const [query, count] of [
      ["secondary.Ez", 2],
      ["ez основной", 1],
      ["528", 1],
      ["начальный основной", 0],
    ] as const) {
      fireEvent.change(screen.getByRole("searchbox"), { target: { value: query } });
      expect(screen.queryAllByRole("option")).toHaveLength(count);
    }
    expect(screen.getByText("Ничего не найдено")).toBeTruthy();
  });

  it("are chosen by a press, with the override that it would be", async () => {
    const onChoose = await show();
    fireEvent.click(screen.getByRole("option", { name: /основной/ }));
    expect(onChoose).toHaveBeenCalledWith(
      expect.objectContaining({
        json: { parameter: "secondary.Ez", key: { level: "basic" }, value: "528300", reason: "" },
        standing: "528300",
      }),
    );
  });

  it("say that there is no envelope yet", async () => {
    await renderInScenario(
      <ValuePicker values={VALUES} limitTiyn={undefined} onChoose={vi.fn()} />,
    );
    expect(screen.getByRole("option", { name: /Конверт города/ }).textContent).toContain("—");
  });
});

async function show() {
  const onChoose = vi.fn();
  await renderInScenario(
    <ValuePicker values={VALUES} limitTiyn="80000000000" onChoose={onChoose} />,
  );
  return onChoose;
}
