import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { KeysDialog } from "../../../../packages/ui/src/features/workbook/keys-dialog.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

afterEach(cleanup);

describe("the list of keys", () => {
  it("says by groups what works on a computed sheet", async () => {
    await texts.changeLanguage("ru");
    render(<KeysDialog isOpen onClose={() => undefined} abilities={new Set(["fold"])} />);
    const rowOf = (key: string) => screen.getByText(key).closest(".key-row")?.textContent;
    expect(rowOf("F4")).toContain("Показать или скрыть «Почему столько»");
    expect(rowOf("Shift + F6")).toContain("предыдущая часть экрана");
    expect(rowOf("Ctrl + Shift + ← ↑ → ↓")).toContain("Выделить до края данных");
    expect(screen.getByRole("heading", { name: "Буфер обмена" })).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Правка" })).toBeNull();
  });
});
