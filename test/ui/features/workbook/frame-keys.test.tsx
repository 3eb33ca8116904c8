import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, describe, expect, it } from "vitest";

import { useFrameKeys } from "../../../../packages/ui/src/features/workbook/frame-keys.ts";

afterEach(cleanup);

const done: string[] = [];

function Frame(): ReactElement {
  useFrameKeys({ togglePanel: () => done.push("panel"), openKeys: () => done.push("keys") });
  return (
    <>
      <section data-region="strip">
        <button type="button" tabIndex={-1}>
          доля
        </button>
        <button type="button">Конверт</button>
      </section>
      <section data-region="formula-bar">без управления</section>
      <section data-region="toolbar">
        <input aria-label="Поиск" />
      </section>
      <section data-region="grid">
        <button type="button">заголовок</button>
        <div data-region-entry="" tabIndex={-1}>
          ячейка
        </div>
      </section>
    </>
  );
}

describe("F6", () => {
  it("goes round the regions that can be entered, at the entry a region names", () => {
    render(<Frame />);
    const visited = [1, 2, 3, 4].map(() => {
      fireEvent.keyDown(document.body, { code: "F6" });
      return nameOfFocus();
    });
    expect(visited).toEqual(["Конверт", "Поиск", "ячейка", "Конверт"]);
  });

  it("goes back with Shift, and begins at the last region", () => {
    render(<Frame />);
    const visited = [1, 2, 3].map(() => {
      fireEvent.keyDown(document.body, { code: "F6", shiftKey: true });
      return nameOfFocus();
    });
    expect(visited).toEqual(["ячейка", "Поиск", "Конверт"]);
  });
});

describe("the other keys", () => {
  it("work by their place on the keyboard, whatever letter it gives", () => {
    render(<Frame />);
    done.length = 0;
    fireEvent.keyDown(document.body, { code: "F4", key: "F4" });
    fireEvent.keyDown(document.body, { code: "Slash", key: ",", shiftKey: true });
    expect(done).toEqual(["panel", "keys"]);
  });

  it("leave typing alone", () => {
    render(<Frame />);
    done.length = 0;
    fireEvent.keyDown(screen.getByRole("textbox"), { code: "Slash", key: "?", shiftKey: true });
    expect(done).toEqual([]);
  });
});

function nameOfFocus(): string | null | undefined {
  return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
}
