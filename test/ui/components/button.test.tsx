import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Button } from "../../../packages/ui/src/components/button.tsx";

afterEach(cleanup);

describe("a button", () => {
  it("does what it says when pressed", () => {
    let presses = 0;
    render(<Button onPress={() => (presses += 1)}>Повторить</Button>);
    fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
    expect(presses).toBe(1);
  });

  it("with a drawing is named by its label", () => {
    render(
      <Button kind="icon" label="Закрыть">
        ×
      </Button>,
    );
    expect(screen.getByRole("button", { name: "Закрыть" })).toBeTruthy();
  });

  it("that is off does nothing", () => {
    let presses = 0;
    render(
      <Button isDisabled onPress={() => (presses += 1)}>
        Повторить
      </Button>,
    );
    fireEvent.click(screen.getByRole("button"));
    expect(presses).toBe(0);
  });
});
