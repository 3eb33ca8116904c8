import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import {
  SheetBody,
  SheetToolbar,
  StatusLine,
  StatusLineContext,
} from "../../../../packages/ui/src/features/workbook/frame-regions.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

afterEach(cleanup);

describe("the parts a sheet fills", () => {
  it("are landmarks, and the skip link finds the sheet", async () => {
    await texts.changeLanguage("ru");
    render(
      <>
        <SheetToolbar>поиск</SheetToolbar>
        <SheetBody>таблица</SheetBody>
      </>,
    );
    expect(screen.getByRole("main").id).toBe("sheet");
    expect(screen.getByRole("region", { name: "Инструменты листа" }).textContent).toBe("поиск");
  });

  it("put their status into the line of the frame, where there is one", () => {
    const place = document.createElement("div");
    const { rerender } = render(
      <StatusLineContext value={place}>
        <StatusLine>731,00</StatusLine>
      </StatusLineContext>,
    );
    expect(place.textContent).toBe("731,00");
    rerender(
      <StatusLineContext value={null}>
        <StatusLine>731,00</StatusLine>
      </StatusLineContext>,
    );
    expect(screen.queryByText("731,00")).toBeNull();
  });
});
