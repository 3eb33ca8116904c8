import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { BottomBar } from "../../../../packages/ui/src/features/workbook/bottom-bar.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { RUN } from "../../support/small-run.ts";

afterEach(cleanup);

describe("the foot of the frame", () => {
  it("names the sheet on view and the run, and opens the list of keys", async () => {
    await texts.changeLanguage("ru");
    let openings = 0;
    render(<BottomBar run={RUN} statusLine={() => undefined} openKeys={() => (openings += 1)} />);
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Распределение");
    expect(screen.getByText("расчёт d2f2d8fd").title).toContain(RUN.resultHash);
    fireEvent.click(screen.getByRole("button", { name: /клавиши/ }));
    expect(openings).toBe(1);
  });
});
