import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { SheetTabs } from "../../../../packages/ui/src/features/workbook/sheet-tabs.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

beforeAll(() => texts.changeLanguage("ru"));
afterEach(cleanup);

const SHEETS = [
  { id: "norms", name: "Нормативы", isChanged: true },
  { id: "roll", name: "Контингент" },
  { id: "allocation", name: "Распределение" },
];

function Page({ only }: { readonly only?: string }): ReactElement {
  const [open, setOpen] = useState(only ?? "roll");
  const sheets = SHEETS.filter(({ id }) => only === undefined || id === only);
  return (
    <>
      <main id="page-sheet">
        <div key={open} data-region-entry="" tabIndex={-1}>
          sheet {open}
        </div>
      </main>
      <SheetTabs sheets={sheets} open={open} onOpen={setOpen} controls="page-sheet" />
    </>
  );
}

const opened = (): string | null => screen.getByRole("tab", { selected: true }).textContent;
const press = (code: string, altKey = false): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { code, key: code, altKey });

describe("the tabs of sheets", () => {
  it("say which sheet is on view and which holds edits that nobody has seen", () => {
    render(<Page />);
    const names = screen.getAllByRole("tab").map(({ textContent }) => textContent);
    expect(names).toEqual(["Нормативы есть новые правки", "Контингент", "Распределение"]);
    expect(opened()).toBe("Контингент");
    expect(screen.getByRole("tab", { selected: true }).getAttribute("aria-controls")).toBe(
      "page-sheet",
    );
  });

  it("are one stop of Tab, and arrows go round within them", () => {
    render(<Page />);
    screen.getByRole("tab", { selected: true }).focus();
    press("ArrowRight");
    expect(opened()).toBe("Распределение");
    press("ArrowRight");
    expect(opened()).toMatch(/^Нормативы/);
    press("End");
    expect(opened()).toBe("Распределение");
    expect(document.activeElement).toBe(screen.getByRole("tab", { selected: true }));
    const stops = screen.getAllByRole("tab").filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it("are turned from the sheet by Alt and a page key, up to the last one", () => {
    render(<Page />);
    screen.getByText("sheet roll").focus();
    expect(press("PageDown", true)).toBe(false);
    expect(document.activeElement?.textContent).toBe("sheet allocation");
    expect(press("PageDown", true)).toBe(true);
    expect(opened()).toBe("Распределение");
    press("PageUp", true);
    press("PageUp", true);
    expect(document.activeElement?.textContent).toBe("sheet norms");
  });

  it("leave the page keys alone where there is one sheet", () => {
    render(<Page only="roll" />);
    expect(press("PageDown", true)).toBe(true);
    expect(press("PageUp", true)).toBe(true);
    expect(opened()).toBe("Контингент");
  });
});
