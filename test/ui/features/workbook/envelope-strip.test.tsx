import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { EnvelopeStrip } from "../../../../packages/ui/src/features/workbook/envelope-strip.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { RUN } from "../../support/small-run.ts";

afterEach(cleanup);

describe("the envelope strip", () => {
  it("shows the envelope, what was allocated of it, and the headroom to the tiyn", async () => {
    await renderWithRun(<EnvelopeStrip />);
    const text = screen.getByRole("region", { name: "Конверт и распределение" }).textContent;
    expect(text).toContain("Конверт 2026800,0 млн ₸");
    expect(text).toContain("Распределено 732,1 млн ₸ · 91,52\u202F%");
    expect(text).toContain("Остаток для распределения67,9 млн ₸67\u202F863\u202F864,54 ₸");
  });

  it("calls a headroom below zero a deficit", async () => {
    const envelope = {
      ...{ limitTiyn: "73200000000", headroomTiyn: "-13613546" },
      status: "local",
    } as const;
    await renderWithRun(<EnvelopeStrip />, { run: { ...RUN, envelope } });
    expect(screen.queryByText("Остаток для распределения")).toBeNull();
    expect(screen.getByText("Дефицит").parentElement?.textContent).toContain("−136\u202F135,46 ₸");
  });

  it("says that no envelope is set", async () => {
    await renderWithRun(<EnvelopeStrip />, { run: { ...RUN, envelope: null } });
    expect(screen.getByText("не задан")).toBeTruthy();
  });

  it("opens what stands behind the counts", async () => {
    await renderWithRun(<EnvelopeStrip />);
    fireEvent.click(screen.getByRole("button", { name: "Условных значений 0" }));
    expect(screen.getByRole("dialog", { name: "Условные значения: 0" })).toBeTruthy();
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
    fireEvent.click(screen.getByRole("button", { name: "Проверки предупреждений нет" }));
    expect(screen.getByRole("dialog", { name: "Проверки" })).toBeTruthy();
  });

  it.each([
    ["ru", 1, "1 предупреждение"],
    ["ru", 3, "3 предупреждения"],
    ["ru", 11, "11 предупреждений"],
    ["kk", 3, "3 ескерту"],
    ["en", 1, "1 warning"],
  ] as const)("counts warnings in %s: %d", async (language, count, words) => {
    const warning = { code: "demonstration-data", facts: {}, place: {} };
    const warnings = Array.from({ length: count }, () => warning);
    await renderWithRun(<EnvelopeStrip />, { language, run: { ...RUN, warnings } });
    expect(screen.getByText(words)).toBeTruthy();
  });
});
