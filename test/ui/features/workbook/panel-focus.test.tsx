import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactElement, useRef, useState } from "react";
import { afterEach, expect, it } from "vitest";

import {
  useCoveringPanel,
  usePanelFocus,
} from "../../../../packages/ui/src/features/workbook/panel-focus.ts";

afterEach(cleanup);

function Beside(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  usePanelFocus(isOpen);
  return (
    <>
      <div data-region="grid">
        <div data-region-entry="" tabIndex={-1}>
          sheet
        </div>
      </div>
      {isOpen ? (
        <aside data-region="panel" tabIndex={-1} aria-label="panel">
          <button type="button" onClick={() => setOpen(false)}>
            close
          </button>
        </aside>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          open
        </button>
      )}
    </>
  );
}

function Covering(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useCoveringPanel(panel, isOpen, () => setOpen(false));
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        card
      </button>
      {isOpen ? <aside ref={panel} tabIndex={-1} aria-label="panel" /> : null}
    </>
  );
}

function press(name: string): void {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
}

it("a focus that went with its control goes into the panel, and from it to the sheet", () => {
  render(<Beside />);
  press("open");
  expect(document.activeElement).toBe(screen.getByRole("complementary"));
  press("close");
  expect(document.activeElement?.textContent).toBe("sheet");
});

it("a panel over the page takes the focus, and Esc gives it back to the card", () => {
  render(<Covering />);
  press("card");
  expect(document.activeElement).toBe(screen.getByRole("complementary"));
  fireEvent.keyDown(window, { key: "Escape" });
  expect(screen.queryByRole("complementary")).toBeNull();
  expect(document.activeElement?.textContent).toBe("card");
});

it("the browser's way back closes a panel over the page", () => {
  render(<Covering />);
  press("card");
  act(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  expect(screen.queryByRole("complementary")).toBeNull();
});
