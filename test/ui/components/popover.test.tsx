import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Button } from "../../../packages/ui/src/components/button.tsx";
import { ModalDialog, Popover } from "../../../packages/ui/src/components/popover.tsx";

afterEach(cleanup);

describe("a popover", () => {
  it("opens at its button and closes by Esc", () => {
    render(
      <Popover label="Столбцы" trigger={<Button>Столбцы</Button>}>
        <p>Вернуть вид</p>
      </Popover>,
    );
    expect(screen.queryByText("Вернуть вид")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Столбцы" }));
    const dialog = screen.getByRole("dialog", { name: "Столбцы" });
    fireEvent.keyDown(dialog, { key: "Escape" });
    expect(screen.queryByText("Вернуть вид")).toBeNull();
  });
});

describe("a dialog", () => {
  it("is named by its title and asks to be closed by its button and by Esc", () => {
    let closings = 0;
    render(
      <ModalDialog title="Проверки" closeLabel="Закрыть" isOpen onClose={() => (closings += 1)}>
        <p>замечаний нет</p>
      </ModalDialog>,
    );
    const dialog = screen.getByRole("dialog", { name: "Проверки" });
    fireEvent.click(screen.getByRole("button", { name: "Закрыть" }));
    fireEvent.keyDown(dialog, { key: "Escape" });
    expect(closings).toBe(2);
  });

  it("that is not open is not there", () => {
    render(
      <ModalDialog title="Проверки" closeLabel="Закрыть" isOpen={false} onClose={() => undefined}>
        <p>замечаний нет</p>
      </ModalDialog>,
    );
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
